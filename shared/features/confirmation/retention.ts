import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';

/*
 * What is kept of a meeting after its minutes are final, and how long (保存と消去). The log is a chain that nobody
 * rewrites: of it nothing is deleted, until the desk takes the whole of it out. What lies beside it (links, sessions,
 * when devices were seen) served the meeting and goes first.
 */

const day = 24 * 3600_000;

/** What goes when. All in epoch ms; null where it is not so, or not so yet. */
export interface Retention {
  /** When links and what is known of devices go by themselves; null where that is done, or not wanted. */
  readonly detailsDueAt: number | null;
  readonly detailsDeletedAt: number | null;
  /** From when on the desk may take the record out of the store; null: it is kept. */
  readonly recordDueAt: number | null;
}

/** By the body's rules; all null before the minutes are final. */
export function retentionOf({ confirmation, rules }: MeetingState): Retention {
  const { finalized, detailsDeletedAt } = confirmation;
  if (finalized === null) return { detailsDueAt: null, detailsDeletedAt: null, recordDueAt: null };
  const { detailsDays, recordYears } = rules.retention;
  return {
    detailsDueAt:
      detailsDays === 'keep' || detailsDeletedAt !== null ? null : finalized.at + detailsDays * day,
    detailsDeletedAt,
    recordDueAt: recordYears === 'keep' ? null : yearsAfter(finalized.at, recordYears),
  };
}

/** The desk when it likes, the server when it is due. */
export const decideDeletion: Decide<'deleteDetails'> = (state, _command, { at, actor }) => {
  if (state.confirmation.finalized === null)
    return refuse(
      'retention/not-final',
      '会議録を確定してから消してください。それまでは、委員が確認に使います。',
      'Make the minutes final first. Until then members need their links to confirm them.',
    );
  const { detailsDueAt, detailsDeletedAt } = retentionOf(state);
  if (detailsDeletedAt !== null)
    return refuse('retention/deleted', 'すでに消去しました。', 'They have been deleted already.');
  if (actor.kind === 'system' && (detailsDueAt === null || at < detailsDueAt))
    return refuse('retention/not-due', '消去の期日になっていません。', 'They are not due to be deleted yet.');
  return accept({ type: 'DetailsDeleted' });
};

/** The same day and time so many years later; 29 February becomes 1 March. */
function yearsAfter(at: number, years: number): number {
  const date = new Date(at);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getTime();
}

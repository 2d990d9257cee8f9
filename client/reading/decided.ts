import { ceremonyWords } from '../messages/ceremony.ts';
import { inWords } from '../messages/sentence.ts';
import type { AgendaLine } from '../../shared/views/types/agendaLine.ts';
import type { VoteLine } from '../../shared/views/types/voteLine.ts';

/** What a declared vote came to: of the item in the body's word for it, of a motion carried or rejected. */
export function outcomeWords(vote: VoteLine, item: AgendaLine | undefined): string {
  if (vote.motion === null && item?.outcome) return inWords(item.outcome);
  return ceremonyWords()[vote.outcome === 'rejected' ? 'rejected' : 'carried'];
}

/** What was voted on where it was not the item as it stands: an amendment, a motion, what is left of the original. */
export function subjectOf(vote: VoteLine): { readonly kind: string | null; readonly text: string } | null {
  if (vote.motion === null) return vote.question === null ? null : { kind: null, text: vote.question };
  return { kind: ceremonyWords()[vote.motion.kind], text: vote.motion.text };
}

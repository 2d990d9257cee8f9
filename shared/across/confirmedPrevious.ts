import type { MeetingState } from '../meeting/state.ts';

/** That a meeting's body agreed to the minutes of the meeting before (前回会議録の確認). */
export interface ConfirmedPrevious {
  /** The meeting whose minutes they are. */
  readonly meeting: string;
  /** When the body agreed, epoch ms. */
  readonly at: number;
}

/**
 * Whether the body has agreed, on the item for it: by a vote that was carried (異議なし is one), the last one where there
 * were several; without a vote by the conclusion, unless that says that it did not. Null: not yet, or there is no meeting
 * before.
 */
export function confirmedPrevious(state: MeetingState): ConfirmedPrevious | null {
  if (state.previous === null) return null;
  for (const id of state.agenda.order) {
    if (state.agenda.items[id]?.kind !== 'confirmation') continue;
    const at = agreedAt(state, id);
    if (at !== null) return { meeting: state.previous.meeting, at };
  }
  return null;
}

function agreedAt({ votes, written, record }: MeetingState, item: string): number | null {
  const replies = written.results[item];
  if (replies !== undefined) return replies.outcome === 'carried' ? written.notifiedAt : null;
  const last = votes.order
    .flatMap((id) => votes.votes[id] ?? [])
    .findLast((vote) => vote.item === item && vote.motion === null && vote.status === 'declared');
  if (last !== undefined) return last.outcome === 'carried' ? last.declaredAt : null;
  const concluded = record.conclusions[item];
  return concluded?.agreed === true ? concluded.at : null;
}

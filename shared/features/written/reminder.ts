import { itemOf, nameOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { runningRound } from './rounds.ts';
import { itemsMissing } from './standing.ts';

/**
 * A reminder to copy into a mail for a member whose decisions are missing; null when none is. `when` writes a deadline
 * (epoch ms) as the reader does.
 */
export function reminderText(
  state: MeetingState,
  who: PersonId,
  when: (at: number) => string,
): string | null {
  const items = itemsMissing(state, who);
  if (items.length === 0) return null;
  const deadline = runningRound(state, 'decisions')?.deadline ?? null;
  return [
    `${nameOf(state, who)}様`,
    '',
    `${state.info.title}（書面会議）について、次の議題への賛否のご回答をまだいただいておりません。`,
    ...items.map((id) => `・${itemOf(state, id)?.title ?? id}`),
    '',
    deadline === null
      ? 'お手数ですが、お手元のリンクからご回答くださいますようお願いいたします。'
      : `お手数ですが、${when(deadline)}までに、お手元のリンクからご回答くださいますようお願いいたします。`,
  ].join('\n');
}

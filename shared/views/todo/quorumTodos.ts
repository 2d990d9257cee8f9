import type { MeetingState } from '../../meeting/state.ts';
import { say } from '../chair/step.ts';
import { quorumLine } from '../parts/quorumLine.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { todo } from './todo.ts';

/** The quorum is lost, or nobody may go any more without losing it. Before the opening it is not a matter yet. */
export function quorumTodos(state: MeetingState): TodoLine[] {
  if (state.conduct.status === 'preparing') return [];
  const { met, present, required, lostAt, onLoss, explanation } = quorumLine(state);
  if (!met)
    return [
      todo('quorum', 'warn', say('定足数を欠いています', 'There is no quorum'), {
        detail: explanation,
        since: lostAt,
      }),
    ];
  if (present > required) return [];
  return [
    todo('quorum', 'info', say('定足数ちょうどです', 'Exactly the quorum'), {
      detail:
        onLoss === 'warn'
          ? say(
              `出席${present}人です。あと1人減ると、定足数を欠きます。`,
              `${present} are present: with one less there is no quorum.`,
            )
          : say(
              `出席${present}人です。あと1人減ると、会議を続けられません。`,
              `${present} are present: with one less the meeting cannot go on.`,
            ),
    }),
  ];
}

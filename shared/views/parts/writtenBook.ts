import { runningRound } from '../../features/written/rounds.ts';
import { reminderText } from '../../features/written/reminder.ts';
import {
  itemsDecided,
  itemsMissing,
  missingMembers,
  resultOf,
  resultSentenceOf,
} from '../../features/written/standing.ts';
import { membersOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { localTime } from '../../minutes/localTime.ts';
import { own } from '../own.ts';
import { part } from '../part.ts';
import type { WrittenBook } from '../types.ts';
import { countsOf } from './writtenLine.ts';

/**
 * A meeting in writing for the desk, to whom members reply: who has, who is missing, how each item stands. Nobody else
 * sees any of it before the round of decisions is closed.
 */
export const writtenBook = part(
  (state) => [state.info, state.written, state.roster, state.agenda, state.rules, state.attendance],
  (state): WrittenBook | null => {
    if (state.info.mode !== 'written') return null;
    const missing = missingMembers(state);
    return {
      missing,
      replies: Object.fromEntries(membersOf(state).map((who) => [who, repliesOf(state, who)])),
      askers: Object.fromEntries(state.written.questions.map(({ no, who }) => [no, who])),
      interim: Object.fromEntries(
        itemsDecided(state).map((id) => {
          const result = resultOf(state, id);
          const { required } = result;
          return [id, { counts: countsOf(result), required, explanation: resultSentenceOf(state, id) }];
        }),
      ),
      reminders: Object.fromEntries(
        // Before decisions are collected nobody is late with one.
        (runningRound(state, 'decisions') === null ? [] : missing).flatMap((who) => {
          const text = reminderText(state, who, (at) => deadline(at, state.info.startsAt));
          return text === null ? [] : [[who, text]];
        }),
      ),
    };
  },
);

/** 7月22日 17:00 */
function deadline(at: number, startsAt: string): string {
  const { month, day, hour, minute } = localTime(at, startsAt);
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, '0')}`;
}

function repliesOf(state: MeetingState, who: PersonId): WrittenBook['replies'][string] {
  const asked = state.written.questions.filter((question) => question.who === who);
  const decisions = Object.entries(state.written.decisions).flatMap(([item, all]) => {
    const mine = own(all, who);
    return mine === undefined ? [] : [{ item, ...mine }];
  });
  const times = [...asked, ...decisions].map(({ at }) => at);
  return {
    questions: asked.length,
    decided: decisions.map(({ item }) => item),
    missing: itemsMissing(state, who),
    at: times.length === 0 ? null : Math.max(...times),
    late: decisions.some(({ late }) => late),
  };
}

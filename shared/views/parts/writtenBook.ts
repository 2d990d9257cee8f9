import { runningRound } from '../../features/written/rounds.ts';
import { reminderText } from '../../features/written/reminder.ts';
import { itemsMissing } from '../../features/written/standing.ts';
import type { WrittenDecision } from '../../features/written/state.ts';
import { membersOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { localTime } from '../../minutes/localTime.ts';
import type { Ambient } from '../ambient.ts';
import { own } from '../own.ts';
import { part } from '../part.ts';
import type { WrittenBook } from '../types/writtenBook.ts';
import { noticeText, resultSentences } from './writtenNotice.ts';
import { writtenStanding } from './writtenStanding.ts';

/**
 * A meeting in writing for the desk, to whom members reply: who has with what, who is missing, how each item stands
 * and what to write to people. Before the round of decisions is closed only the chair sees some of it.
 */
export const writtenBook = part(
  (state: MeetingState, { profile }: Ambient) => [
    state.info,
    state.written,
    state.roster,
    state.agenda,
    state.rules,
    state.attendance,
    profile,
  ],
  (state, { profile }): WrittenBook | null => {
    const standing = writtenStanding(state);
    if (standing === null) return null;
    const sentences = resultSentences(state, profile);
    return {
      ...standing,
      consents: state.written.consents,
      replies: Object.fromEntries(membersOf(state).map((who) => [who, repliesOf(state, who)])),
      askers: Object.fromEntries(state.written.questions.map(({ no, who }) => [no, who])),
      decisions: Object.fromEntries(
        Object.entries(state.written.decisions).map(([item, all]) => [
          item,
          membersOf(state).flatMap((who) => {
            const one = own(all, who);
            return one === undefined ? [] : [{ who, ...shown(one) }];
          }),
        ]),
      ),
      reminders: Object.fromEntries(
        // Before decisions are collected nobody is late with one.
        (runningRound(state, 'decisions') === null ? [] : standing.missing).flatMap((who) => {
          const text = reminderText(state, who, (at) => deadline(at, state.info.startsAt));
          return text === null ? [] : [[who, text]];
        }),
      ),
      sentences,
      notice: noticeText(state, profile, sentences),
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
    return mine === undefined ? [] : [{ item, ...shown(mine) }];
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

function shown({ choice, opinion, at, late }: WrittenDecision): Omit<WrittenDecision, 'waiting'> {
  return { choice, opinion, at, late };
}

import { accept } from '../../meeting/decider.ts';
import type { Deciders } from '../../meeting/decider.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { leaveDeciders, tooLateToWithdraw } from './askLeave.ts';
import { editingDeciders } from './editing.ts';
import { turnJoined, turnMissing } from './turnStanding.ts';
import { recordRefusals as refuse } from './refusals.ts';
import { turnText } from './turnTexts.ts';
import { captionDeciders } from './takeCaptions.ts';

/*
 * The record is written during the meeting and after it. Only what is itself an act of the meeting (a stage
 * direction, a withdrawal) needs the meeting to be open.
 */
export const recordDeciders: Deciders<
  | 'concludeItem'
  | 'attachOpinion'
  | 'respondOpinion'
  | 'promise'
  | 'fulfil'
  | 'note'
  | 'stageDirection'
  | 'writeTurn'
  | 'correctTurn'
  | 'withdrawRemark'
  | 'askLeave'
  | 'answerLeave'
  | 'dropLeave'
  | 'takeCaptions'
  | 'undoCaptions'
  | 'correctSpeaker'
  | 'splitTurn'
  | 'joinTurns'
  | 'undoEdit'
> = {
  concludeItem: (state, { item, text, conditions, agreed }) =>
    itemMissing(state, item) ??
    notTaken(state, item) ??
    accept({
      type: 'ItemConcluded',
      item,
      text: text?.trim() || null,
      conditions,
      ...(agreed ? {} : { agreed }),
    }),

  attachOpinion: (state, { item, text, from }) =>
    itemMissing(state, item) ??
    (from === undefined ? null : personMissing(state, from)) ??
    accept({
      type: 'OpinionAttached',
      opinion: state.record.opinions.length + 1,
      item,
      text,
      from: from ?? null,
    }),

  respondOpinion: (state, { opinion, text }) => {
    const no = typeof opinion === 'number' ? opinion : Number(opinion.normalize('NFKC'));
    const known = state.record.opinions[no - 1];
    if (known === undefined) return refuse.unknownOpinion(String(opinion), state.record.opinions.length);
    return accept({ type: 'OpinionAnswered', opinion: no, text });
  },

  promise: (state, { item, from, text, due }) =>
    itemMissing(state, item) ??
    personMissing(state, from) ??
    accept({
      type: 'Promised',
      promise: state.record.promises.length + 1,
      item,
      from,
      text,
      due: due?.trim() || null,
    }),

  fulfil: (state, { promise, text }) => {
    const made = state.record.promises[promise - 1];
    if (made === undefined) return refuse.unknownPromise(promise, state.record.promises.length);
    if (made.fulfilled !== null) return refuse.alreadyFulfilled(promise);
    return accept({ type: 'PromiseFulfilled', promise, text });
  },

  note: (_state, { text }) => accept({ type: 'Noted', text }),

  stageDirection: (state, { text }) =>
    underWay(state) ? accept({ type: 'StageDirected', text: withoutBrackets(text) }) : refuse.notOpen(),

  correctTurn: (state, { turn, text, why, leave }) =>
    turnMissing(state, turn) ??
    turnJoined(state, turn) ??
    (turnText(state.record.turns, turn).text === text
      ? refuse.notChanged(turn)
      : accept({ type: 'TurnCorrected', turn, text, why, ...(leave === undefined ? {} : { leave }) })),

  withdrawRemark: (state, { turn, why, leave }) => {
    const missing = turnMissing(state, turn) ?? turnJoined(state, turn);
    if (missing !== null) return missing;
    if (turnText(state.record.turns, turn).withdrawal !== null) return refuse.alreadyWithdrawn(turn);
    return (
      tooLateToWithdraw(state) ??
      accept({ type: 'RemarkWithdrawn', turn, why, ...(leave === undefined ? {} : { leave }) })
    );
  },

  ...leaveDeciders,

  ...captionDeciders,

  ...editingDeciders,
};

function underWay(state: MeetingState): boolean {
  return state.conduct.status === 'open' || state.conduct.status === 'recess';
}

function itemMissing(state: MeetingState, item: ItemId): Refusal | null {
  return Object.hasOwn(state.agenda.items, item) ? null : refuse.unknownItem(item);
}

function personMissing(state: MeetingState, who: PersonId): Refusal | null {
  return Object.hasOwn(state.roster.people, who) ? null : refuse.unknownPerson(who);
}

/** An item that is concluded has been before the body: taken up, or sent out where the meeting is held in writing. */
function notTaken(state: MeetingState, item: ItemId): Refusal | null {
  const progress = state.agenda.progress[item];
  const title = state.agenda.items[item]?.title ?? item;
  const into = progress?.joinedInto ?? null;
  if (into !== null) return refuse.itemJoined(title, state.agenda.items[into]?.title ?? into);
  if (state.info.mode === 'written')
    return state.written.dispatchedAt === null ? refuse.itemNotTaken(title) : null;
  return progress === undefined || progress.startedAt === null ? refuse.itemNotTaken(title) : null;
}

/** A stage direction is stored without its brackets; whoever typed them meant the same. */
function withoutBrackets(text: string): string {
  const inner = /^[（(]([^（）()]*)[）)]$/.exec(text)?.[1]?.trim();
  return inner === undefined || inner === '' ? text : inner;
}

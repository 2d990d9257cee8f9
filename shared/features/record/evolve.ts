import type { Evolvers } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { RecordEvents } from './events.ts';
import type { RecordState } from './state.ts';
import type { TurnText } from './turnTexts.ts';
import { setTurnText, turnText } from './turnTexts.ts';

export const recordEvolvers: Evolvers<keyof RecordEvents> = {
  ItemConcluded: (state, { item, text, conditions, at }) =>
    withRecord(state, {
      conclusions: { ...state.record.conclusions, [item]: { text, conditions, at } },
    }),

  OpinionAttached: (state, { opinion, item, text, from }) =>
    withRecord(state, {
      opinions: [...state.record.opinions, { no: opinion, item, text, from, carried: null, response: null }],
    }),

  OpinionAnswered: (state, { opinion, text, at, by }) =>
    withRecord(state, {
      opinions: state.record.opinions.map((given) =>
        given.no === opinion ? { ...given, response: { text, at, by } } : given,
      ),
    }),

  Promised: (state, { promise, item, from, text, due }) =>
    withRecord(state, {
      promises: [
        ...state.record.promises,
        { no: promise, item, from, text, due, carried: null, fulfilled: null },
      ],
    }),

  PromiseFulfilled: (state, { promise, text, at }) =>
    withRecord(state, {
      promises: state.record.promises.map((made) =>
        made.no === promise ? { ...made, fulfilled: { text, at } } : made,
      ),
    }),

  // Notes and stage directions live in the minutes alone: no rule asks for them.
  Noted: (state) => state,
  StageDirected: (state) => state,

  TurnWritten: (state, { turn, text, captions }) => {
    const before = turnText(state.record.turns, turn).text;
    // Whoever writes the turn afterwards makes the words their own.
    return withTurn(state, turn, {
      text,
      captions: captions === undefined ? undefined : { no: captions, before },
    });
  },
  TurnCorrected: (state, { turn, text }) => withTurn(state, turn, { text, captions: undefined }),
  RemarkWithdrawn: (state, { turn }) => withTurn(state, turn, { withdrawn: true }),

  // What was kept lives in the minutes and in the log: no rule asks for it.
  CaptionsTaken: (state, { captions, source: { file, fingerprint } }) =>
    withRecord(state, {
      captions: [...(state.record.captions ?? []), { no: captions, file, fingerprint, undone: false }],
    }),
  CaptionsUndone: (state, { captions }) =>
    withRecord(state, {
      captions: (state.record.captions ?? []).map((taken) =>
        taken.no === captions ? { ...taken, undone: true } : taken,
      ),
    }),
};

function withRecord(state: MeetingState, change: Partial<RecordState>): MeetingState {
  return { ...state, record: { ...state.record, ...change } };
}

function withTurn(state: MeetingState, turn: number, change: Partial<TurnText>): MeetingState {
  const { turns } = state.record;
  return withRecord(state, { turns: setTurnText(turns, turn, { ...turnText(turns, turn), ...change }) });
}

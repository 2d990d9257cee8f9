import { withEntry } from '../../meeting/chunked.ts';
import type { Evolvers } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { originOf } from './arrangement.ts';
import { editAt } from './edits.ts';
import type { RecordEvents } from './events.ts';
import type { LeaveRequest } from './leave.ts';
import type { RecordState } from './state.ts';
import { turnText } from './turnTexts.ts';
import { edited, hidden, joinedText, withTurn } from './turnRecord.ts';
import { undoStanding } from './undoStanding.ts';

export const recordEvolvers: Evolvers<keyof RecordEvents> = {
  ItemConcluded: (state, { item, text, conditions, agreed, at }) =>
    withRecord(state, {
      conclusions: { ...state.record.conclusions, [item]: { text, conditions, agreed: agreed ?? true, at } },
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

  TurnWritten: (state, event) => {
    const { turn, text, captions } = event;
    const before = turnText(state.record.turns, turn).text;
    const record = edited(state.record, event, turn, { kind: 'words' }, [{ turn, text }]);
    return withRecord(
      state,
      captions === undefined ? record : withTurn(record, turn, { captions: { no: captions, before } }),
    );
  },

  TurnCorrected: (state, event) => {
    const { turn, text, why, leave = null } = event;
    const { corrections, text: before } = turnText(state.record.turns, turn);
    const what = { kind: 'correction', why, before, leave } as const;
    const record = edited(state.record, event, turn, what, [{ turn, text }]);
    return withRecord(state, withTurn(record, turn, { corrections: [...corrections, record.edits.count] }));
  },

  RemarkWithdrawn: (state, event) => {
    const { turn, why, leave = null } = event;
    const record = edited(state.record, event, turn, { kind: 'withdrawal', why, leave }, []);
    return withRecord(state, withTurn(record, turn, { withdrawal: record.edits.count }));
  },

  LeaveAsked: (state, { request: no, turn, who, to, why, text, base, at }) =>
    withRecord(state, {
      leaves: [...state.record.leaves, { no, turn, who, to, why, text, base, at, standing: 'waiting' }],
    }),
  LeaveAnswered: (state, { request, given }) => withLeave(state, request, given ? 'given' : 'denied'),
  LeaveDropped: (state, { request }) => withLeave(state, request, 'dropped'),

  SpeakerCorrected: (state, event) => {
    const { turn, who, before, why } = event;
    const record = edited(state.record, event, turn, { kind: 'speaker', why, before, after: who }, []);
    const { speakerEdits } = turnText(record.turns, turn);
    return withRecord(
      state,
      withTurn(record, turn, { speaker: who, speakerEdits: [...speakerEdits, record.edits.count] }),
    );
  },

  TurnSplit: (state, event) => {
    const { turn, into, keep, who } = event;
    const { text } = turnText(state.record.turns, turn);
    const of = originOf(state.record, turn);
    const record = edited(state.record, event, turn, { kind: 'split', into }, [
      { turn, text: text.slice(0, keep) },
      { turn: into, text: text.slice(keep) },
    ]);
    return withRecord(state, {
      ...withTurn(record, into, { speaker: who }),
      parts: [...record.parts, { of, who, after: turn }],
    });
  },

  TurnsJoined: (state, event) => {
    const { turn, with: other } = event;
    const text = joinedText(state.record, turn, other);
    const record = edited(state.record, event, turn, { kind: 'join', with: other }, [{ turn, text }]);
    return withRecord(state, hidden(record, other, turn));
  },

  EditUndone: (state, event) => {
    const { edit, back, texts } = event;
    const root = editAt(state.record.edits, edit);
    if (root === undefined) return state;
    const record = edited(state.record, event, root.turn, { kind: 'undo', of: edit, back }, texts);
    const turned = withEntry(record.edits.list, edit, { ...root, turnedBy: record.edits.count });
    const marked = { ...record, edits: { ...record.edits, list: turned } };
    return withRecord(state, undoStanding(marked, root, back));
  },

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

function withLeave(state: MeetingState, no: number, standing: LeaveRequest['standing']): MeetingState {
  return withRecord(state, {
    leaves: state.record.leaves.map((request) => (request.no === no ? { ...request, standing } : request)),
  });
}

function withRecord(state: MeetingState, change: Partial<RecordState>): MeetingState {
  return { ...state, record: { ...state.record, ...change } };
}

import { heardOf } from '../../features/record/arrangement.ts';
import { editAt } from '../../features/record/edits.ts';
import type { Edit } from '../../features/record/edits.ts';
import type { RecordEvents } from '../../features/record/events.ts';
import { turnText } from '../../features/record/turnTexts.ts';
import type { BlockOf } from '../block.ts';
import type { Folding } from '../folding.ts';
import { roleOf } from './floor.ts';
import type { Folds } from './fold.ts';

type Editing =
  | 'TurnWritten'
  | 'TurnCorrected'
  | 'RemarkWithdrawn'
  | 'SpeakerCorrected'
  | 'TurnSplit'
  | 'TurnsJoined'
  | 'EditUndone';

/** What the desk edits in turns. What a turn says, whose it is and what became of it is read from the record. */
export const editingFolds: Folds<Extract<keyof RecordEvents, Editing>> = {
  TurnWritten: (minutes, { turn }) => {
    reread(minutes, turn);
  },
  TurnCorrected: (minutes, { turn }) => {
    reread(minutes, turn);
  },
  RemarkWithdrawn: (minutes, { turn }) => {
    reread(minutes, turn);
  },
  SpeakerCorrected: (minutes, { turn }) => {
    reread(minutes, turn);
  },
  TurnSplit: (minutes, { turn, into, keep, who, since }) => {
    splitOff(minutes, turn, into, keep, who, since);
  },
  TurnsJoined: (minutes, { turn, with: other }) => {
    hide(minutes, other, turn);
  },
  EditUndone: (minutes, { edit, back, texts }) => {
    const root = editAt(minutes.state.record.edits, edit);
    if (root === undefined) return;
    const { what, turn } = root;
    if (what.kind === 'split') (back ? hide : show)(minutes, what.into, turn);
    else if (what.kind === 'join') (back ? show : hide)(minutes, what.with, turn);
    else for (const touched of new Set([turn, ...texts.map((text) => text.turn)])) reread(minutes, touched);
  },
};

function reread(minutes: Folding, turn: number): void {
  minutes.find('turn', `turn:${turn}`)?.set(readFrom(minutes, turn));
}

type Edited = Pick<
  BlockOf<'turn'>,
  'text' | 'captions' | 'corrections' | 'withdrawn' | 'speakerCorrections' | 'edited' | 'undo' | 'redo'
> &
  Partial<Pick<BlockOf<'turn'>, 'speaker' | 'role'>>;

/** What the record says of a turn now. */
function readFrom({ state }: Folding, turn: number): Edited {
  const { turns, edits } = state.record;
  const own = turnText(turns, turn);
  const editsOf = (numbers: readonly number[]) => numbers.flatMap((no) => editAt(edits, no) ?? []);
  const last = editAt(edits, Math.max(0, own.head, ...own.done.slice(-1), ...own.undone.slice(-1)));
  return {
    text: own.text,
    captions: own.captions?.no,
    corrections: editsOf(own.corrections).flatMap(correctionOf),
    withdrawn: withdrawalOf(own.withdrawal === null ? undefined : editAt(edits, own.withdrawal)),
    speakerCorrections: editsOf(own.speakerEdits).flatMap(speakerCorrectionOf),
    edited: last === undefined ? null : { at: last.at, by: last.by },
    undo: own.done.at(-1) ?? null,
    redo: own.undone.at(-1) ?? null,
    ...(own.speaker === null
      ? {}
      : { speaker: own.speaker, role: roleOf(state, own.speaker, heardOf(state, turn)?.chair ?? null) }),
  };
}

function correctionOf({ at, by, what }: Edit): BlockOf<'turn'>['corrections'] {
  return what.kind === 'correction'
    ? [{ at, by, why: what.why, before: what.before, leave: what.leave }]
    : [];
}

function speakerCorrectionOf({ at, by, what }: Edit): BlockOf<'turn'>['speakerCorrections'] {
  return what.kind === 'speaker' ? [{ at, by, why: what.why, before: what.before }] : [];
}

function withdrawalOf(edit: Edit | undefined): BlockOf<'turn'>['withdrawn'] {
  return edit?.what.kind === 'withdrawal'
    ? { at: edit.at, by: edit.by, why: edit.what.why, leave: edit.what.leave }
    : null;
}

/** A part stands right behind the turn it comes from, and begins where its share of the words does. */
function splitOff(
  minutes: Folding,
  turn: number,
  into: number,
  keep: number,
  who: string,
  since: number | null,
): void {
  const found = minutes.find('turn', `turn:${turn}`);
  if (found === null) return;
  const { model, state } = minutes;
  const { block } = found;
  const ceiling = model.ceilings[turn] ?? Math.floor(block.order) + 1;
  const order = (block.order + ceiling) / 2;
  model.ceilings[into] = ceiling;
  model.ceilings[turn] = order;
  const end = block.endedAt ?? minutes.at;
  const rest = turnText(state.record.turns, into).text.length;
  const guessed = block.at + Math.round(((end - block.at) * keep) / Math.max(1, keep + rest));
  const begin = Math.min(end, Math.max(block.at, since ?? guessed));
  minutes.add(
    {
      type: 'turn',
      turn: into,
      item: block.item,
      role: roleOf(state, who, heardOf(state, turn)?.chair ?? null),
      explanation: null,
      partOf: block.partOf ?? turn,
      joined: null,
      at: begin,
      endedAt: block.endedAt,
      ...readFrom(minutes, into),
    },
    `turn:${into}`,
    order,
  );
  found.set({ ...readFrom(minutes, turn), endedAt: begin });
}

/** A turn's words stand in another one now. */
function hide(minutes: Folding, turn: number, into: number): void {
  const own = minutes.find('turn', `turn:${turn}`);
  const there = minutes.find('turn', `turn:${into}`);
  if (own === null || there === null) return;
  const { endedAt, explanation } = there.block;
  own.set({ ...readFrom(minutes, turn), joined: { into, endedAt, explanation } });
  there.set({
    ...readFrom(minutes, into),
    endedAt: own.block.endedAt,
    explanation: explanation ?? own.block.explanation,
  });
}

/** It is a turn of its own again. */
function show(minutes: Folding, turn: number, from: number): void {
  const own = minutes.find('turn', `turn:${turn}`);
  const there = minutes.find('turn', `turn:${from}`);
  if (own === null || there === null) return;
  const before = own.block.joined;
  own.set({ ...readFrom(minutes, turn), joined: null, endedAt: there.block.endedAt });
  there.set({
    ...readFrom(minutes, from),
    ...(before === null ? {} : { endedAt: before.endedAt, explanation: before.explanation }),
  });
}

import type { BlockOf, MinutesBlock } from '../../../shared/minutes/block.ts';

type Leave = NonNullable<BlockOf<'turn'>['withdrawn']>['leave'];

/** What became of words: a correction, another speaker, a promise, an opinion or a withdrawal, with the turn that it belongs to. */
export type SheetNote = {
  /** Stable; also the note's place on the page. */
  readonly key: string;
  /** The block of the turn it stands at; null where it belongs to no turn. */
  readonly at: string | null;
  readonly item: string | null;
} & (
  | {
      readonly kind: 'correction';
      readonly no: number;
      readonly before: string;
      readonly after: string;
      readonly why: string;
      readonly leave: Leave;
      readonly time: number;
      readonly by: string;
    }
  | {
      readonly kind: 'speaker';
      readonly before: string;
      readonly after: string;
      readonly why: string;
      readonly time: number;
      readonly by: string;
    }
  | {
      readonly kind: 'withdrawal';
      readonly why: string;
      readonly leave: Leave;
      readonly time: number;
      readonly by: string;
    }
  | {
      readonly kind: 'promise';
      readonly no: number;
      readonly from: string | null;
      readonly text: string;
      readonly due: string | null;
      readonly done: string | null;
    }
  | {
      readonly kind: 'opinion';
      readonly no: number;
      readonly from: string | null;
      readonly text: string;
      readonly answer: string | null;
    }
);

/** The notes in reading order; corrections are numbered through the document. */
export function sheetNotes(blocks: readonly MinutesBlock[]): SheetNote[] {
  const notes: SheetNote[] = [];
  let corrections = 0;
  blocks.forEach((block, index) => {
    const { id, item } = block;
    if (block.type === 'turn') {
      block.corrections.forEach(({ before, why, leave, at, by }, nth) => {
        corrections += 1;
        const after = block.corrections[nth + 1]?.before ?? block.text;
        const changed = changedPart(before, after);
        const key = `${id}.c${nth}`;
        notes.push({
          kind: 'correction',
          key,
          at: id,
          item,
          no: corrections,
          ...changed,
          why,
          leave,
          time: at,
          by,
        });
      });
      block.speakerCorrections.forEach(({ before, why, at, by }, nth) => {
        const after = block.speakerCorrections[nth + 1]?.before ?? block.speaker ?? '';
        notes.push({ kind: 'speaker', key: `${id}.s${nth}`, at: id, item, before, after, why, time: at, by });
      });
      if (block.withdrawn !== null) {
        const { why, leave, at, by } = block.withdrawn;
        notes.push({ kind: 'withdrawal', key: `${id}.w`, at: id, item, why, leave, time: at, by });
      }
    } else if (block.type === 'promise') {
      const { promise: no, speaker: from, text, due, fulfilled } = block;
      const at = saidIn(blocks, index, from, item);
      notes.push({ kind: 'promise', key: id, at, item, no, from, text, due, done: fulfilled?.text ?? null });
    } else if (block.type === 'opinion' && block.carried === null) {
      const { opinion: no, speaker: from, text, response } = block;
      const at = from === null ? null : saidIn(blocks, index, from, item);
      notes.push({ kind: 'opinion', key: id, at, item, no, from, text, answer: response?.text ?? null });
    }
  });
  return notes;
}

/** The turn that this person spoke last before it was noted, on the same item. */
function saidIn(
  blocks: readonly MinutesBlock[],
  before: number,
  who: string | null,
  item: string | null,
): string | null {
  for (let index = before - 1; index >= 0; index--) {
    const block = blocks[index];
    if (block?.type === 'turn' && block.speaker === who && block.item === item) return block.id;
  }
  return null;
}

/** Only what differs, so that a long turn shows 「9人 → 10人」; with a little before it where that is all digits. */
function changedPart(before: string, after: string): { readonly before: string; readonly after: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  // A number is read as a whole, with what it counts.
  while (from > 0 && isDigit(before[from - 1])) from--;
  if (tail > 0 && isDigit(before[from] ?? after[from])) tail--;
  return { before: before.slice(from, before.length - tail), after: after.slice(from, after.length - tail) };
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && /[0-9０-９]/.test(letter);
}

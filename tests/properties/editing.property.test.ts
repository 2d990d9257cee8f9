import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { blocksInOrder, shownBlocks } from '../../shared/minutes/model.ts';
import { turnText } from '../../shared/features/record/turnTexts.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

const people = ['m03', 'm04', 'k01'] as const;

/** The words of a turn at the beginning: letters that stand nowhere else. */
function lettersOf(turn: number): string[] {
  return [0, 1, 2].map((nth) => String.fromCodePoint(0x3041 + 3 * turn + nth));
}

/** A meeting with six turns on one item, of which five have words in tokens: `[い][ろ][は]`. */
function spoken(): Played {
  const played = opened({}, '1-7');
  played.ok('m01', { do: 'startItem', item: 'i1' }, 10);
  for (const who of ['m03', 'm04', 'm03', 'm05']) played.ok('desk', { do: 'speak', who }, played.clock + 30);
  for (let turn = 1; turn <= 5; turn++)
    played.ok('desk', {
      do: 'writeTurn',
      turn,
      text: lettersOf(turn)
        .map((letter) => `[${letter}]`)
        .join(''),
      base: '',
    });
  played.passTo(played.clock + 30);
  return played;
}

function shown(played: Played): MinutesBlock[] {
  return [...shownBlocks(blocksInOrder(minutesOf(played.log).model))];
}

function turnsShown(played: Played) {
  return shown(played).filter((block) => block.type === 'turn');
}

/** What a reader sees, and nothing of how it came about. */
function read(played: Played): unknown[] {
  return shown(played).map((block) =>
    block.type === 'turn'
      ? { ...block, changed: 0, edited: null, undo: null, redo: null }
      : { ...block, changed: 0 },
  );
}

interface Attempt {
  readonly kind: 'write' | 'correct' | 'speaker' | 'split' | 'join' | 'withdraw' | 'undo';
  readonly one: number;
  readonly two: number;
}

const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  kind: fc.constantFrom(
    'write',
    'write',
    'correct',
    'speaker',
    'split',
    'split',
    'join',
    'join',
    'withdraw',
    'undo',
  ),
  one: fc.nat(999),
  two: fc.nat(999),
});

/** Places between tokens, the ends included. */
function seams(text: string): number[] {
  return [0, ...[...text.matchAll(/\]/g)].map(({ index }) => index + 1)];
}

const pick = <T>(list: readonly T[], by: number): T => {
  const found = list[by % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

function commandOf(played: Played, { kind, one, two }: Attempt, token: string): CommandInput {
  const turns = turnsShown(played);
  const block = pick(turns, one);
  const { turn, text } = block;
  const place = pick(seams(text), two);
  const grown = text.slice(0, place) + token + text.slice(place);
  switch (kind) {
    case 'write':
      return { do: 'writeTurn', turn, text: grown, base: text };
    case 'correct':
      return { do: 'correctTurn', turn, text: grown, why: '聞き誤り' };
    case 'speaker':
      return { do: 'correctSpeaker', turn, who: pick(people, two), why: '人違い' };
    case 'split':
      return { do: 'splitTurn', turn, keep: place, base: text, ...(two % 2 === 0 ? { who: 'm05' } : {}) };
    case 'join':
      return { do: 'joinTurns', turn, with: turns[(one % turns.length) + 1]?.turn ?? 1 };
    case 'withdraw':
      return { do: 'withdrawRemark', turn, why: '申し出' };
    case 'undo':
      return { do: 'undoEdit', edit: 1 + (two % Math.max(1, played.state.record.edits.count)) };
  }
}

describe('whatever desks edit', () => {
  it('[R17] undoing an edit restores what is read exactly, and undoing that does the edit again exactly', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(fc.array(anyAttempt, { minLength: 1, maxLength: 25, size: 'max' }), (attempts) => {
        const played = spoken();
        attempts.forEach((attempt, index) => {
          const before = read(played);
          const edits = played.state.record.edits.count;
          const done = played.send(
            'desk',
            commandOf(played, attempt, `[${String.fromCodePoint(0x4e00 + 7 * index)}]`),
          );
          if (isRefusal(done) || played.state.record.edits.count === edits) {
            expect(read(played)).toEqual(before);
            return;
          }
          carriedOut += 1;
          const after = read(played);
          const edit = played.state.record.edits.count;
          played.ok('desk', { do: 'undoEdit', edit });
          expect(read(played)).toEqual(before);
          played.ok('desk', { do: 'undoEdit', edit: edit + 1 });
          expect(read(played)).toEqual(after);
        });
        expect(replay(played.log)).toEqual(played.state);
        expect(JSON.parse(JSON.stringify(played.state))).toEqual(played.state);
      }),
      { numRuns: 60 },
    );
    expect(carriedOut).toBeGreaterThan(300);
  }, 60_000);

  it('[R17] undoing everything, the latest first, leads back to the beginning', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { minLength: 1, maxLength: 30, size: 'max' }), (attempts) => {
        const played = spoken();
        const beginning = read(played);
        const first = played.state.record.edits.count;
        attempts.forEach((attempt, index) => {
          if (attempt.kind !== 'undo')
            played.send('desk', commandOf(played, attempt, `[${String.fromCodePoint(0x4e00 + 7 * index)}]`));
        });
        const { count } = played.state.record.edits;
        for (let edit = count; edit > first; edit--) played.ok('desk', { do: 'undoEdit', edit });
        expect(read(played)).toEqual(beginning);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[R16] nobody’s words are lost, whatever is split and joined while several desks type', () => {
    const step = fc.record({
      desk: fc.nat(2),
      does: fc.constantFrom('look', 'type', 'type', 'type', 'split', 'join', 'undo'),
      one: fc.nat(999),
      two: fc.nat(999),
    });
    let written = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
        const played = spoken();
        /** What each desk last saw: turns may have been split and joined since. */
        const seen = [0, 1, 2].map(() => turnsShown(played));
        const tokens: string[] = [];
        const arranged: number[] = [];
        steps.forEach(({ desk, does, one, two }, index) => {
          if (does === 'look') seen[desk] = turnsShown(played);
          else if (does === 'type') {
            const { turn, text } = pick(seen[desk] ?? [], one);
            const place = pick(seams(text), two);
            // A letter that nobody else types.
            const token = `[${String.fromCodePoint(0x4e00 + 7 * index)}]`;
            const mine = text.slice(0, place) + token + text.slice(place);
            played.ok('desk', { do: 'writeTurn', turn, text: mine, base: text });
            tokens.push(token);
          } else if (does === 'undo') {
            const edit = arranged.at(-1 - (one % 3));
            if (edit !== undefined) played.send('desk', { do: 'undoEdit', edit });
          } else {
            const before = played.state.record.edits.count;
            played.send('desk', commandOf(played, { kind: does, one, two }, ''));
            if (played.state.record.edits.count > before) arranged.push(played.state.record.edits.count);
          }
        });
        const all = turnsShown(played)
          .map(({ text }) => text)
          .join('\n');
        for (const token of tokens) expect(all).toContain(token.slice(1, -1));
        for (let turn = 1; turn <= 5; turn++)
          for (const letter of lettersOf(turn)) expect(all).toContain(letter);
        written += tokens.length;
        const words = (turn: number) => turnText(played.state.record.turns, turn).text;
        for (const block of turnsShown(played)) expect(block.text).toBe(words(block.turn));
      }),
      { numRuns: 150 },
    );
    expect(written).toBeGreaterThan(300);
  }, 60_000);
});

import { describe, expect, it } from 'vitest';
import { isLinearizable } from './checker.ts';
import type { History, Input, Output } from './history.ts';
import type { Meeting } from './sequential.ts';

const begin: Meeting = { present: ['m01', 'm02', 'm03'], queue: [], vote: null };

/** Operations as `client, called, returned, input, output`. */
function historyOf(...rows: readonly (readonly [string, number, number, Input, Output])[]): History {
  return rows
    .map(([client, called, returned, input, output]) => ({ client, called, returned, input, output }))
    .toSorted((a, b) => a.called - b.called);
}

const raise = (who: string): Input => ({ do: 'raiseHand', who });
const cast = (who: string): Input => ({ do: 'castVote', who, choice: 'yes' });
const queue = (...names: string[]): Output => ({ queue: names, present: 3, vote: null });

describe('the checker of histories', () => {
  it('[T11] takes any order of what ran at once, and no other', () => {
    const at_once = [
      ['a', 0, 10, raise('m02'), 'ok'],
      ['b', 1, 9, raise('m03'), 'ok'],
    ] as const;
    for (const names of [
      ['m02', 'm03'],
      ['m03', 'm02'],
    ])
      expect(
        isLinearizable(historyOf(...at_once, ['c', 11, 12, { do: 'read' }, queue(...names)]), begin),
      ).toBe(true);
    expect(isLinearizable(historyOf(...at_once, ['c', 11, 12, { do: 'read' }, queue('m02')]), begin)).toBe(
      false,
    );
  });

  it('[T11] holds to the order of the clock, not of any number that the server names', () => {
    const later = historyOf(
      ['a', 0, 1, raise('m02'), 'ok'],
      ['b', 2, 3, raise('m03'), 'ok'],
      ['c', 4, 5, { do: 'read' }, queue('m03', 'm02')],
    );
    expect(isLinearizable(later, begin)).toBe(false);
  });

  it('[T11] lets what had no answer have happened, or not', () => {
    const unanswered = ['a', 0, Infinity, raise('m02'), 'ok'] as const;
    for (const names of [[], ['m02']])
      expect(isLinearizable(historyOf(unanswered, ['b', 5, 6, { do: 'read' }, queue(...names)]), begin)).toBe(
        true,
      );
  });

  it('[T11] knows that a ballot before the vote or after its close is refused', () => {
    const vote = (output: Output): History =>
      historyOf(
        ['desk', 0, 1, { do: 'openVote' }, 'ok'],
        ['desk', 2, 3, { do: 'closeVote' }, 'ok'],
        ['a', 4, 5, cast('m02'), output],
      );
    expect(isLinearizable(vote('refused'), begin)).toBe(true);
    expect(isLinearizable(vote('ok'), begin)).toBe(false);
  });
});

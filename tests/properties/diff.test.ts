import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import { diff } from '../../shared/views/diff.ts';
import { share } from '../../shared/views/part.ts';

/** JSON with the keys that trip up careless code. */
const awkward = fc.constantFrom('a', 'b', 'm01', '__proto__', 'constructor', 'toString', '', '0');
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, 0, 1, '', 'x', '賛成'),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(awkward, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

describe('differences of views', () => {
  it('[N1] a patch made from two versions turns the one into the other', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const patch = JSON.parse(JSON.stringify(diff(before, after))) as ReturnType<typeof diff>;
        expect(applyPatch(before, patch)).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('[N1] applying a patch changes neither the view it starts from nor the patch', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const patch = diff(before, after);
        const kept = JSON.stringify([before, patch]);
        applyPatch(before, patch);
        expect(JSON.stringify([before, patch])).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });

  it('[N1] equal versions need no operation, whatever their identity', () => {
    fc.assert(fc.property(json, (value) => diff(value, structuredClone(value)).length === 0));
  });

  it('[N1] what a patch does not touch keeps its identity', () => {
    const before = { people: { m01: { name: '委員０１' } }, floor: { queue: [{ who: 'm01' }] } };
    const after = { ...before, floor: { queue: [...before.floor.queue, { who: 'm02' }] } };
    const patched = applyPatch(before, diff(before, after));
    expect(patched.people).toBe(before.people);
    expect(patched.floor.queue[0]).toBe(before.floor.queue[0]);
  });

  it('[N1] a list that grew sends what came, and a queue whose first left sends that', () => {
    const queue = Array.from({ length: 50 }, (_, i) => ({ who: `m${i}`, raisedAt: i }));
    const copy = () => structuredClone(queue);
    const last = { who: 'm50', raisedAt: 50 };
    expect(diff({ queue }, { queue: [...copy(), last] })).toEqual([['~', ['queue'], 50, 0, [last]]]);
    expect(diff({ queue }, { queue: copy().slice(1) })).toEqual([['~', ['queue'], 0, 1, []]]);
  });

  it('[N1] a patch for another version is an error, never a wrong view', () => {
    expect(() => applyPatch({ a: 1 }, [['=', ['b', 'c'], 1]])).toThrow('does not fit');
    expect(() => applyPatch({ a: [1] }, [['~', ['a'], 1, 1, []]])).toThrow('does not fit');
    expect(() => applyPatch({ a: [1] }, [['=', ['a', 1], 2]])).toThrow('does not fit');
    expect(() => applyPatch({ a: 1 }, [['-', ['b']]])).toThrow('does not fit');
    expect(() => applyPatch({}, [['=', ['constructor', 'name'], 'x']])).toThrow('does not fit');
  });

  it('[N2] a part made anew shares with the old one all that came out equal', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const shared = share(before, after);
        expect(shared).toEqual(after);
        expect(diff(before, shared)).toEqual(diff(before, after));
      }),
      { numRuns: 500 },
    );
    const before = { a: { x: 1 }, b: { y: [1, 2] } };
    const shared = share(before, { a: { x: 1 }, b: { y: [1, 3] } });
    expect(shared.a).toBe(before.a);
    expect(share(before, structuredClone(before))).toBe(before);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderQueue } from '../../shared/features/floor/orderQueue.ts';
import { emptyFloor } from '../../shared/features/floor/state.ts';
import type { Hand } from '../../shared/features/floor/state.ts';
import { personMapOf } from '../../shared/meeting/personMap.ts';
import { rulesWithDefaults } from '../../shared/rules/rules.ts';
import { planOf, startsAt } from '../support/plans.ts';

const people = Array.from({ length: 12 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);

const anyHands: fc.Arbitrary<Hand[]> = fc
  .uniqueArray(fc.constantFrom(...people), { maxLength: people.length })
  .chain((queue) =>
    fc.tuple(
      ...queue.map((who, index) =>
        fc.record({
          no: fc.constant(10 + index),
          who: fc.constant(who),
          kind: fc.constantFrom('speak' as const, 'followUp' as const, 'pointOfOrder' as const),
          raisedAt: fc.integer({ min: 0, max: 6 }).map((half) => startsAt + half * 500),
          enteredAt: fc.constant(startsAt + 4000),
          source: fc.constantFrom('self' as const, 'desk' as const),
          channel: fc.constantFrom('inRoom' as const, 'online' as const),
        }),
      ),
    ),
  );

const anySetting = fc.record({
  order: fc.constantFrom('fifo' as const, 'firstTimeFirst' as const, 'alternate' as const, 'chair' as const),
  window: fc.constantFrom(0, 0.5, 1, 10),
  spoken: fc.dictionary(
    fc.constantFrom(...people),
    fc.record({ times: fc.integer({ min: 0, max: 2 }), ms: fc.constant(0) }),
  ),
  lastChannel: fc.constantFrom(null, 'inRoom' as const, 'online' as const),
  overrides: fc.array(
    fc.record({
      who: fc.constantFrom(...people),
      before: fc.option(fc.constantFrom(...people)),
      why: fc.constant('順番'),
      no: fc.integer({ min: 9, max: 22 }),
    }),
    { maxLength: 4 },
  ),
});

function queue(hands: readonly Hand[], setting: typeof anySetting extends fc.Arbitrary<infer S> ? S : never) {
  return orderQueue({
    info: planOf().meeting,
    rules: rulesWithDefaults({
      floor: { order: setting.order, tieWindowSeconds: setting.window },
    }),
    floor: {
      ...emptyFloor,
      hands,
      spoken: personMapOf(Object.entries(setting.spoken)),
      lastChannel: setting.lastChannel,
      overrides: setting.overrides,
    },
  });
}

const reversed = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).toReversed());

describe('the speaking order', () => {
  it('[F18] holds everybody once and is the same however the hands and records are stored', () => {
    fc.assert(
      fc.property(anyHands, anySetting, (hands, setting) => {
        const order = queue(hands, setting);
        expect(order.lines.map(({ hand }) => hand.no).toSorted()).toEqual(
          hands.map((hand) => hand.no).toSorted(),
        );
        const shuffled = queue(
          hands.toReversed().map((hand) => reversed({ ...hand }) as unknown as Hand),
          {
            ...setting,
            spoken: reversed(setting.spoken),
          },
        );
        expect(shuffled).toEqual(order);
      }),
      { numRuns: 500 },
    );
  });

  it('[F3, F6] never lets a hand pass one of its kind that went up earlier than the tie window', () => {
    fc.assert(
      fc.property(anyHands, anySetting, (hands, setting) => {
        const { lines } = queue(hands, { ...setting, order: 'alternate', overrides: [] });
        const rank = { pointOfOrder: 0, followUp: 1, speak: 2 };
        lines.forEach(({ hand }, place) => {
          for (const { hand: later } of lines.slice(place + 1)) {
            expect(rank[hand.kind]).toBeLessThanOrEqual(rank[later.kind]);
            if (later.kind === hand.kind)
              expect(later.raisedAt).toBeGreaterThanOrEqual(hand.raisedAt - setting.window * 1000);
          }
        });
      }),
    );
  });

  it('[F4] marks as raised at once only hands that stand together and lie within one window', () => {
    fc.assert(
      fc.property(anyHands, anySetting, (hands, setting) => {
        const { lines, ties } = queue(hands, { ...setting, overrides: [] });
        for (const { tie } of ties) {
          const group = lines.filter((line) => line.tie === tie);
          expect(group.length).toBeGreaterThan(1);
          const times = group.map((line) => line.hand.raisedAt);
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(setting.window * 1000);
          const first = lines.indexOf(group[0] ?? lines[0]!);
          expect(lines.slice(first, first + group.length)).toEqual(group);
        }
      }),
    );
  });
});

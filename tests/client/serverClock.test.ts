import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServerClock } from '../../client/connection/serverClock.ts';

/** A server's clock that is `ahead` of the page's, and answers that take their time in both directions. */
const exchanges = fc.record({
  ahead: fc.integer({ min: -1e9, max: 1e9 }),
  answers: fc.array(
    fc.record({
      pause: fc.integer({ min: 0, max: 60_000 }),
      there: fc.integer({ min: 0, max: 3000 }),
      back: fc.integer({ min: 0, max: 3000 }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
});

describe("the server's clock on a page", () => {
  it('[C29] is wrong by no more than half the time of the quickest answer', () => {
    fc.assert(
      fc.property(exchanges, ({ ahead, answers }) => {
        let local = 0;
        const clock = new ServerClock(() => local);
        let quickest = Infinity;
        for (const { pause, there, back } of answers) {
          local += pause;
          const sent = local;
          local += there + back;
          clock.learn(sent, local, sent + there + ahead);
          quickest = Math.min(quickest, there + back);
        }
        // Far enough on that nothing shown before holds it.
        local += 10_000;
        expect(Math.abs(clock.now() - (local + ahead))).toBeLessThanOrEqual(quickest / 2);
      }),
    );
  });

  it('[C29] never goes back, whatever answers it learns from', () => {
    fc.assert(
      fc.property(exchanges, ({ ahead, answers }) => {
        let local = 0;
        const clock = new ServerClock(() => local);
        let shown = -Infinity;
        for (const { pause, there, back } of answers) {
          const sent = local;
          local += there + back;
          clock.learn(sent, local, sent + there + ahead);
          expect(clock.now()).toBeGreaterThanOrEqual(shown);
          shown = clock.now();
          local += pause;
        }
      }),
    );
  });

  it("[C29] follows a server's clock that stood still while the page slept", () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    clock.learn(0, 10, 1_000_005);
    // The phone slept: an hour passed for the server, and nothing for the page's own clock.
    local = 20;
    clock.learn(20, 40, 4_600_030);
    local = 40;
    expect(Math.abs(clock.now() - 4_600_040)).toBeLessThanOrEqual(10);
  });
});

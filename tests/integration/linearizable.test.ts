import { afterEach, describe, expect, test } from 'vitest';
import { isLinearizable } from '../simulation/linearizable/checker.ts';
import { corruptions } from '../simulation/linearizable/corruptions.ts';
import type { History } from '../simulation/linearizable/history.ts';
import { begin, recordHistory } from '../simulation/linearizable/recordHistory.ts';
import { Dice } from '../simulation/world/dice.ts';
import { startRedisServer } from '../support/redisServer.ts';
import { TestServer } from '../support/startServer.ts';

const started: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of started.splice(0).reverse()) await one.stop();
});

async function start<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const one = await starting;
  started.push(one);
  return one;
}

/** Of each kind of lie so many, spread over the histories. */
function lies(histories: readonly History[], each: number): { name: string; history: History }[] {
  const dice = new Dice(1, 'lies');
  return corruptions.flatMap(({ name, corrupt }) => {
    const all = histories.flatMap((history) => corrupt(history));
    const chosen = Array.from({ length: Math.min(each, all.length) }, () =>
      all.splice(dice.whole(0, all.length - 1), 1),
    ).flat();
    return chosen.map((history) => ({ name, history }));
  });
}

describe('what clients saw that acted at once', () => {
  test('[T10, T11] is what one meeting after the other would have told them; and of 50 false stories none passes', async () => {
    const server = await start(TestServer.start());
    const histories: History[] = [];
    for (const seed of [1, 2, 3, 4]) histories.push(await recordHistory([server], seed, 5));
    for (const history of histories) {
      expect(history.some(({ input, output }) => input.do === 'castVote' && output === 'ok')).toBe(true);
      expect(isLinearizable(history, begin)).toBe(true);
    }
    const told = lies(histories, 5);
    expect(new Set(told.map(({ name }) => name)).size).toBe(corruptions.length);
    expect(told.length).toBeGreaterThanOrEqual(50);
    expect(told.filter(({ history }) => isLinearizable(history, begin)).map(({ name }) => name)).toEqual([]);
  });

  test('[T10] is so on two nodes over one Redis, too', async () => {
    const redis = await start(startRedisServer());
    const config = { redisUrl: redis.url };
    const nodes = [
      await start(TestServer.start({ config })),
      await start(TestServer.start({ config })),
    ] as const;
    for (const seed of [5, 6]) expect(isLinearizable(await recordHistory(nodes, seed, 5), begin)).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { redisKillRounds } from '../support/redisKill.ts';
import { startRedisServer } from '../support/redisServer.ts';

const ROUNDS = Number(process.env['KYOSHU_REDIS_KILL_ROUNDS'] ?? 20);

it(
  `[L19] ${ROUNDS} times kill -9 of Redis under two nodes: nothing acknowledged is lost, nothing doubled`,
  async () => {
    const server = await startRedisServer();
    try {
      const figures = await redisKillRounds(server, ROUNDS);
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      expect(figures).toMatchObject({ rounds: ROUNDS, lost: 0, doubled: 0 });
      expect(figures.acknowledged).toBeGreaterThan(ROUNDS * 10);
    } finally {
      await server.stop();
    }
  },
  ROUNDS * 20_000,
);

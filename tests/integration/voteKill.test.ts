import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { clusterVictim, embeddedVictim } from '../torture/victim.ts';
import { killInMidVote } from '../torture/voteKills.ts';

/** `npm run torture` does two hundred. */
const kills = 8;

describe('kill -9 in the middle of votes', () => {
  let server: Program;
  beforeAll(async () => {
    server = await buildProgram('server/main.ts');
  });
  afterAll(async () => {
    await server.remove();
  });

  for (const [where, make] of [
    ['one process and its file', embeddedVictim],
    ['two nodes and their Redis', clusterVictim],
  ] as const)
    test(
      `[L19, S47] ${where}: every ballot that was acknowledged is in the record once, and declared`,
      async () => {
        const victim = await make(server.path);
        try {
          const figures = await killInMidVote(victim, kills);
          process.stdout.write(`${JSON.stringify(figures)}\n`);
          expect(figures).toMatchObject({ kills, lost: 0, doubled: 0, wrongResults: 0, unequalViews: 0 });
          expect(figures.acknowledged).toBe(kills * (5 + 11 * 3));
        } finally {
          await victim.stop();
        }
      },
      kills * 10_000,
    );
});

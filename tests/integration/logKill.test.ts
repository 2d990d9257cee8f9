import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../server/log/openStore.ts';
import { killRounds } from '../support/logKill.ts';
import { buildProgram, type Program } from '../support/program.ts';

const ROUNDS = Number(process.env['KYOSHU_KILL_ROUNDS'] ?? 20);

describe('the embedded log and the end of its process', () => {
  let program: Program;
  let dataDir: string;
  beforeAll(async () => {
    program = await buildProgram('tests/support/logWriter.ts');
    dataDir = await mkdtemp(join(tmpdir(), 'kyoshu-kill-'));
  });
  afterAll(async () => {
    await program.remove();
    await rm(dataDir, { recursive: true });
  });

  it(
    `[L19] ${ROUNDS} times kill -9 in the middle of a storm: nothing acknowledged is lost, nothing doubled`,
    async () => {
      const figures = await killRounds(program.path, join(dataDir, 'kill'), ROUNDS);
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      expect(figures).toMatchObject({ rounds: ROUNDS, lost: 0, doubled: 0 });
      expect(figures.acknowledged).toBeGreaterThan(ROUNDS * 100);
    },
    ROUNDS * 10_000,
  );

  it('[L15] a second process is told so while the first runs, and let in when that one was killed', async () => {
    const place = join(dataDir, 'busy');
    const child = spawn(process.execPath, [program.path, place, '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    expect(line).toBe('ready');
    await expect(openStore({ dataDir: place })).rejects.toMatchObject({ code: 'log/busy' });
    child.kill('SIGKILL');
    await closed;
    const store = await openStore({ dataDir: place });
    expect(await store.log.meetings()).toBeInstanceOf(Array);
    await store.close();
  });
});

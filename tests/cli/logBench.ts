/**
 * `node scripts/run.mjs logBench [--dir DIR]`: what the embedded log costs on this machine. The folder should be on
 * the disk in question; a bare loop of write and fsync beside it says what that disk can do at all.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../../server/log/openStore.ts';

const { values } = parseArgs({ options: { dir: { type: 'string' } } });
const folder = mkdtempSync(join(values.dir ?? tmpdir(), 'kyoshu-bench-'));

const event = (number: number) => ({
  type: 'HandRaised',
  at: 1_700_000_000_000 + number,
  by: `p${number % 40}`,
  who: `p${number % 40}`,
  channel: 'online',
  kind: 'speak',
  item: 'item-3',
});

const order = (meeting: string, number: number, events = 1) => ({
  meeting,
  expectedVersion: number,
  commandId: `0190d2c4-${meeting}-${number}`,
  events: Array.from({ length: events }, (_, index) => event(number + index)),
  answer: { ok: true, version: number + events },
});

interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
}

const timed = async (work: () => Promise<void> | void): Promise<Cost> => {
  const start = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, cpuMs: (user + system) / 1000 };
};

const report = (what: string, count: number, { ms, cpuMs }: Cost): void => {
  const perSecond = Math.round((count / ms) * 1000).toLocaleString('en');
  const each = `${(ms / count).toFixed(4)} ms each, ${(cpuMs / count).toFixed(4)} ms of CPU`;
  console.log(`${what.padEnd(45)} ${perSecond.padStart(9)}/s  ${each}`);
};

try {
  const raw = openSync(join(folder, 'raw'), 'w');
  const page = Buffer.alloc(4096 * 3, 1);
  const fsyncs = await timed(() => {
    for (let number = 0; number < 1000; number += 1) {
      writeSync(raw, page);
      fdatasyncSync(raw);
    }
  });
  closeSync(raw);
  report('bare write of 12 kB and fdatasync', 1000, fsyncs);

  const store = await openStore({ dataDir: folder });
  const { log } = store;
  const single = await timed(async () => {
    for (let number = 0; number < 3000; number += 1) await log.append(order('single', number));
  });
  report('appends one after the other, each durable', 3000, single);

  const grouped = await timed(async () => {
    for (let number = 0; number < 32_000; number += 64) {
      await Promise.all(Array.from({ length: 64 }, (_, index) => log.append(order('group', number + index))));
    }
  });
  report('appends, 64 in a turn of the event loop', 32_000, grouped);

  const storm = await timed(async () => {
    await Promise.all(Array.from({ length: 2000 }, (_, number) => log.append(order('storm', number))));
  });
  report('2,000 appends at once', 2000, storm);

  const ballots = await timed(async () => {
    await Promise.all(
      Array.from({ length: 2000 }, (_, number) =>
        log.append({
          ...order('secret', number),
          sealed: { box: 'b', deposit: number % 3 === 0 ? 'no' : 'yes' },
        }),
      ),
    );
  });
  report('2,000 secret ballots at once', 2000, ballots);

  const many = await timed(async () => {
    for (let number = 0; number < 100_000; number += 64) await log.append(order('long', number, 64));
  });
  report('events, 64 in a command', 100_000, many);

  await log.read('long', 0);
  const read = await timed(async () => void (await log.read('long', 0)));
  report('events read, chain checked', 100_000, read);
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * `npm run simulate -- --seeds 10000`: evenings by seed, on all cores; `--from N` begins at another one.
 * `npm run simulate -- --seed N --trace`: one of them, with a line for everything that happened.
 */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { simulate } from '../simulation/simulate.ts';
import type { Outcome } from '../simulation/simulate.ts';

interface Share {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

if (isMainThread) await main();
else await work(workerData as Share);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      trace: { type: 'boolean', default: false },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  if (values.seed !== undefined) await one(Number(values.seed), values.trace);
  else await many(Number(values.from), Number(values.seeds), Number(values.workers));
}

async function one(seed: number, traced: boolean): Promise<void> {
  const outcome = await simulate(seed, { traced });
  for (const line of outcome.trace) console.log(line);
  const { events, presses, digest, violation } = outcome;
  console.log(`seed ${String(seed)}: ${String(presses)} presses, ${String(events)} events, digest ${digest}`);
  if (violation !== null) console.log(`  ${violation.rule}: ${violation.detail}`);
  process.exitCode = violation === null ? 0 : 1;
}

async function many(from: number, count: number, workers: number): Promise<void> {
  const begun = performance.now();
  const failures: Outcome[] = [];
  const sum = { seeds: 0, events: 0, presses: 0 };
  const shares = Array.from({ length: workers }, (_, index) => ({
    from: from + index,
    to: from + count - 1,
    step: workers,
  }));
  await Promise.all(
    shares.map(async (share) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
      worker.on('message', (outcomes: readonly Outcome[]) => {
        for (const outcome of outcomes) {
          sum.seeds += 1;
          sum.events += outcome.events;
          sum.presses += outcome.presses;
          if (outcome.violation === null) continue;
          failures.push(outcome);
          console.log(
            `seed ${String(outcome.seed)} fails: ${outcome.violation.rule}: ${outcome.violation.detail}`,
          );
          console.log(`  npm run simulate -- --seed ${String(outcome.seed)} --trace`);
        }
      });
      await once(worker, 'exit');
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${String(sum.seeds)} seeds, ${String(sum.presses)} presses, ${String(sum.events)} events in ${seconds.toFixed(1)} s: ${String(failures.length)} failed`,
  );
  process.exitCode = failures.length === 0 && sum.seeds === count ? 0 : 1;
}

async function work({ from, to, step }: Share): Promise<void> {
  let outcomes: Outcome[] = [];
  for (let seed = from; seed <= to; seed += step) {
    outcomes.push(await simulate(seed));
    if (outcomes.length < 20) continue;
    parentPort?.postMessage(outcomes);
    outcomes = [];
  }
  parentPort?.postMessage(outcomes);
}

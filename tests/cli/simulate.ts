/**
 * `npm run simulate -- --seeds 10000`: evenings by seed, on all cores; `--from N` begins at another one.
 * `npm run simulate -- --seed N --trace`: one of them, with a line for everything that happened.
 * `npm run simulate -- --planted`: tests the tester: 50 bugs, one after the other, and the first seed that shows each.
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
      planted: { type: 'boolean', default: false },
      only: { type: 'string' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const workers = Number(values.workers);
  if (values.planted) await huntAll(Number(values.seeds), workers, values.only);
  else if (values.seed !== undefined) await one(Number(values.seed), values.trace);
  else await many(Number(values.from), Number(values.seeds), workers);
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

/** At least so many of the planted bugs must be found: 47 of 50. */
const enough = 0.94;

async function huntAll(seeds: number, workers: number, only: string | undefined): Promise<void> {
  const { hunt } = await import('../simulation/plantedBugs/plant.ts');
  const { plantedBugs } = await import('../simulation/plantedBugs/plantedBugs.ts');
  const names = only?.split(',');
  const bugs = plantedBugs.filter(({ name }) => names?.includes(name) !== false);
  const waiting = [...bugs];
  let found = 0;
  const hunter = async () => {
    for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) {
      const { seed, violation, seconds } = await hunt(bug, seeds);
      if (seed !== null) found += 1;
      const at = seed === null ? 'not found' : `seed ${String(seed)}`;
      const by = violation === null ? bug.breaks : violation.rule;
      console.log(`${bug.name.padEnd(34)} ${at.padStart(10)} ${seconds.toFixed(1).padStart(7)} s  ${by}`);
    }
  };
  await Promise.all(Array.from({ length: workers }, hunter));
  console.log(
    `${String(found)} of ${String(bugs.length)} planted bugs found within ${String(seeds)} seeds each`,
  );
  process.exitCode = found >= bugs.length * enough ? 0 : 1;
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

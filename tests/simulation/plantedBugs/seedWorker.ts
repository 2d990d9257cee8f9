/** In a worker: runs seeds from 1 on, tells of each, and stops at the first that shows something wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Violation } from '../checks/witness.ts';
import { simulate } from '../simulate.ts';

export interface Found {
  readonly seed: number;
  readonly violation: Violation | null;
}

const { seeds } = workerData as { readonly seeds: number };

for (let seed = 1; seed <= seeds; seed++) {
  const { violation } = await simulate(seed);
  parentPort?.postMessage({ seed, violation } satisfies Found);
  if (violation !== null) break;
}

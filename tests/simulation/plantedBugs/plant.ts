import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { Plugin } from 'vite';
import type { Violation } from '../checks/witness.ts';
import type { PlantedBug } from './plantedBug.ts';
import type { Found } from './seedWorker.ts';

/** What became of a planted bug: the first seed that showed it; null where none did. */
export interface Hunt {
  readonly bug: PlantedBug;
  readonly seed: number | null;
  readonly violation: Violation | null;
  readonly seconds: number;
}

/** A simulation that is silent for so long (ms) goes round in circles: the bug is found, too. */
const longestSilence = 60_000;

/** The project's root, from a source file or from what was built of it. */
const root = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'vite.config.ts'))) folder = dirname(folder);
  return folder;
})();

/** The file with the bug in it. Throws where the text is not there once: the product has changed, and the bug must, too. */
export async function planted(bug: PlantedBug): Promise<string> {
  const source = await readFile(join(root, bug.file), 'utf8');
  const [before, after, ...more] = source.split(bug.find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${bug.name}: its text stands ${String(more.length + 1)} times in ${bug.file}, not once`);
  return before + bug.put + after;
}

/** Runs seeds from 1 on with the bug in the product until one of them shows it. The sources stay as they are. */
export async function hunt(bug: PlantedBug, seeds: number): Promise<Hunt> {
  const begun = performance.now();
  const out = join(root, '.cache/planted', `${bug.name}-${String(process.pid)}`);
  try {
    await buildWith(bug, out);
    const found = await runSeeds(join(out, 'seedWorker.js'), seeds);
    return {
      bug,
      seed: found?.seed ?? null,
      violation: found?.violation ?? null,
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function buildWith(bug: PlantedBug, outDir: string): Promise<void> {
  const code = await planted(bug);
  const path = join(root, bug.file);
  const plugin: Plugin = {
    name: 'kyoshu:planted-bug',
    enforce: 'pre',
    load: (id) => (id === path ? code : null),
  };
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    plugins: [plugin],
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { seedWorker: join(root, 'tests/simulation/plantedBugs/seedWorker.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

async function runSeeds(file: string, seeds: number): Promise<Found | null> {
  const worker = new Worker(file, { workerData: { seeds } });
  try {
    return await new Promise((resolve, reject) => {
      let last = 0;
      const silence = () =>
        setTimeout(() => {
          resolve({ seed: last + 1, violation: { rule: 'it comes to an end', detail: 'no end' } });
          // eslint-disable-next-line no-restricted-syntax -- a watchdog: only silence tells of a simulation without end
        }, longestSilence);
      let timer = silence();
      worker.on('message', ({ seed, violation }: Found) => {
        clearTimeout(timer);
        last = seed;
        if (violation !== null) resolve({ seed, violation });
        else if (seed === seeds) resolve(null);
        else timer = silence();
      });
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export interface Program {
  /** The built file, which plain Node runs. */
  readonly path: string;
  remove(): Promise<void>;
}

/** Builds one TypeScript file of the tests into a program, for what must run in a process of its own. */
export const buildProgram = async (source: string): Promise<Program> => {
  const outDir = await mkdtemp(join(root, '.cache', 'program-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { external: true },
    build: { ssr: resolve(root, source), outDir, target: 'node20' },
  });
  return {
    path: join(outDir, `${basename(source, '.ts')}.js`),
    remove: () => rm(outDir, { recursive: true }),
  };
};

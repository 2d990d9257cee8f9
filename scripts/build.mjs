/**
 * Builds what runs: `product` (dist/client, dist/server) and `tools` (dist/tools: measuring and torturing programs).
 * `node scripts/build.mjs [product|tools]` builds in any case; `ensureBuilt` only when the sources have changed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const settings = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'svelte.config.js', 'scripts'];

/** @typedef {'product' | 'tools'} Target */

/**
 * `sources`: what the output depends on; `builds`: Vite's arguments for each folder of dist/.
 * @type {Record<Target, { sources: string[], builds: Record<string, string[]> }>}
 */
const targets = {
  product: {
    sources: [...settings, 'shared', 'server', 'client'],
    builds: { client: [], server: ['--ssr'] },
  },
  tools: {
    sources: [...settings, 'shared', 'server', 'tests'],
    builds: { tools: ['--ssr', '--mode', 'tools'] },
  },
};

/**
 * Every file of the sources with its content, as one hash. Times of files are not used: git and container
 * layers set them as they like.
 * @param {string[]} sources paths under the root
 */
function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    for (const file of filesOf(path)) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} the path itself, or all files under it, in a fixed order */
function filesOf(path) {
  const entries = readdirOrNothing(path);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} path */
function readdirOrNothing(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true });
  } catch {
    return null;
  }
}

/** @param {Target} target */
const stampOf = (target) => join(root, 'dist', `.${target}`);

/**
 * Builds when the output is missing or was made of other sources. Where only dist/ was shipped, dist/ is right.
 * @param {Target} target
 */
export async function ensureBuilt(target) {
  const { sources, builds } = targets[target];
  if (!existsSync(join(root, 'vite.config.ts'))) return;
  const whole = Object.keys(builds).every((folder) => existsSync(join(root, 'dist', folder)));
  const stamp = stampOf(target);
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(sources)) return;
  await build(target);
}

/**
 * Builds beside dist/ and puts the result in place at the end: a failed build leaves the last good one, and two
 * builds at once do not mix.
 * @param {Target} target
 */
export async function build(target) {
  const { sources, builds } = targets[target];
  const hash = hashOf(sources);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const work = mkdtempSync(join(root, '.cache', 'build-'));
  try {
    for (const [folder, args] of Object.entries(builds)) {
      await vite([...args, '--outDir', join(work, folder), '--logLevel', 'warn']);
    }
    mkdirSync(join(root, 'dist'), { recursive: true });
    for (const folder of Object.keys(builds)) {
      const place = join(root, 'dist', folder);
      rmSync(place, { recursive: true, force: true });
      renameSync(join(work, folder), place);
    }
    writeFileSync(stampOf(target), hash);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs `vite build` in a process of its own, whose memory is gone when the server starts. @param {string[]} args */
async function vite(args) {
  const bin = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  // Whoever asks: under Vitest's NODE_ENV the pages would be built for development, and stay so, a quarter heavier.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [bin, 'build', ...args], { cwd: root, env, stdio: ['ignore', 2, 2] });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  /** @type {number | null} */
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  process.removeListener('SIGTERM', stop);
  if (code !== 0) throw new Error(`vite build ${args.join(' ')} ended with ${code ?? 'a signal'}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ?? 'product';
  if (target !== 'product' && target !== 'tools') {
    console.error(`There is nothing called "${target}" to build: product or tools.`);
    process.exit(2);
  }
  await build(target);
}

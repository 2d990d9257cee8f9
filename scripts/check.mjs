/**
 * `npm run check`: every script of package.json that is called `check:…`, in the order in which they stand there, the
 * longest first, as many at a time as there are processors. Each shows what it said once it has ended; a warning fails.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './build.mjs';
import { endWithParent } from './endWithParent.mjs';

endWithParent();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
/** @type {string[]} */
const failed = [];
await Promise.all(Array.from({ length: Math.max(availableParallelism(), 2) }, lane));
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Takes one check after the other, as long as any waits. */
async function lane() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const start = performance.now();
    const { code, said } = await run(name);
    if (code !== 0) failed.push(name);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)${said.trim() === '' ? '' : `\n${said.trim()}\n`}`,
    );
  }
}

/**
 * @param {string} name of a script in package.json
 * @returns {Promise<{ code: number | null, said: string }>}
 */
async function run(name) {
  const child = spawn(scripts[name] ?? '', { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  /** @type {number | null} */
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  process.removeListener('exit', stop);
  return { code, said };
}

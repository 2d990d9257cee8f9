/**
 * `npm test [-- vitest's filters and options]`: makes sure that a Chromium and a redis-server are there (nothing is
 * skipped for want of them), builds the product, runs all tests and ends with the line `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureBuilt, root } from './build.mjs';
import { findChromium, findRedisServer } from './programs.mjs';

/**
 * What is used of vitest's JSON report.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} Report
 */

const args = process.argv.slice(2);

/** What to find, and the Debian packages that bring it. */
const needs = [
  {
    what: 'redis-server',
    find: findRedisServer,
    variable: 'KYOSHU_REDIS_SERVER',
    packages: ['redis-server'],
  },
  { what: 'Chromium', find: findChromium, variable: 'KYOSHU_CHROMIUM', packages: ['chromium'] },
];

for (const { what, variable } of ensurePrograms()) {
  console.error(`npm test needs ${what}, which is not on this machine and could not be installed.`);
  console.error(`  Install it, or name its program in ${variable}.`);
  process.exitCode = 1;
}
if (process.exitCode) {
  console.error('  Debian:        sudo apt-get install redis-server chromium');
  console.error(
    '  Ubuntu:        sudo apt-get install redis-server && npx playwright-core install --with-deps chromium',
  );
  console.error('  Fedora:        sudo dnf install redis chromium');
  console.error('  macOS:         brew install redis && npx playwright-core install chromium');
  process.exit();
}

await ensureBuilt('product');
process.exit(await runTests());

/** Installs what is missing where that is possible. @returns what is still missing */
function ensurePrograms() {
  const missing = needs.filter(({ find }) => find() === null);
  if (missing.length === 0 || process.getuid?.() !== 0) return missing;
  const packages = missing.flatMap((need) => need.packages);
  console.error(`Installing ${packages.join(', ')}…`);
  // In run level 1 Debian's packages start no service of their own: tests start theirs, on free ports.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', command, { stdio: ['ignore', 2, 2], env: environment });
    if (status !== 0) break;
  }
  return missing.filter(({ find }) => find() === null);
}

/** Runs vitest and prints the sum. @returns {Promise<number>} the exit code */
async function runTests() {
  const report = join(root, '.cache/tests.json');
  rmSync(report, { force: true });
  const bin = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = spawn(process.execPath, [bin, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => vitest.kill(signal));
  /** @type {number | null} */
  const code = await new Promise((done, fail) => {
    vitest.once('error', fail);
    vitest.once('close', done);
  });

  const { passed, failed, skipped } = countsOf(report);
  const complaints = [];
  if (passed + failed === 0) complaints.push('No test was run.');
  if (skipped > 0 && failed === 0 && !isFiltered()) complaints.push(`${skipped} tests were not run.`);
  if (code !== 0 && failed === 0) complaints.push('Vitest reports an error outside the tests (see above).');
  for (const complaint of complaints) console.error(complaint);
  // An error that belongs to no test is a failure all the same.
  const sum = code !== 0 && failed === 0 ? 1 : failed;
  console.log(`${passed} passed, ${sum} failed`);
  return sum > 0 || complaints.length > 0 ? 1 : 0;
}

/** Somebody asked for certain tests by name, so that the others are rightly left out. */
function isFiltered() {
  return args.some(
    (arg) => arg === '-t' || arg.startsWith('--testNamePattern') || arg.startsWith('--test-name-pattern'),
  );
}

/**
 * The numbers of vitest's JSON report. A file that could not even be loaded, or whose preparation failed, counts as
 * one failure.
 * @param {string} report path of the report
 */
function countsOf(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 };
  /** @type {Report} */
  const sums = JSON.parse(readFileSync(report, 'utf8'));
  const broken = sums.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: sums.numPassedTests,
    failed: sums.numFailedTests + broken.length,
    skipped: sums.numPendingTests + sums.numTodoTests,
  };
}

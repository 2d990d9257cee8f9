/**
 * `npm test [-- vitest's filters and options]`: makes sure that a Chromium and a redis-server are there (nothing is
 * skipped for want of them), builds the product, runs all tests and ends with the line `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureBuilt, root } from './build.mjs';
import { endWithParent } from './endWithParent.mjs';
import { findChromium, findRedisServer } from './programs.mjs';

/**
 * What is used of vitest's JSON report.
 * @typedef {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} Report
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

endWithParent();
try {
  const missing = ensurePrograms();
  if (missing.length > 0) throw new Error(howToInstall(missing));
  await ensureBuilt('product');
  process.exitCode = await runTests();
} catch (error) {
  // Nothing was tested, which is a failure like any other.
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** @param {{ what: string, variable: string }[]} missing */
function howToInstall(missing) {
  return [
    ...missing.map(
      ({ what, variable }) =>
        `npm test needs ${what}, which is not on this machine. Install it, or name its program in ${variable}.`,
    ),
    '  Debian:  sudo apt-get install redis-server chromium',
    '  Ubuntu:  sudo apt-get install redis-server && npx playwright-core install --with-deps chromium',
    '  Fedora:  sudo dnf install redis chromium',
    '  macOS:   brew install redis && npx playwright-core install chromium',
    'As root on Debian it installs them by itself.',
  ].join('\n');
}

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

  const { passed, failed, unrun } = countsOf(report);
  // Needs are installed, not skipped: a test that was not run did not pass, unless others were asked for by name.
  let sum = isFiltered() ? failed : failed + unrun;
  if (sum > failed) console.error(`${unrun} tests were not run, which counts as failed.`);
  if (code !== 0 && sum === 0 && passed > 0) {
    console.error('Vitest reports an error outside the tests (see above), which counts as one that failed.');
    sum = 1;
  }
  if (passed + sum === 0) console.error('No test was run.');
  console.log(`${passed} passed, ${sum} failed`);
  return passed === 0 || sum > 0 ? 1 : 0;
}

/** Somebody asked for certain tests by name, so that the others are rightly left out. */
function isFiltered() {
  return args.some(
    (arg) => arg === '-t' || arg.startsWith('--testNamePattern') || arg.startsWith('--test-name-pattern'),
  );
}

/**
 * The numbers of vitest's JSON report. A file that could not be loaded, or whose preparation failed, counts as one
 * failure in place of its tests that could not be run.
 * @param {string} report path of the report
 */
function countsOf(report) {
  const counts = { passed: 0, failed: 0, unrun: 0 };
  if (!existsSync(report)) return counts;
  /** @type {Report} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const file of testResults) {
    const passed = file.assertionResults.filter((test) => test.status === 'passed').length;
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length;
    const broken = file.status === 'failed' && failed === 0;
    counts.passed += passed;
    counts.failed += broken ? 1 : failed;
    counts.unrun += broken ? 0 : file.assertionResults.length - passed - failed;
  }
  return counts;
}

/**
 * `npm run torture [-- --quick --only cuts,come-back --out docs/reliability.md]`: the product as real processes, killed
 * and cut off by the hundred, and what became of it as a table. Ends with 1 where a bar was missed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type as system, release } from 'node:os';
import { parseArgs } from 'node:util';
import { runs } from '../torture/runs.ts';
import type { Row, Run } from '../torture/runs.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const names = values.only?.split(',') ?? runs.map(({ name }) => name);
const unknown = names.filter((name) => !runs.some((run) => run.name === name));
if (unknown.length > 0) {
  console.error(`There is nothing called ${unknown.join(', ')}: ${runs.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const chosen = runs.filter(({ name }) => names.includes(name));

const begun = performance.now();
const found = new Map<string, readonly Row[]>();
const beside = chosen.filter(({ together }) => together);
await Promise.all(beside.map(perform));
for (const run of chosen.filter(({ together }) => !together)) await perform(run);
const table = tableOf(chosen.flatMap(({ name }) => found.get(name) ?? []));
console.log(table);
if (values.out !== undefined) save(values.out, table);
const missed = [...found.values()].flat().filter(({ held }) => !held);
process.exit(missed.length > 0 ? 1 : 0);

/** A run that breaks down has missed its bar, and the others go on. */
async function perform({ name, run }: Run): Promise<void> {
  const start = performance.now();
  try {
    found.set(name, await run(values.quick));
  } catch (error) {
    console.error(error);
    const measured = error instanceof Error ? error.message : String(error);
    found.set(name, [{ what: name, measured, bar: 'to end', held: false }]);
  }
  console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
}

function tableOf(rows: readonly Row[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    '| what was done | what was measured | bar | held |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, measured, bar, held }) =>
        `| ${cell(what)} | ${cell(measured)} | ${bar} | ${held ? 'yes' : '**no**'} |`,
    ),
    '',
  ].join('\n');
}

/** Replaces what stands between the marks in the document, and leaves the words around it. */
function save(path: string, text: string): void {
  const [start, end] = ['<!-- torture -->', '<!-- /torture -->'];
  const document = readFileSync(path, 'utf8');
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table: ${start} … ${end}`);
  const command = ['npm run torture', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])];
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory}, ${system()} ${release()}, Node ${process.version}`;
  const when = new Date().toISOString().slice(0, 10);
  const took = `${Math.round((performance.now() - begun) / 60_000)} minutes`;
  const head = `\n\`${command.join(' ')}\`, ${when}, ${took}. ${machine}.\n\n`;
  writeFileSync(path, document.slice(0, from + start.length) + head + text + document.slice(to));
}

/**
 * Holds docs/SPEC.md and the tests together: every numbered rule is cited by at least one test's title (`[V12] …`,
 * `[V12, Q3] …`), every cited number is a rule, and no number is given twice.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const spec = readFileSync(join(root, 'docs/SPEC.md'), 'utf8');
const numbers = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, number = '']) => number);
const rules = new Set(numbers);

/** Number of each cited rule to one of the files that cite it. @type {Map<string, string>} */
const cited = new Map();
for (const entry of readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
  const path = join(entry.parentPath, entry.name);
  for (const [, list = ''] of readFileSync(path, 'utf8').matchAll(
    /['"`]\[([A-Z]\d+(?:[, ]+[A-Z]\d+)*)\] /g,
  )) {
    for (const number of list.split(/[, ]+/)) cited.set(number, path.slice(root.length + 1));
  }
}

const complaints = [
  ...numbers
    .filter((number, at) => numbers.indexOf(number) !== at)
    .map((number) => `${number} is given twice`),
  ...numbers.filter((number) => !cited.has(number)).map((number) => `${number} is cited by no test`),
  ...[...cited]
    .filter(([number]) => !rules.has(number))
    .map(([number, path]) => `${number}, cited in ${path}, is no rule`),
];
for (const complaint of complaints) console.error(`docs/SPEC.md: ${complaint}`);
if (complaints.length > 0) process.exit(1);
console.log(`docs/SPEC.md: ${rules.size} rules, each cited by a test.`);

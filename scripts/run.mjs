/**
 * `node scripts/run.mjs NAME args…`: runs a command of the product (server/cli/NAME.ts) or one of its tools
 * (tests/cli/NAME.ts), built when needed, in this process: signals and exit code are the command's own.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './build.mjs';
import { endWithParent } from './endWithParent.mjs';

/** Where commands live, and where they are built to. @type {{ sources: string, built: string }[]} */
const places = [
  { sources: 'server/cli', built: 'dist/server' },
  { sources: 'tests/cli', built: 'dist/tools' },
];

const [name = '', ...args] = process.argv.slice(2);
const names = places.flatMap(({ sources, built }) => [...namesIn(sources, '.ts'), ...namesIn(built, '.js')]);

endWithParent();
await ensureBuilt('product');
if (existsSync(join(root, 'tests/cli', `${name}.ts`))) await ensureBuilt('tools');

const entry = places
  .filter(({ sources }) => existsSync(join(root, sources, `${name}.ts`)) || !existsSync(join(root, sources)))
  .map(({ built }) => join(root, built, `${name}.js`))
  .find((path) => existsSync(path));

if (!/^[a-zA-Z]+$/.test(name) || entry === undefined) {
  const known = [...new Set(names)].filter((known) => known !== 'main' && !known.includes('-')).sort();
  console.error(
    `There is no command "${name}": neither server/cli/${name}.ts nor tests/cli/${name}.ts exists.`,
  );
  console.error(known.length > 0 ? `Commands: ${known.join(', ')}` : 'There are no commands yet.');
  process.exit(2);
}

process.argv.splice(1, process.argv.length - 1, entry, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(entry).href);

/** @param {string} folder @param {string} ending */
function namesIn(folder, ending) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

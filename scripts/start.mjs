/** `npm start`: builds when needed, then becomes the server: same process, so signals and exit code are its own. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './build.mjs';
import { endWithParent } from './endWithParent.mjs';

endWithParent();
await ensureBuilt('product');
const entry = join(root, 'dist/server/main.js');
process.argv[1] = entry;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(entry).href);

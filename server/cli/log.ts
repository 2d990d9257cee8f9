import { existsSync } from 'node:fs';
import { logCommand } from '../log/commands.ts';
import { openStore, storeFile } from '../log/openStore.ts';

const dataDir = process.env['KYOSHU_DATA'] ?? './data';
// An empty variable is one that is not set, as in the server's configuration.
const redisUrl = process.env['REDIS_URL'] === '' ? undefined : process.env['REDIS_URL'];

process.exitCode = await logCommand(process.argv.slice(2), {
  open: () => openStore({ dataDir, redisUrl }),
  missing: () => (redisUrl !== undefined || existsSync(storeFile(dataDir)) ? null : storeFile(dataDir)),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});

import { existsSync } from 'node:fs';
import { logCommand } from '../log/commands.ts';
import { openStore, storeFile } from '../log/openStore.ts';

const dataDir = process.env['KYOSHU_DATA'] ?? './data';

process.exitCode = await logCommand(process.argv.slice(2), {
  open: () => openStore({ dataDir }),
  missing: () => (existsSync(storeFile(dataDir)) ? null : storeFile(dataDir)),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});

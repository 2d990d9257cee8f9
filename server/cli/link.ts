/**
 * `npm run link`: a new one-time link for the desk, while the server is stopped (the log belongs to one process).
 * With the server running, the desk makes further links in its own page.
 */
import { ConfigError, readConfig } from '../config.ts';
import { LogError } from '../log/errors.ts';
import { openStore } from '../openStore.ts';
import { realSurroundings } from '../surroundings.ts';
import { baseUrls } from '../transport/addresses.ts';
import { LinkDesk } from '../transport/links.ts';
import { deskLink } from '../transport/welcome.ts';

try {
  const config = readConfig(process.env);
  const store = await openStore(config, realSurroundings);
  const links = new LinkDesk(store.credentials, realSurroundings, () => undefined);
  const bases = baseUrls({ ...config, secure: config.tls !== null });
  process.stdout.write(`\n${await deskLink(links, bases)}`);
  await store.close();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof LogError)) throw error;
  process.stderr.write(`${error.message}\n`);
  if (error instanceof LogError && error.code === 'log/busy')
    process.stderr.write(
      'サーバーの動作中は、事務局の画面で新しいリンクを作れます。\n' +
        'While the server runs, the desk can make another link in its own page.\n',
    );
  process.exitCode = 1;
}

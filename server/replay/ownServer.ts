import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { personsTouched } from '../../shared/views/personsTouched.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { createApp } from '../app.ts';
import { openStore } from '../openStore.ts';
import { realSurroundings } from '../surroundings.ts';

export interface OwnServer {
  readonly url: string;
  /** A desk's link to it. */
  readonly link: string;
  close(): Promise<void>;
}

/** The real server on a free port of this machine, with a fresh store that is gone when it closes. `profiles`: the forms it knows. */
export async function startOwnServer(profiles: readonly Profile[]): Promise<OwnServer> {
  const data = await mkdtemp(join(tmpdir(), 'kyoshu-replay-'));
  const config = {
    host: '127.0.0.1',
    port: 0,
    data,
    redisUrl: null,
    origins: [],
    tls: null,
    trustProxy: false,
  };
  const app = createApp({
    config,
    store: await openStore(config, realSurroundings),
    viewer: { viewFor, meFor, personsTouched },
    profiles,
    surroundings: realSurroundings,
    logger: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
    client: fileURLToPath(new URL('../client/', import.meta.url)),
  });
  const port = await app.listen();
  const url = `http://127.0.0.1:${port}`;
  const { url: link } = await app.links.make(
    { role: 'desk', meeting: null, person: null, oneTime: true },
    url,
  );
  return {
    url,
    link,
    async close() {
      await app.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

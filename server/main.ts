import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { JsonFileError } from './jsonFile.ts';
import { leaveLocalLink } from './localLink.ts';
import { LogError } from './log/errors.ts';
import { openStore } from './openStore.ts';
import { loadProfiles } from './profiles.ts';
import { realSurroundings } from './surroundings.ts';
import { welcome } from './transport/welcome.ts';
import { viewFor } from '../shared/views/viewFor.ts';
import { meFor } from '../shared/views/meFor.ts';
import { personsTouched } from '../shared/views/personsTouched.ts';

/** The longest (ms) that an orderly end may take before the process ends all the same. */
const patience = 10_000;

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!isForPeople(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function start(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const profiles = await loadProfiles(config.profiles);
  const store = await openStore(config, realSurroundings);
  const app = createApp({
    config,
    store,
    viewer: { viewFor, meFor, personsTouched },
    profiles,
    surroundings: realSurroundings,
    logger,
    client: fileURLToPath(new URL('../client/', import.meta.url)),
  });
  try {
    const port = await app.listen();
    await leaveLocalLink(config.data, await app.localLink());
    logger.info({ port, data: config.data }, 'ready');
  } catch (error) {
    await app.close();
    throw error;
  }
  process.stdout.write(await welcome(app));

  let ending = false;
  const end = (signal: string) => {
    if (ending) return;
    ending = true;
    logger.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), patience).unref();
    app.close().then(
      () => {
        logger.info('ended');
        process.exit(0);
      },
      (error: unknown) => {
        logger.fatal({ err: error }, 'could not end in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** Something that the person at the terminal can mend, told in a sentence. */
function isForPeople(error: unknown): error is Error {
  return [ConfigError, JsonFileError, LogError].some((kind) => error instanceof kind) || isListenError(error);
}

/** The port is taken, or not ours to take. */
function isListenError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sha256 } from '../../server/log/chain.ts';
import type { MeetingLog } from '../../server/log/meetingLog.ts';
import { openStore } from '../../server/log/openStore.ts';
import { boxOf, EVENTS, isBallot, MEETINGS } from './logLoad.ts';

export interface KillFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Written, though the acknowledgement did not come through before the kill: allowed. */
  readonly unheard: number;
  readonly events: number;
  /** Acknowledged and not found: must be 0. */
  readonly lost: number;
  /** Found twice, or in part: must be 0. */
  readonly doubled: number;
}

/** Runs the writer until so many answers came, kills it with SIGKILL, and returns what it had acknowledged. */
const runAndKill = async (program: string, dataDir: string, round: number): Promise<string[]> => {
  const child = spawn(process.execPath, [program, dataDir, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const acknowledged: string[] = [];
  // The same in every run, and anywhere between the first answer and the middle of a storm.
  const answers = 1 + (parseInt(sha256(`round ${round}`).slice(0, 6), 16) % 1500);
  let finished = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ack ')) acknowledged.push(line.slice('ack '.length));
    if (acknowledged.length === answers && !finished) finished = child.kill('SIGKILL');
  }
  await closed;
  if (!finished) throw new Error(`the writer of round ${round} ended by itself`);
  return acknowledged;
};

interface Found {
  /** How many events each command has; reading them checked the chain. */
  readonly events: ReadonlyMap<string, number>;
  /** By how many the boxes hold more or less than the ballots that the log speaks of. */
  readonly wrongDeposits: number;
}

const look = async (log: MeetingLog): Promise<Found> => {
  const events = new Map<string, number>();
  let wrongDeposits = 0;
  for (const meeting of MEETINGS) {
    const records = await log.read(meeting, 0);
    for (const { commandId } of records) events.set(commandId, (events.get(commandId) ?? 0) + 1);
    const ballots = new Set(records.map(({ commandId }) => commandId).filter(isBallot));
    const deposits = await log.openBox(boxOf(meeting));
    wrongDeposits += Math.abs(deposits.length - ballots.size);
  }
  return { events, wrongDeposits };
};

const NOTHING: KillFigures = { rounds: 0, acknowledged: 0, unheard: 0, events: 0, lost: 0, doubled: 0 };

/** Rounds on one file. */
const roundsOn = async (
  program: string,
  dataDir: string,
  first: number,
  rounds: number,
): Promise<KillFigures> => {
  const acknowledged = new Set<string>();
  let figures = NOTHING;
  for (let round = first; round < first + rounds; round += 1) {
    for (const command of await runAndKill(program, dataDir, round)) acknowledged.add(command);
    const store = await openStore({ dataDir });
    const { events, wrongDeposits } = await look(store.log);
    await store.close();
    const partial = [...events.values()].filter((count) => count !== EVENTS).length;
    figures = {
      rounds: figures.rounds + 1,
      acknowledged: acknowledged.size,
      unheard: events.size - acknowledged.size,
      events: [...events.values()].reduce((sum, count) => sum + count, 0),
      lost: figures.lost + [...acknowledged].filter((command) => !events.has(command)).length,
      doubled: figures.doubled + partial + wrongDeposits,
    };
  }
  return figures;
};

/** A file that grows for ever would make each look slower than the one before. */
const ROUNDS_ON_ONE_FILE = 10;

/** Kills a writer in the middle of its work, opens the log, looks; again and again. */
export const killRounds = async (program: string, folder: string, rounds: number): Promise<KillFigures> => {
  let sum = NOTHING;
  for (let round = 0; round < rounds; round += ROUNDS_ON_ONE_FILE) {
    const dataDir = join(folder, `from-${round}`);
    const some = await roundsOn(program, dataDir, round, Math.min(ROUNDS_ON_ONE_FILE, rounds - round));
    await rm(dataDir, { recursive: true });
    sum = {
      rounds: sum.rounds + some.rounds,
      acknowledged: sum.acknowledged + some.acknowledged,
      unheard: sum.unheard + some.unheard,
      events: sum.events + some.events,
      lost: sum.lost + some.lost,
      doubled: sum.doubled + some.doubled,
    };
  }
  return sum;
};

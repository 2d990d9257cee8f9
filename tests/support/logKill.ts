import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

/** How often each command is in the log, counted in events; reading checks the chain. */
const eventsByCommand = async (log: MeetingLog): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const meeting of MEETINGS) {
    for (const { commandId } of await log.read(meeting, 0)) {
      counts.set(commandId, (counts.get(commandId) ?? 0) + 1);
    }
  }
  return counts;
};

const checkBoxes = async (log: MeetingLog, counts: ReadonlyMap<string, number>): Promise<number> => {
  let wrong = 0;
  for (const meeting of MEETINGS) {
    const records = await log.read(meeting, 0);
    const ballots = new Set(records.map(({ commandId }) => commandId).filter(isBallot));
    const deposits = await log.openBox(boxOf(meeting));
    wrong += Math.abs(deposits.length - ballots.size);
  }
  for (const count of counts.values()) if (count !== EVENTS) wrong += 1;
  return wrong;
};

/** Kills a writer in the middle of its work, opens the log, looks; again and again, on one file. */
export const killRounds = async (program: string, dataDir: string, rounds: number): Promise<KillFigures> => {
  const acknowledged = new Set<string>();
  let figures: KillFigures = { rounds: 0, acknowledged: 0, unheard: 0, events: 0, lost: 0, doubled: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const command of await runAndKill(program, dataDir, round)) acknowledged.add(command);
    const store = await openStore({ dataDir });
    const counts = await eventsByCommand(store.log);
    const doubled = await checkBoxes(store.log, counts);
    await store.close();
    const lost = [...acknowledged].filter((command) => !counts.has(command)).length;
    figures = {
      rounds: round + 1,
      acknowledged: acknowledged.size,
      unheard: counts.size - acknowledged.size,
      events: [...counts.values()].reduce((sum, count) => sum + count, 0),
      lost: figures.lost + lost,
      doubled: figures.doubled + doubled,
    };
  }
  return figures;
};

import { isLogError } from '../../server/log/errors.ts';
import type { MeetingLog } from '../../server/log/meetingLog.ts';
import { sha256 } from '../../server/log/chain.ts';
import { openRedisStore } from '../../server/log/redis/redisStore.ts';
import { boxOf, commandOf, EVENTS, isBallot, MEETINGS, meetingOf, orderOf, WRITERS } from './logLoad.ts';
import { noticeBoard } from './logNotices.ts';
import type { RedisServer } from './redisServer.ts';
import { countedBytes, testSurroundings } from './surroundings.ts';

export interface RedisKillFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Sent when Redis died, of which nobody knew whether they were written. */
  readonly inDoubt: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Sends a command until it is answered; false when Redis goes away first. */
const send = async (log: MeetingLog, command: string): Promise<boolean> => {
  for (;;) {
    try {
      const result = await log.append(orderOf(command, await log.version(meetingOf(command))));
      if (result.status !== 'conflict') return true;
    } catch (error) {
      if (!isLogError(error, 'log/unavailable')) throw error;
      return false;
    }
  }
};

/** Two nodes append to the same meetings; Redis is killed in the middle of it, and started again. */
export const redisKillRounds = async (server: RedisServer, rounds: number): Promise<RedisKillFigures> => {
  const nodes = await Promise.all(
    ['a', 'b'].map((name) => openRedisStore(server.url, testSurroundings({ random: countedBytes(name) }))),
  );
  const boards = nodes.map(({ log }) => noticeBoard(log));
  const logOf = (writer: number): MeetingLog => nodes[writer % 2]!.log;
  const acknowledged = new Set<string>();
  let inDoubt = 0;

  const round = async (number: number): Promise<void> => {
    const answers = 1 + (parseInt(sha256(`redis round ${number}`).slice(0, 6), 16) % 300);
    const waiting = boards.map((board) => board.next('waiting'));
    let heard = 0;
    const killed: Promise<void>[] = [];
    const write = async (writer: number): Promise<string> => {
      for (let place = 0; ; place += 1) {
        const command = commandOf(number, writer, place);
        if (!(await send(logOf(writer), command))) return command;
        acknowledged.add(command);
        heard += 1;
        if (heard === answers) killed.push(server.kill());
      }
    };
    const doubtful = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    await Promise.all(killed);
    await Promise.all(waiting);
    const back = boards.map((board) => board.next('back'));
    await server.start();
    await Promise.all(back);
    inDoubt += doubtful.length;
    for (const [writer, command] of doubtful.entries()) {
      if (await send(logOf(writer), command)) acknowledged.add(command);
    }
  };
  for (let number = 0; number < rounds; number += 1) await round(number);

  const { log } = nodes[0]!;
  const events = new Map<string, number>();
  let doubled = 0;
  for (const meeting of MEETINGS) {
    const records = await log.read(meeting, 0);
    for (const { commandId } of records) events.set(commandId, (events.get(commandId) ?? 0) + 1);
    const ballots = new Set(records.map(({ commandId }) => commandId).filter(isBallot));
    doubled += Math.abs((await log.openBox(boxOf(meeting))).length - ballots.size);
  }
  doubled += [...events.values()].filter((count) => count !== EVENTS).length;
  for (const node of nodes) await node.close();
  const lost = [...acknowledged].filter((command) => !events.has(command)).length;
  return { rounds, acknowledged: acknowledged.size, inDoubt, lost, doubled };
};

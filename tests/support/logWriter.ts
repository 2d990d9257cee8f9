/**
 * A program that appends to a log as fast as it can until it is killed: `node logWriter.js DATA_DIR ROUND`.
 *
 * Commands have fixed names (`r7-w3-12`: round, writer, number). It first sends again the last ones of the round
 * before, whose fate it does not know. On standard output, one line each, written before anything else happens:
 * `ready`, then `ack COMMAND` for each answer.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../server/log/openStore.ts';
import { commandOf, EVENTS, MEETINGS, meetingOf, orderOf, RESENT, WRITERS } from './logLoad.ts';

const [dataDir = '', roundText = '0'] = process.argv.slice(2);
const round = Number(roundText);
const store = await openStore({ dataDir });
const versions = new Map<string, number>();
for (const meeting of MEETINGS) versions.set(meeting, await store.log.version(meeting));

const send = async (command: string): Promise<void> => {
  const meeting = meetingOf(command);
  for (;;) {
    const expected = versions.get(meeting) ?? 0;
    versions.set(meeting, expected + EVENTS);
    const result = await store.log.append(orderOf(command, expected));
    if (result.status === 'conflict') {
      versions.set(meeting, result.version);
      continue;
    }
    if (result.status === 'duplicate') versions.set(meeting, await store.log.version(meeting));
    writeSync(1, `ack ${command}\n`);
    return;
  }
};

const write = async (writer: number): Promise<never> => {
  const done = await firstUnsent(writer, round - 1);
  for (let number = Math.max(0, done - RESENT); round > 0 && number < done + RESENT; number += 1) {
    await send(commandOf(round - 1, writer, number));
  }
  for (let number = 0; ; number += 1) await send(commandOf(round, writer, number));
};

/** How far a writer came in a round, as the log has it. */
const firstUnsent = async (writer: number, ofRound: number): Promise<number> => {
  let number = 0;
  for (;;) {
    const command = commandOf(ofRound, writer, number);
    if ((await store.log.answer(meetingOf(command), command)) === null) return number;
    number += 1;
  }
};

writeSync(1, 'ready\n');
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));

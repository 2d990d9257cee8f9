import type { Append } from '../../server/log/meetingLog.ts';
import { sha256 } from '../../server/log/chain.ts';

/** The load that tests/support/logWriter.ts makes, known also to those who check what is left of it. */
export const WRITERS = 24;
export const MEETINGS = ['m-0', 'm-1', 'm-2', 'm-3'];
/** Events of each command: all or none of them must be found. */
export const EVENTS = 2;
/** How many commands before and after the end of the round before are sent again. */
export const RESENT = 3;

export const commandOf = (round: number, writer: number, number: number): string =>
  `r${round}-w${writer}-${number}`;

export const meetingOf = (command: string): string => {
  const writer = Number(/-w(\d+)-/.exec(command)?.[1]);
  return MEETINGS[writer % MEETINGS.length]!;
};

/** Every third command is a ballot in the meeting's box. */
export const isBallot = (command: string): boolean => parseInt(sha256(command).slice(0, 4), 16) % 3 === 0;

export const boxOf = (meeting: string): string => `box of ${meeting}`;

export const orderOf = (command: string, expectedVersion: number): Append => {
  const meeting = meetingOf(command);
  return {
    meeting,
    expectedVersion,
    commandId: command,
    events: Array.from({ length: EVENTS }, (_, part) => ({
      type: 'Written',
      at: 1_700_000_000_000,
      by: 'writer',
      part,
    })),
    answer: { done: command },
    ...(isBallot(command) && { sealed: { box: boxOf(meeting), deposit: 'yes' } }),
  };
};

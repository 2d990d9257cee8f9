import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { graceLines } from '../parts/graceLines.ts';
import { quorumLine } from '../parts/quorumLine.ts';
import { nameOf } from '../../meeting/lookup.ts';
import type { ActionLine } from '../types/actionLine.ts';
import { action, read, say } from './step.ts';
import type { ChairStep } from './step.ts';

/** In a recess (休憩): resume, as soon as there is a quorum. */
export function inRecess(state: MeetingState, ambient: Ambient): ChairStep {
  const { met, present, required, explanation } = quorumLine(state);
  const ready = met || state.rules.quorum.onLoss === 'warn';
  return {
    prompter: ready
      ? read(ambient, 'resume', { present, quorum: required })
      : read(ambient, 'waitForQuorum', { present, quorum: required, missing: required - present }),
    next: action({ do: 'resume' }, say('再開する', 'Resume'), { blocked: ready ? null : explanation }),
    others: [
      ...(ready ? [] : [adjourn]),
      action({ do: 'closeMeeting' }, say('閉会する', 'Close the meeting')),
    ],
  };
}

/**
 * The quorum is lost, or will be when a lost link's grace ends: what the chair can do about it stands first, what
 * could be done anyway after it. Null while neither is so.
 */
export function shortOfQuorum(state: MeetingState, usual: ChairStep, ambient: Ambient): ChairStep | null {
  if (state.rules.quorum.onLoss === 'warn') return null;
  const { met, present, required } = quorumLine(state);
  const rest = [usual.next, ...usual.others].filter(
    (one): one is ActionLine => one !== null && one.command.do !== 'recess',
  );
  if (!met)
    return {
      prompter: read(ambient, 'quorumLost', { present, quorum: required }),
      next: untilQuorum,
      others: [adjourn, ...rest],
    };
  const graces = graceLines(state);
  const awaited = graces.find(({ losesQuorum }) => losesQuorum);
  if (awaited === undefined) return null;
  return {
    prompter: read(ambient, 'linkLost', {
      name: nameOf(state, awaited.who),
      present,
      after: present - graces.indexOf(awaited) - 1,
      quorum: required,
    }),
    next: untilQuorum,
    others: rest,
  };
}

const untilQuorum: ActionLine = action(
  { do: 'recess', until: '定足数が戻るまで' },
  say('休憩にする', 'Take a recess'),
  { sub: say('定足数が戻るまで', 'Until there is a quorum again') },
);

const adjourn: ActionLine = action(
  { do: 'adjourn', reason: '定足数を欠いたため' },
  say('散会にする', 'Adjourn'),
);

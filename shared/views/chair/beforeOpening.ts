import { linksToCheck } from '../../features/attendance/standing.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { attendanceLine } from '../parts/attendanceLine.ts';
import { quorumLine } from '../parts/quorumLine.ts';
import type { ActionLine } from '../types/actionLine.ts';
import { action, nothingToDo, read, say } from './step.ts';
import type { ChairStep } from './step.ts';

/** Before the opening (開会): as soon as there is a quorum. */
export function beforeOpening(state: MeetingState, ambient: Ambient): ChairStep {
  if (state.info.mode === 'written') return nothingToDo;
  const { met, required, present, explanation } = quorumLine(state);
  const ready = met || state.rules.quorum.onLoss === 'warn';
  const { title } = state.info;
  const untried = linksToCheck(state).length;
  const open = action({ do: 'openMeeting' }, say('開会する', 'Open the meeting'), {
    sub: say(`出席${present}人、定足数${required}人`, `${present} present, quorum ${required}`),
    hint:
      untried === 0
        ? null
        : say(
            `オンラインの${untried}人の接続確認が、まだです`,
            `The links of ${untried} online have not been tried out`,
          ),
    blocked: ready ? null : explanation,
  });
  return {
    prompter: met
      ? read(ambient, 'open', { title, present, seats: attendanceLine(state).seats, quorum: required })
      : read(ambient, 'waitForQuorum', { present, quorum: required, missing: required - present }),
    next: open,
    others: ready ? [] : [noQuorumToday],
  };
}

const noQuorumToday: ActionLine = action(
  { do: 'adjourn', reason: '定足数に達しないため' },
  say('流会にする', 'Call it off for want of a quorum'),
);

import { describe, expect, it } from 'vitest';
import { decidingNow, mayAsk, phaseOf } from '../../client/reading/writtenPhase.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { WrittenLine } from '../../shared/views/types/writtenLine.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

const question: CommandInput = { do: 'submitQuestion', item: 'i1', text: '理由は。' };
const close = (round: 'questions' | 'answers' | 'decisions'): CommandInput => ({ do: 'closeRound', round });

function lineOf(meeting: Played): WrittenLine {
  const { written } = viewFor('member', meeting.state, ambientOf());
  if (written === null) throw new Error('not held in writing');
  return written;
}

/** What the page offers must be what the engine takes. */
function agrees(meeting: Played): void {
  const offered = mayAsk(lineOf(meeting));
  const copy = new Played(planOf({ mode: 'written' }));
  copy.state = meeting.state;
  if (offered) copy.ok('m03', question);
  else copy.refused('m03', question);
}

describe('what a written meeting waits for', () => {
  it('[C122] is told from the rounds, and questions are offered exactly while they are taken', () => {
    const meeting = new Played(planOf({ mode: 'written' }));
    const phases = [phaseOf(lineOf(meeting))];
    const steps: readonly (readonly [string, CommandInput])[] = [
      ['desk', { do: 'dispatch', documents: [] }],
      ['m03', question],
      ['desk', close('questions')],
      ['k01', { do: 'submitAnswer', question: 1, text: '次のとおり。' }],
      ['desk', close('answers')],
      ['m04', question],
      ['desk', close('questions')],
      ['desk', { do: 'submitAnswer', question: 2, text: '次のとおり。', who: 'k01' }],
      ['desk', close('answers')],
      ['desk', { do: 'openRound', round: 'decisions' }],
      ['desk', close('decisions')],
      ['desk', { do: 'notifyResult' }],
    ];
    for (const [by, command] of steps) {
      agrees(meeting);
      meeting.ok(by, command);
      phases.push(phaseOf(lineOf(meeting)));
    }
    expect(phases).toEqual([
      'consent',
      'questions',
      'questions',
      'answers',
      'answers',
      'between',
      'questions',
      'answers',
      'answers',
      'between',
      'decisions',
      'counted',
      'notified',
    ]);
  });

  it('[C122] a decision is said to be late before it is sent', () => {
    const meeting = new Played(planOf({ mode: 'written' }));
    const deadline = meeting.state.at + 24 * 3600_000;
    meeting.ok('desk', { do: 'dispatch', documents: [], deadlines: { decisions: deadline } });
    expect(decidingNow(lineOf(meeting), meeting.state.at)).toBe('no');
    meeting.ok('desk', { do: 'openRound', round: 'decisions' });
    expect(decidingNow(lineOf(meeting), deadline)).toBe('inTime');
    expect(decidingNow(lineOf(meeting), deadline + 1)).toBe('late');
    meeting.ok('desk', close('decisions'));
    expect(decidingNow(lineOf(meeting), meeting.state.at)).toBe('late');
    meeting.ok('desk', { do: 'notifyResult' });
    expect(decidingNow(lineOf(meeting), meeting.state.at)).toBe('no');
  });
});

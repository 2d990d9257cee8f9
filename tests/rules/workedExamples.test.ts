import { describe, expect, it } from 'vitest';
import { quorumNow } from '../../shared/features/attendance/standing.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { stateReport } from '../../shared/views/stateReport.ts';
import { opened } from '../support/given.ts';
import type { PlanWishes } from '../support/plans.ts';
import { close, debating, declare, hands, lastVote, summary, voting } from '../support/voting.ts';

const open: CommandInput = { do: 'openVote', item: 'i1', method: 'showOfHands' };

/** Seven seats, five present, these members excluded from the item. */
function excluding(who: readonly string[], rules: PlanWishes['rules'] = {}) {
  const meeting = opened({ members: 7, rules }, '1-5');
  for (const one of who) meeting.ok('desk', { do: 'recuse', who: one, item: 'i1' });
  meeting.ok('m01', { do: 'startItem', item: 'i1' });
  return meeting;
}

describe('the worked examples, as meetings', () => {
  it('[V21] example 3: a departure recorded after the close leaves 17 voters and 9 needed', () => {
    const meeting = voting({ members: 21 }, '1-19');
    meeting.ok('desk', hands(15, 1, 1));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm19', as: 'left' });
    meeting.ok('m01', declare);
    const { attendance, items } = stateReport(meeting.state);
    expect(attendance).toMatchObject({ present: 18, left: 1 });
    expect(items[0]?.votes).toMatchObject([
      {
        eligible: 17,
        required: 9,
        quorum: { required: 11, present: 19 },
        counts: { yes: 15, no: 1, abstain: 1, invalid: 0, unaccounted: 0 },
        outcome: 'carried',
      },
    ]);
  });

  it('[V12] example 9: with one of five excluded, three vote and two carry', () => {
    const meeting = excluding(['m05']);
    meeting.ok('m01', open);
    expect(lastVote(meeting).quorum).toEqual({ required: 4, present: 4 });
    expect(summary(meeting)).toMatchObject({ eligible: 3, required: 2 });
    meeting.ok('desk', hands(2, 1));
    meeting.all('m01', close, declare);
    expect(summary(meeting).outcome).toBe('carried');
  });

  it('[V13, V30] example 9: with two excluded the body goes on if the rule exempts exclusions', () => {
    const exempt = excluding(['m04', 'm05']);
    exempt.ok('m01', open);
    expect(summary(exempt).eligible).toBe(2);
    exempt.ok('desk', hands(1, 1));
    exempt.ok('m01', close);
    exempt.ok('m01', { do: 'castingVote', item: 'i1', choice: 'yes' });
    exempt.ok('m01', declare);
    const strict = excluding(['m04', 'm05'], { quorum: { recusalExempt: false } });
    expect(strict.refused('m01', open).code).toBe('vote/no-quorum');
  });

  it('[V13] where every member but the chair is excluded, nobody is left to vote', () => {
    const meeting = excluding(['m02', 'm03', 'm04', 'm05']);
    expect(meeting.refused('m01', open).code).toBe('vote/no-voters');
  });

  it('[V13] example 10: ten of twenty are at least half, and no majority', () => {
    const half = debating({ members: 20, rules: { quorum: { rule: 'atLeastHalf' } } }, '1-10');
    expect(quorumNow(half.state)).toMatchObject({ required: 10, met: true });
    half.ok('m01', open);
    const majority = debating({ members: 20 }, '1-10');
    expect(quorumNow(majority.state)).toMatchObject({ required: 11, met: false });
    expect(majority.refused('m01', open).code).toBe('vote/no-quorum');
  });

  it('[V13] example 12: a lost link that costs the quorum blocks the vote once its grace has run out', () => {
    const drop = { do: 'loseConnection', who: 'm11' } as const;
    const meeting = debating({ members: 21 }, '1-9', '10-11');
    meeting.ok('system', drop, 100);
    meeting.passTo(159);
    meeting.ok('m01', open);
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '取りやめ' });
    meeting.passTo(161);
    expect(meeting.refused('m01', open).code).toBe('vote/no-quorum');
    const back = debating({ members: 21 }, '1-9', '10-11');
    back.ok('system', drop, 100);
    back.ok('system', { do: 'restoreConnection', who: 'm11' }, 145);
    back.passTo(200);
    back.ok('m01', open);
  });
});

describe('the edges, as meetings', () => {
  const casting = (choice: 'yes' | 'no') => ({ do: 'castingVote', item: 'i1', choice }) as const;

  it('[V13] a body of one: its chair with a casting vote only leaves nobody to vote', () => {
    const meeting = debating({ members: 1 });
    expect(meeting.refused('m01', open).code).toBe('vote/no-voters');
  });

  it('[V1] a body of one whose chair votes as a member: one yes carries, anything else does not', () => {
    const rules = { chair: { vote: 'memberOnly' } } as const;
    for (const [ballots, outcome] of [
      [hands(1, 0), 'carried'],
      [hands(0, 1), 'rejected'],
      [hands(0, 0, 1), 'rejected'],
    ] as const) {
      const meeting = voting({ members: 1, rules });
      expect(summary(meeting)).toMatchObject({ eligible: 1, required: 1 });
      meeting.ok('desk', ballots);
      meeting.all('m01', close, declare);
      expect(summary(meeting).outcome).toBe(outcome);
    }
  });

  it('[V1, V3] a body of two: the one voter decides, and who abstains leaves it to the chair', () => {
    const one = voting({ members: 2 });
    expect(summary(one)).toMatchObject({ eligible: 1, required: 1 });
    one.ok('desk', hands(0, 0, 1));
    one.ok('m01', close);
    expect(summary(one).tie).toBe(true);
    one.all('m01', casting('yes'), declare);
    expect(summary(one).outcome).toBe('carried');
    const both = voting({ members: 2, rules: { chair: { vote: 'memberAndCasting' } } });
    expect(summary(both)).toMatchObject({ eligible: 2, required: 2 });
    both.ok('desk', hands(1, 1));
    both.ok('m01', close);
    expect(both.refused('m01', declare).code).toBe('vote/tie-undecided');
    both.all('m01', casting('no'), declare);
    expect(summary(both).outcome).toBe('rejected');
  });

  it.each([3, 4, 5, 10, 11, 20, 21])(
    '[V1, V3] of %i present, half of the voters are a tie where they are even, and never enough',
    (present) => {
      const voters = present - 1;
      const half = Math.floor(voters / 2);
      const play = (yes: number) => {
        const meeting = voting({ members: present });
        expect(summary(meeting)).toMatchObject({ eligible: voters, required: half + 1 });
        meeting.ok('desk', hands(yes, voters - yes));
        meeting.ok('m01', close);
        return meeting;
      };
      const enough = play(half + 1);
      enough.ok('m01', declare);
      expect(summary(enough).outcome).toBe('carried');
      const short = play(half);
      expect(summary(short).tie).toBe(voters % 2 === 0);
      if (voters % 2 === 1) {
        short.ok('m01', declare);
        expect(summary(short).outcome).toBe('rejected');
      }
    },
  );

  it('[V12] the chair excluded: the deputy presides and does not vote, and decides a tie', () => {
    const meeting = opened({ members: 8 }, '1-8');
    meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m02', open);
    expect(summary(meeting)).toMatchObject({ eligible: 6, required: 4 });
    expect(lastVote(meeting).quorum).toEqual({ required: 5, present: 7 });
    meeting.ok('desk', hands(3, 3));
    meeting.ok('m02', close);
    expect(meeting.refused('m01', casting('yes')).code).toBe('permission/chairs-words');
    meeting.all('m02', casting('yes'), declare);
    expect(summary(meeting)).toMatchObject({ outcome: 'carried', tie: true });
    meeting.ok('m02', { do: 'endItem', item: 'i1' });
    meeting.all('m01', { do: 'startItem', item: 'i2' }, { ...open, item: 'i2' });
    expect(summary(meeting).eligible).toBe(7);
  });

  it('[V30, A8] a quorum lost between the opening and the close undoes no vote, and lets none follow', () => {
    const meeting = debating({ members: 7 }, '1-3', '4');
    meeting.ok('m01', open, 10);
    meeting.ok('system', { do: 'loseConnection', who: 'm04' }, 20);
    meeting.passTo(300);
    expect(meeting.seat('m04').presence).toBe('present');
    meeting.ok('desk', hands(2, 0));
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm04', choice: 'no' });
    meeting.ok('m01', close, 310);
    meeting.passTo(320);
    expect(meeting.seat('m04')).toMatchObject({ presence: 'left' });
    expect(quorumNow(meeting.state).met).toBe(false);
    meeting.ok('m01', declare);
    expect(summary(meeting)).toMatchObject({ eligible: 3, outcome: 'carried' });
    meeting.all('m01', { do: 'endItem', item: 'i1' }, { do: 'startItem', item: 'i2' });
    expect(meeting.refused('m01', { ...open, item: 'i2' }).code).toBe('vote/no-quorum');
  });
});

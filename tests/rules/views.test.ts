import { describe, expect, it } from 'vitest';
import type { BallotChoice } from '../../shared/features/votes/state.ts';
import { emptyPersonMap, setPerson } from '../../shared/meeting/personMap.ts';
import type { VoteMethodName } from '../../shared/rules/rules.ts';
import { meFor } from '../../shared/views/meFor.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import { audiences } from '../../shared/views/types/audience.ts';
import { personsTouched } from '../../shared/views/personsTouched.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import type { PlanWishes } from '../support/plans.ts';
import { debating, hands, voting } from '../support/voting.ts';

const ambient = ambientOf();

function shown(meeting: Played, audience: Audience): string {
  return JSON.stringify(viewFor(audience, meeting.state, ambient));
}

/** A vote in which m02 … m07 choose these in turn, each on a device. */
function ballots(method: VoteMethodName, wishes: PlanWishes, choices: readonly BallotChoice[]): Played {
  const meeting = voting(wishes, undefined, undefined, method);
  for (const [i, choice] of choices.entries())
    meeting.ok(`m0${String(i + 2)}`, { do: 'castVote', item: 'i1', choice });
  return meeting;
}

const one: readonly BallotChoice[] = ['yes', 'yes', 'no', 'yes', 'abstain'];
const permuted: readonly BallotChoice[] = ['no', 'abstain', 'yes', 'yes', 'yes'];
const other: readonly BallotChoice[] = ['no', 'no', 'no', 'abstain', 'yes'];

describe('what nobody sees before the close', () => {
  it.each<VoteMethodName>(['namedBallot', 'secretBallot'])(
    '[N27] of a %s every view is the same whatever is chosen: who took part and no more',
    (method) => {
      const first = ballots(method, {}, one);
      const second = ballots(method, {}, other);
      for (const audience of audiences) expect(shown(first, audience)).toBe(shown(second, audience));
      for (const who of ['m01', 'm07', 'k01', 's01', 'o01'])
        expect(meFor(first.state, who, ambient)).toEqual(meFor(second.state, who, ambient));
      const { vote, seats, book } = viewFor('desk', first.state, ambient);
      expect(vote).toMatchObject({ counts: null, taken: 5 });
      expect(book).toMatchObject({ ballots: null, box: null, taken: { inRoom: 5, online: 0 } });
      expect(seats['m02']?.vote).toEqual({ state: 'taken' });
      expect(seats['m07']?.vote).toEqual({ state: 'waiting' });
    },
  );

  it('[N27] of a secret ballot not even who chose what after the close, and nobody is told their own choice', () => {
    const close = (choices: readonly BallotChoice[]) => {
      const meeting = ballots('secretBallot', {}, choices);
      meeting.ok('m01', { do: 'closeVote', item: 'i1' }, undefined, { box: choices.toSorted() });
      return meeting;
    };
    const first = close(one);
    const second = close(permuted);
    for (const audience of audiences) expect(shown(first, audience)).toBe(shown(second, audience));
    for (const who of first.state.roster.order)
      expect(meFor(first.state, who, ambient)).toEqual(meFor(second.state, who, ambient));
    expect(viewFor('member', first.state, ambient).vote?.counts).toMatchObject({ yes: 3, no: 1, abstain: 1 });
    expect(meFor(first.state, 'm02', ambient)?.ballot).toEqual({ vote: 'i1#1', choice: null, at: null });
  });

  it('[N28] the room sees no tally of an open vote, unless the body wants it live', () => {
    const covered = { rules: { vote: { tally: 'afterClose' as const } } };
    const first = ballots('electronic', covered, one);
    const second = ballots('electronic', covered, other);
    for (const audience of ['member', 'observer', 'screen'] as const)
      expect(shown(first, audience)).toBe(shown(second, audience));
    for (const audience of ['chair', 'desk'] as const)
      expect(viewFor(audience, first.state, ambient).vote?.counts).toMatchObject({ yes: 3, no: 1 });
    const live = ballots('electronic', { rules: { vote: { tally: 'live' } } }, one);
    expect(viewFor('screen', live.state, ambient).vote?.counts).toMatchObject({ yes: 3, no: 1, abstain: 1 });
    first.ok('m01', { do: 'closeVote', item: 'i1' });
    expect(viewFor('member', first.state, ambient).vote?.counts).toMatchObject({ yes: 3, unaccounted: 1 });
  });

  it('[N28] nothing that a tally could be worked back from shows either', () => {
    const rules = { decision: { rule: 'plurality' as const, base: 'validVotes' as const } };
    const none = voting({ rules });
    const some = voting({ rules });
    some.ok('desk', hands(1, 4, 1));
    const { counts, taken, ...before } = viewFor('screen', none.state, ambient).vote ?? { taken: 0 };
    const {
      counts: after,
      taken: in_,
      ...rest
    } = viewFor('screen', some.state, ambient).vote ?? { taken: 0 };
    expect([counts, after, taken, in_]).toEqual([null, null, 0, 6]);
    expect(rest).toEqual(before);
  });

  it('[N29] a raised hand is public at once; a button shows at the desk when the vote is closed', () => {
    const seatOf = (method: VoteMethodName) => {
      const meeting = ballots(method, {}, ['yes']);
      return viewFor('desk', meeting.state, ambient).seats['m02']?.vote.state;
    };
    expect(seatOf('showOfHands')).toBe('voted');
    expect(seatOf('electronic')).toBe('taken');
    const meeting = ballots('electronic', {}, ['yes']);
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    expect(viewFor('desk', meeting.state, ambient).seats['m02']?.vote).toMatchObject({ choice: 'yes' });
  });

  it('[N27] nobody sees for whom ballots of an election were cast until the round is closed', () => {
    const meeting = debating({ chair: false });
    meeting.ok('desk', { do: 'openElection', item: 'i1', office: 'chair', method: 'plurality' });
    meeting.ok('m02', { do: 'castBallot', choice: 'm03' });
    for (const audience of audiences)
      expect(viewFor(audience, meeting.state, ambient).election).toMatchObject({ took: 1, counts: null });
    expect(meFor(meeting.state, 'm02', ambient)?.election).toEqual({ took: true, mayVote: true });
  });
});

describe('who sees what', () => {
  it('[N30] what was said to the desk or written for the record reaches nobody by a view', () => {
    const meeting = debating();
    meeting.ok('desk', { do: 'leave', who: 'm07', reason: 'MARK-reason' });
    meeting.ok('desk', { do: 'note', text: 'MARK-note' });
    meeting.ok('desk', { do: 'writeTurn', turn: 1, text: 'MARK-words' });
    meeting.ok('desk', { do: 'withdrawRemark', turn: 1, why: 'MARK-why' });
    meeting.ok('m04', { do: 'raiseHand' });
    meeting.ok('m05', { do: 'raiseHand' });
    for (const audience of audiences) expect(shown(meeting, audience)).not.toContain('MARK');
  });

  it('[N30] links, identities and devices are the desk’s, lost links also the chair’s', () => {
    const meeting = opened({}, '1-5', '6-7');
    meeting.ok('system', { do: 'loseConnection', who: 'm06' });
    const around = ambientOf({ devices: setPerson(emptyPersonMap<number>(), 'm07', 2) });
    const desk = viewFor('desk', meeting.state, around);
    expect(desk.seats['m07']).toMatchObject({ devices: 2, identifiedAt: meeting.state.at });
    expect(desk.seats['m06']?.lostAt).not.toBeNull();
    expect(viewFor('chair', meeting.state, around).graces).toMatchObject([{ who: 'm06' }]);
    for (const audience of ['member', 'observer', 'screen'] as const) {
      const view = viewFor(audience, meeting.state, around);
      expect(Object.keys(view)).not.toContain('graces');
      expect(JSON.stringify(view)).not.toMatch(/lostAt":\d|graceUntil|identified|devices/);
    }
  });

  it('[N31] of a meeting closed to the public observers see its notice and nothing else', () => {
    const meeting = voting({ open: false });
    meeting.ok('desk', hands(2, 1));
    const view = viewFor('observer', meeting.state, ambient);
    expect(view).toMatchObject({ closedSession: true, vote: null, current: null, agenda: [], people: {} });
    expect(view.meeting.info.public).toEqual({ open: false, reason: '個人情報を扱うため' });
    expect(JSON.stringify(view)).not.toMatch(/m0\d|委員|諮問/);
    expect(viewFor('member', meeting.state, ambient).vote).not.toBeNull();
  });

  it('[N32] my own part says whether I may vote and why not, and how my ballot was received', () => {
    const meeting = opened({}, '1-5', '6');
    meeting.ok('desk', { do: 'recuse', who: 'm05', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    const me = (who: string) => meFor(meeting.state, who, ambient);
    expect(me('m02')?.mayVote).toEqual({ ok: true });
    expect(me('m01')).toMatchObject({ presiding: true, mayVote: { ok: false } });
    expect(me('m05')?.mayVote).toMatchObject({ ok: false, ja: expect.stringContaining('除斥') as string });
    expect(me('k01')?.mayVote).toBeNull();
    expect(me('nobody')).toBeNull();
    const before = me('m02');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'electronic' });
    // Opening a vote is no news to anybody alone: two thousand of these would hold up the vote.
    expect(me('m02')).toEqual(before);
    expect(me('m07')?.mayVote).toMatchObject({
      ok: false,
      ja: expect.stringContaining('出席していない') as string,
    });
    meeting.ok('m02', { do: 'castVote', item: 'i1', choice: 'no' });
    expect(me('m02')?.ballot).toEqual({ vote: 'i1#1', choice: 'no', at: meeting.state.at });
  });

  it('[N32] the room screen follows the meeting, and the desk can take it over', () => {
    const meeting = opened();
    const scene = () => viewFor('screen', meeting.state, ambient).scene;
    expect(scene()).toBe('waiting');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(scene()).toBe('agenda');
    meeting.ok('desk', { do: 'speak', who: 'm03' });
    expect(scene()).toBe('floor');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(scene()).toBe('vote');
    meeting.ok('desk', hands(5, 1));
    meeting.all('m01', { do: 'closeVote', item: 'i1' }, { do: 'declareResult', item: 'i1' });
    expect(scene()).toBe('result');
    meeting.ok('desk', { do: 'setScreen', scene: 'notice', notice: 'お知らせ' });
    expect(scene()).toBe('notice');
    meeting.ok('desk', { do: 'setScreen', scene: 'auto' });
    meeting.ok('m01', { do: 'recess' });
    expect(scene()).toBe('recess');
  });
});

describe('what an event does not touch', () => {
  it('[N2] a hand leaves all but the floor, and a ballot all but the vote, as they were', () => {
    const meeting = voting({}, undefined, undefined, 'electronic');
    const start = viewFor('desk', meeting.state, ambient);
    meeting.ok('m03', { do: 'castVote', item: 'i1', choice: 'yes' });
    const voted = viewFor('desk', meeting.state, ambient);
    const same = [
      'meeting',
      'people',
      'peopleOrder',
      'attendance',
      'quorum',
      'voters',
      'agenda',
      'floor',
    ] as const;
    for (const key of same) expect(voted[key], key).toBe(start[key]);
    expect(voted.seats['m04']).toBe(start.seats['m04']);
    expect(voted.seats['m03']).not.toBe(start.seats['m03']);
    meeting.ok('m05', { do: 'raiseHand', kind: 'pointOfOrder' });
    const raised = viewFor('desk', meeting.state, ambient);
    for (const key of same.slice(0, -1)) expect(raised[key], key).toBe(voted[key]);
    expect(raised.vote).toBe(voted.vote);
    expect(raised.floor.queue).toHaveLength(1);
  });
});

describe('whose own part changes', () => {
  it('[N26] an election that ends with its item asks nobody any more', () => {
    const meeting = opened();
    meeting.all('desk', { do: 'startItem', item: 'i1' });
    meeting.ok('desk', { do: 'openElection', item: 'i1', office: 'deputyChair', method: 'plurality' });
    const before = meeting.state;
    expect(meFor(before, 'm02', ambient)?.election).not.toBeNull();
    meeting.ok('desk', { do: 'endItem', item: 'i1' });
    const { state, log } = meeting;
    expect(meFor(state, 'm02', ambient)?.election).toBeNull();
    expect(personsTouched(log.slice(before.version), before, state)).toBe('all');
  });

  it('[N26] of two who have the floor one after the other between two looks, the first is named too', () => {
    const meeting = debating();
    meeting.ok('m03', { do: 'raiseHand' });
    const before = meeting.state;
    meeting.all('desk', { do: 'speak', who: 'm03' }, { do: 'speak', who: 'm04' });
    const { state, log } = meeting;
    expect(meFor(state, 'm03', ambient)?.spoken.times).toBe(1);
    expect(personsTouched(log.slice(before.version), before, state)).toContain('m03');
  });
});

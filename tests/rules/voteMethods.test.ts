import { describe, expect, it } from 'vitest';
import { ceremonyOf } from '../../shared/features/votes/ceremony.ts';
import { methods } from '../../shared/features/votes/methods/registry.ts';
import { rollOf } from '../../shared/features/votes/roll.ts';
import { isHidden } from '../../shared/features/votes/summary.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { voteMethods } from '../../shared/rules/rules.ts';
import { ofType, typesOf } from '../support/given.ts';
import { books, close, debating, declare, hands, lastVote, summary, voting } from '../support/voting.ts';

const object = { do: 'object', item: 'i1' } as const;

describe('every way to vote', () => {
  it.each(voteMethods)('[V31] %s has a method of its own that ends with the declaration', (name) => {
    const meeting = voting({}, undefined, '', name);
    expect(methods[name].name).toBe(name);
    expect(ceremonyOf(lastVote(meeting)).steps.at(-1)?.step).toBe('declare');
  });
});

describe('no objection', () => {
  it('[V29] example 15: carried without counts where nobody objects', () => {
    const meeting = voting({}, undefined, '', 'noObjection');
    const [declared] = ofType(meeting.ok('m01', declare).events, 'ResultDeclared');
    expect(declared).toMatchObject({ outcome: 'carried', counts: null });
    expect(summary(meeting)).toMatchObject({ counts: null, objections: 0, outcome: 'carried' });
    expect(meeting.state.votes.current).toBeNull();
  });

  it('[V29] may be closed before the declaration', () => {
    const meeting = voting({}, undefined, '', 'noObjection');
    meeting.all('m01', close, declare);
    expect(lastVote(meeting).outcome).toBe('carried');
  });

  it('[V29] example 15: one objection takes it to a show of hands', () => {
    const meeting = voting({}, undefined, '', 'noObjection');
    const events = meeting.ok('m03', object).events;
    expect(ofType(events, 'VoteEscalated')).toMatchObject([{ then: 'showOfHands' }]);
    expect(lastVote(meeting).status).toBe('escalated');
    expect(summary(meeting).explanation.ja).toContain('挙手採決で決めます');
    expect(meeting.refused('m01', declare).code).toBe('vote/not-open');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(lastVote(meeting).round).toBe(2);
  });

  it('[V29] waits for as many objections as the rule says, each person’s once', () => {
    const meeting = voting(
      { rules: { vote: { objection: 2, objectionThen: 'standing' } } },
      undefined,
      '',
      'noObjection',
    );
    meeting.ok('m03', object);
    expect(meeting.ok('m03', object).events).toEqual([]);
    expect(meeting.refused('m01', object).code).toBe('vote/not-eligible');
    expect(meeting.refused('m03', { ...object, who: 'm04' }).code).toBe('permission/only-yourself');
    expect(meeting.refused('desk', object).code).toBe('vote/who-objects');
    meeting.ok('desk', { ...object, who: 'm04' });
    expect(lastVote(meeting).status).toBe('escalated');
  });

  it('[V29] takes no ballots, counts or reports, and other votes no objections', () => {
    const meeting = voting({}, undefined, '', 'noObjection');
    for (const command of [
      hands(1, 0),
      { do: 'recordVote', item: 'i1', who: 'm03', choice: 'yes' },
      { do: 'correctVote', item: 'i1', who: 'm03', choice: 'yes', why: '訂正' },
      { do: 'callChoice', choice: 'yes' },
    ] as const)
      expect(meeting.refused('desk', command).code).toBe('vote/method');
    expect(meeting.refused('m03', { do: 'castVote', item: 'i1', choice: 'yes' }).code).toBe('vote/method');
    meeting.ok('m01', close);
    expect(meeting.refused('desk', { do: 'reportCount', item: 'i1' }).code).toBe('vote/method');
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', as: 'left' }).code).toBe('vote/method');
    expect(voting().refused('m03', object).code).toBe('vote/method');
  });
});

describe('standing', () => {
  it('[V33] takes whoever stayed seated for a no where only the yes side was called', () => {
    const meeting = voting({}, undefined, '', 'standing');
    meeting.ok('m01', { do: 'callChoice', choice: 'yes' });
    meeting.ok('desk', hands(4, 0));
    expect(books(meeting)).toEqual([4, 2, 0, 0, 0, 6]);
    meeting.ok('desk', hands(3, 0));
    expect(books(meeting)).toEqual([3, 3, 0, 0, 0, 6]);
  });

  it('[V33] counts both sides where both were called', () => {
    const meeting = voting({}, undefined, '', 'standing');
    meeting.ok('m01', { do: 'callChoice', choice: 'yes' });
    meeting.ok('m01', { do: 'callChoice', choice: 'no' });
    meeting.ok('desk', hands(4, 0));
    expect(books(meeting)).toEqual([4, 0, 0, 0, 2, 6]);
  });
});

describe('named ballot', () => {
  it('[V34] is shut until the close, then known by name in the order of the roll', () => {
    const meeting = voting({}, undefined, '', 'namedBallot');
    meeting.ok('m05', { do: 'castVote', item: 'i1', choice: 'no' });
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm03', choice: 'yes' });
    meeting.ok('m04', { do: 'castVote', item: 'i1', choice: 'blank' });
    expect(isHidden(lastVote(meeting))).toBe(true);
    expect(summary(meeting)).toMatchObject({ counts: null, taken: 3, outcome: null });
    expect(meeting.refused('desk', hands(3, 0)).code).toBe('vote/method');
    meeting.ok('m01', close);
    expect(summary(meeting).counts).toEqual({ yes: 1, no: 1, abstain: 1, invalid: 0, unaccounted: 3 });
    expect(rollOf(meeting.state, lastVote(meeting))).toEqual([
      { who: 'm02', choice: null },
      { who: 'm03', choice: 'yes' },
      { who: 'm04', choice: 'blank' },
      { who: 'm05', choice: 'no' },
      { who: 'm06', choice: null },
      { who: 'm07', choice: null },
    ]);
  });
});

describe('secret ballot', () => {
  const secret = (rules = {}) => voting({ members: 19, rules }, undefined, '', 'secretBallot');
  const cast = (choice: 'yes' | 'no' | 'blank') => ({ do: 'castVote', item: 'i1', choice }) as const;

  it('[V35] logs who took part and seals what they chose', () => {
    const meeting = secret();
    const taken = meeting.ok('m03', cast('no'));
    expect(taken.events).toEqual([{ type: 'SecretBallotCast', vote: 'i1#1', who: 'm03' }]);
    expect(taken.sealed).toEqual({ box: 'i1#1', deposit: 'no' });
    expect(JSON.stringify(meeting.log.filter((e) => e.type === 'SecretBallotCast'))).not.toContain('"no"');
    expect(meeting.refused('m03', cast('yes')).code).toBe('vote/already-cast');
    expect(summary(meeting)).toMatchObject({ counts: null, taken: 1, unaccounted: 17 });
  });

  it.each([
    [{}, 'rejected', [9, 7, 2, 0, 0, 18]],
    [{ decision: { base: 'validVotes' } }, 'carried', [9, 7, 2, 0, 0, 18]],
    [{ vote: { blank: 'asNo' } }, null, [9, 9, 0, 0, 0, 18]],
    [{ vote: { blank: 'invalid' } }, 'rejected', [9, 7, 0, 2, 0, 18]],
  ] as const)('[V35] example 13: 9-7 with two blank votes under %j', (rules, outcome, expected) => {
    const meeting = secret(rules);
    const choices = [...Array<'yes'>(9).fill('yes'), ...Array<'no'>(7).fill('no'), 'blank', 'blank'] as const;
    choices.forEach((choice, index) => {
      meeting.ok(`m${String(index + 2).padStart(2, '0')}`, cast(choice));
    });
    const closed = meeting.ok('m01', close, undefined, { box: choices.toSorted() });
    expect(typesOf(closed.events)).toEqual(['VoteClosed', 'BoxOpened']);
    expect(closed.sealed).toEqual({ box: 'i1#1', destroy: true });
    expect(books(meeting)).toEqual(expected);
    expect(summary(meeting)).toMatchObject({ outcome, tie: outcome === null });
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[V35] adds papers counted by the desk, and takes no vote by name', () => {
    const meeting = secret();
    meeting.ok('m03', cast('yes'));
    expect(meeting.refused('desk', { do: 'recordVote', item: 'i1', who: 'm04', choice: 'yes' }).code).toBe(
      'vote/secret',
    );
    expect(meeting.refused('desk', hands(18, 0)).code).toBe('vote/too-many');
    meeting.ok('desk', hands(10, 7));
    expect(meeting.refused('m04', cast('yes')).code).toBe('vote/already-counted');
    meeting.ok('m01', close, undefined, { box: ['yes'] });
    expect(books(meeting)).toEqual([11, 7, 0, 0, 0, 18]);
  });

  it('[V35] does not count a box that does not hold what was put in', () => {
    const meeting = secret();
    meeting.ok('m03', cast('yes'));
    for (const box of [[], ['yes', 'no'], ['maybe']])
      expect(meeting.refused('m01', close, undefined, { box }).code).toBe('vote/box-mismatch');
    expect(meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '箱の不備' }).sealed).toEqual({
      box: 'i1#1',
      destroy: true,
    });
  });
});

describe('one channel before the other', () => {
  const rules = { vote: { channelOrder: 'onlineFirst' as const } };

  it('[V36] polls online members before the room', () => {
    const meeting = voting({ members: 9, rules }, '1-7', '8-9');
    expect(meeting.refused('desk', hands(4, 2)).code).toBe('vote/channel-order');
    expect(meeting.refused('m03', { do: 'castVote', item: 'i1', choice: 'yes' }).code).toBe(
      'vote/channel-order',
    );
    meeting.ok('m08', { do: 'castVote', item: 'i1', choice: 'yes' });
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm09', choice: 'no' });
    meeting.ok('desk', hands(4, 2));
    expect(books(meeting)).toEqual([5, 3, 0, 0, 0, 8]);
  });

  it('[V36] goes on when the desk has entered the first channel’s count, and waits for nobody where it is empty', () => {
    const meeting = voting({ members: 9, rules }, '1-7', '8-9');
    meeting.ok('desk', { ...hands(1, 0), channel: 'online' });
    meeting.ok('desk', hands(4, 2));
    voting({ members: 7, rules }).ok('desk', hands(4, 2));
    const roomFirst = voting({ members: 9, rules: { vote: { channelOrder: 'roomFirst' } } }, '1-7', '8-9');
    expect(roomFirst.refused('m08', { do: 'castVote', item: 'i1', choice: 'yes' }).code).toBe(
      'vote/channel-order',
    );
    roomFirst.ok('desk', hands(4, 2));
    roomFirst.ok('m08', { do: 'castVote', item: 'i1', choice: 'yes' });
  });

  it('[V37] calls the choices in the body’s order', () => {
    const meeting = debating({ rules: { vote: { askOrder: ['no', 'yes'] } } });
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(ceremonyOf(lastVote(meeting)).steps.slice(0, 3)).toMatchObject([
      { choice: 'no' },
      { choice: 'yes' },
      { step: 'close' },
    ]);
  });
});

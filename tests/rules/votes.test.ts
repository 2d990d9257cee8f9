import { describe, expect, it } from 'vitest';
import { ceremonyOf } from '../../shared/features/votes/ceremony.ts';
import { unaccountedByName } from '../../shared/features/votes/tally.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { opened, typesOf, ofType } from '../support/given.ts';
import { books, close, debating, declare, hands, lastVote, summary, voting } from '../support/voting.ts';

/** The meeting of 21 with 17 in the room and two online. */
const council = { members: 21 } as const;
const room = '1-17';
const online = '18-19';

describe('a vote from its opening to its declaration', () => {
  it('[V11] counts hands in the room and ballots online, as in a published hybrid meeting', () => {
    const meeting = voting(council, room, online);
    meeting.ok('m01', { do: 'callChoice', choice: 'yes' });
    meeting.ok('m01', { do: 'callChoice', choice: 'no' });
    meeting.ok('m18', { do: 'castVote', item: 'i1', choice: 'yes' });
    meeting.ok('m19', { do: 'castVote', item: 'i1', choice: 'yes' });
    meeting.ok('s01', hands(14, 2));
    meeting.ok('m01', close);
    meeting.ok('s01', { do: 'reportCount', item: 'i1' });
    const [declared] = ofType(meeting.ok('m01', declare).events, 'ResultDeclared');
    expect(declared).toMatchObject({
      outcome: 'carried',
      counts: { yes: 16, no: 2, abstain: 0, invalid: 0 },
      eligible: 18,
      required: 10,
      onChairsWord: false,
    });
    expect(lastVote(meeting).quorum).toEqual({ required: 11, present: 19 });
    expect(summary(meeting).explanation.ja).toBe(
      '出席19人から会長を除く表決権者は18人、その過半数は10人です。賛成16人で可決です。',
    );
    expect(meeting.state.votes.current).toBeNull();
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[V11] freezes who may vote, the quorum, the rule and the base when it opens', () => {
    const meeting = debating(council, room, online);
    meeting.ok('m01', {
      do: 'openVote',
      item: 'i1',
      method: 'electronic',
      rule: { decision: { rule: { fractionAtLeast: { n: 2, d: 3 } } } },
    });
    const vote = lastVote(meeting);
    expect(vote.decision).toEqual({
      rule: { fractionAtLeast: { n: 2, d: 3 } },
      base: 'presentEligible',
      tieBase: 'yesEqualsNo',
    });
    expect(vote.eligibleCount).toEqual({ inRoom: 17, online: 2 });
    expect(vote.quorum).toEqual({ required: 11, present: 19 });
    expect(summary(meeting)).toMatchObject({ eligible: 19, required: 13 });
  });

  it('[V11] puts an item’s own rule above the body’s, and the vote’s above both', () => {
    const agenda = [
      {
        id: 'i1',
        title: '規程の改正',
        kind: 'consultation' as const,
        vote: { method: 'electronic' as const, rule: { decision: { rule: 'unanimous' as const } } },
      },
    ];
    const rules = { decision: { base: 'seats' as const } };
    const meeting = voting({ agenda, rules });
    expect(lastVote(meeting).decision).toMatchObject({ rule: 'unanimous', base: 'seats' });
    const other = debating({ agenda, rules });
    other.ok('m01', {
      do: 'openVote',
      item: 'i1',
      method: 'electronic',
      rule: { decision: { rule: 'majority' } },
    });
    expect(lastVote(other).decision).toMatchObject({ rule: 'majority', base: 'seats' });
  });

  it('[V12] leaves out whoever is absent, unidentified, excluded from the item, or presides', () => {
    const meeting = opened(council, '1-12');
    meeting.ok('desk', { do: 'checkIn', who: 'm18', channel: 'online' });
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'electronic' });
    const { eligible } = lastVote(meeting);
    expect(Object.keys(eligible)).toHaveLength(10);
    for (const who of ['m01', 'm03', 'm13', 'm18']) expect(eligible).not.toHaveProperty(who);
  });

  it('[V12] lets the deputy preside, and not vote, while the chair is excluded from the item', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i1' });
    meeting.ok('m02', { do: 'openVote', item: 'i1', method: 'electronic' });
    expect(lastVote(meeting).presiding).toBe('m02');
    expect(Object.keys(lastVote(meeting).eligible)).toEqual(['m03', 'm04', 'm05', 'm06', 'm07']);
  });

  it('[V12] gives the chair a vote as the rules say', () => {
    const members = { members: 5 };
    expect(Object.keys(lastVote(voting(members)).eligible)).not.toContain('m01');
    for (const vote of ['memberAndCasting', 'memberOnly'] as const)
      expect(Object.keys(lastVote(voting({ ...members, rules: { chair: { vote } } })).eligible)).toContain(
        'm01',
      );
    const special = { decision: { rule: { fractionAtLeast: { n: 2, d: 3 } } } } as const;
    expect(lastVote(voting({ ...members, rules: special })).chairVotes).toBe(true);
    expect(
      lastVote(voting({ ...members, rules: { ...special, chair: { votesOnSupermajority: false } } }))
        .chairVotes,
    ).toBe(false);
  });

  it('[V15] gives the chair the floor for a call, the secretariat for the report, the chair for the declaration', () => {
    const meeting = debating();
    meeting.ok('m01', { do: 'recognize', who: 'm03' });
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(typesOf(meeting.ok('m01', { do: 'callChoice', choice: 'yes' }).events)).toEqual([
      'TurnBegan',
      'ChoiceCalled',
    ]);
    expect(meeting.state.floor.turn?.who).toBe('m01');
    expect(typesOf(meeting.ok('m01', { do: 'callChoice', choice: 'no' }).events)).toEqual(['ChoiceCalled']);
    meeting.ok('desk', hands(4, 2));
    meeting.ok('m01', close);
    meeting.ok('m01', { do: 'reportCount', item: 'i1' });
    expect(meeting.state.floor.turn?.who).toBe('s01');
    meeting.ok('m01', declare);
    expect(meeting.state.floor.turn?.who).toBe('m01');
  });

  it('[V20] announces the close, then closes by a word of its own', () => {
    const meeting = voting({}, undefined, '', 'electronic');
    meeting.ok('m01', { do: 'announceClosing', seconds: 30 }, 100);
    expect(lastVote(meeting).closing).toMatchObject({ until: lastVote(meeting).openedAt + 130_000 });
    meeting.ok('m03', { do: 'castVote', item: 'i1', choice: 'yes' }, 131);
    meeting.ok('m01', close);
    expect(meeting.refused('m04', { do: 'castVote', item: 'i1', choice: 'yes' }).code).toBe('vote/not-open');
    expect(meeting.refused('m01', close).code).toBe('vote/not-open');
  });

  it('[V24] follows the ceremony step by step', () => {
    const meeting = voting();
    const at = () => ceremonyOf(lastVote(meeting));
    expect(at().steps.map((s) => ('choice' in s ? s.choice : s.step))).toEqual([
      'yes',
      'no',
      'abstain',
      'close',
      'report',
      'declare',
    ]);
    expect(at().at).toBe(0);
    meeting.ok('m01', { do: 'callChoice', choice: 'yes' });
    expect(at().at).toBe(1);
    meeting.ok('m01', { do: 'callChoice', choice: 'no' });
    meeting.ok('desk', hands(3, 3));
    meeting.ok('m01', close);
    expect(at().steps[at().at]).toEqual({ step: 'report', at: null });
    meeting.ok('desk', { do: 'reportCount', item: 'i1' });
    expect(at().steps[at().at]).toEqual({ step: 'casting', at: null });
    meeting.ok('m01', { do: 'castingVote', item: 'i1', choice: 'yes' });
    meeting.ok('m01', declare);
    expect(at().at).toBe(at().steps.length);
  });
});

describe('accounting for everybody', () => {
  it('[V21] stops at the declaration while somebody is unaccounted for, and goes on when they are found to have left', () => {
    const meeting = voting(council, '1-19');
    meeting.ok('desk', hands(15, 1, 1));
    meeting.ok('m01', close);
    const refusal = meeting.refused('m01', declare);
    expect(refusal.code).toBe('vote/unaccounted');
    expect(refusal.ja).toContain('1人が未確認です');
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm16', as: 'left' });
    expect(meeting.seat('m16').presence).toBe('left');
    expect(summary(meeting)).toMatchObject({ eligible: 17, required: 9, unaccounted: 0 });
    meeting.ok('m01', declare);
    expect(summary(meeting).outcome).toBe('carried');
  });

  it.each([
    ['abstain', [4, 1, 1, 0, 0, 6]],
    ['no', [4, 2, 0, 0, 0, 6]],
    ['didNotVote', [4, 1, 1, 0, 0, 6]],
    ['left', [4, 1, 0, 0, 0, 5]],
  ] as const)('[V21] counts somebody found to be “%s”', (as, expected) => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 1));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'resolve', item: 'i1', as });
    expect(books(meeting)).toEqual(expected);
    meeting.ok('m01', declare);
  });

  it('[V21] accounts for several at once, and for nobody who is not missing', () => {
    const meeting = voting();
    meeting.ok('desk', hands(2, 1));
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', as: 'left' }).code).toBe('vote/not-closed');
    meeting.ok('m01', close);
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', as: 'left', count: 4 }).code).toBe(
      'vote/too-many',
    );
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', who: 'm01', as: 'left' }).code).toBe(
      'vote/not-eligible',
    );
    meeting.ok('desk', { do: 'resolve', item: 'i1', as: 'abstain', count: 2 });
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm07', as: 'left' });
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', as: 'no' }).code).toBe(
      'vote/nobody-unaccounted',
    );
    expect(books(meeting)).toEqual([2, 1, 2, 0, 0, 5]);
  });

  it('[V21] does not take somebody in a channel that was fully counted for the one who is missing', () => {
    const meeting = voting(council, room, online);
    meeting.ok('desk', hands(16, 0));
    meeting.ok('m18', { do: 'castVote', item: 'i1', choice: 'yes' });
    meeting.ok('m01', close);
    expect(unaccountedByName(lastVote(meeting))).toEqual(['m19']);
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', who: 'm05', as: 'left' }).code).toBe(
      'vote/already-counted',
    );
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', who: 'm18', as: 'left' }).code).toBe(
      'vote/already-counted',
    );
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm19', as: 'didNotVote' });
    meeting.ok('m01', declare);
  });

  it.each([
    ['abstain', [3, 1, 2, 0, 0, 6]],
    ['asNo', [3, 3, 0, 0, 0, 6]],
    ['leftRoom', [3, 1, 0, 0, 0, 4]],
  ] as const)('[V22] treats no answer as the rule “%s” says, at the close', (noResponse, expected) => {
    const meeting = voting({ rules: { vote: { noResponse } } });
    meeting.ok('desk', hands(3, 1));
    meeting.ok('m01', close);
    expect(books(meeting)).toEqual(expected);
    expect(meeting.seat('m07').presence).toBe('present');
    meeting.ok('desk', hands(3, 3));
    expect(books(meeting)).toEqual([3, 3, 0, 0, 0, 6]);
    meeting.ok('desk', hands(2, 1));
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm07', as: 'no' });
    expect(books(meeting).slice(4, 5)).toEqual([0]);
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[V30] judges the quorum when the vote opens; those found to have left were not there', () => {
    const meeting = voting({ members: 7 }, '1-4');
    expect(lastVote(meeting).quorum).toEqual({ required: 4, present: 4 });
    meeting.ok('desk', hands(2, 0));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm04', as: 'left' });
    expect(meeting.refused('m01', declare).code).toBe('vote/no-quorum');
    meeting.ok('desk', { do: 'voidVote', item: 'i1', why: '定足数を欠いたため' });
    expect(meeting.refused('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' }).code).toBe(
      'vote/no-quorum',
    );
  });

  it('[V30] does not miss for the quorum those whom the rule does not count', () => {
    const meeting = voting({ members: 7, rules: { quorum: { countsOnline: false } } }, '1-4', '5');
    meeting.ok('desk', hands(3, 0));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm05', as: 'left' });
    meeting.ok('m01', declare);
  });

  it('[V30] declares what was voted with a quorum, though somebody went after the close', () => {
    const meeting = voting({ members: 7 }, '1-4');
    meeting.ok('desk', hands(3, 0));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'leave', who: 'm04' });
    meeting.ok('m01', declare);
    expect(summary(meeting)).toMatchObject({ outcome: 'carried', eligible: 3 });
  });
});

describe('corrections before the declaration', () => {
  it('[V23] takes a member who speaks up after the count for the one unaccounted for', () => {
    const meeting = voting(council, '1-18');
    meeting.ok('desk', hands(15, 1));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'correctVote', item: 'i1', who: 'm08', choice: 'abstain', why: '本人の申し出' });
    expect(books(meeting)).toEqual([15, 1, 1, 0, 0, 17]);
    meeting.ok('m01', declare);
  });

  it('[V23] moves a counted hand where everybody is accounted for, and asks which if it is not plain', () => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 2));
    meeting.ok('m01', close);
    const correction = {
      do: 'correctVote',
      item: 'i1',
      who: 'm03',
      choice: 'abstain',
      why: '申し出',
    } as const;
    expect(meeting.refused('desk', correction).code).toBe('vote/from-needed');
    expect(meeting.refused('desk', { ...correction, from: 'abstain' }).code).toBe('vote/from-needed');
    meeting.ok('desk', { ...correction, from: 'yes' });
    expect(books(meeting)).toEqual([3, 2, 1, 0, 0, 6]);
    meeting.ok('desk', { ...correction, choice: 'no' });
    expect(books(meeting)).toEqual([3, 3, 0, 0, 0, 6]);
  });

  it('[V23] needs no “from” where all hands counted were one choice', () => {
    const meeting = voting();
    meeting.ok('desk', hands(6, 0));
    meeting.ok('desk', { do: 'correctVote', item: 'i1', who: 'm03', choice: 'no', why: '申し出' });
    expect(books(meeting)).toEqual([5, 1, 0, 0, 0, 6]);
  });

  it('[V23] replaces a ballot and a resolution, by name and with the reason', () => {
    const meeting = voting({}, undefined, '', 'electronic');
    meeting.ok('m03', { do: 'castVote', item: 'i1', choice: 'yes' });
    meeting.ok('desk', hands(3, 0));
    meeting.ok('m01', close);
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm04', as: 'didNotVote' });
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm05', as: 'left' });
    const correct = (who: string) =>
      ({ do: 'correctVote', item: 'i1', who, choice: 'no', why: '押し間違い' }) as const;
    const [corrected] = ofType(meeting.ok('desk', correct('m03')).events, 'VoteCorrected');
    expect(corrected).toMatchObject({ was: 'ballot', from: 'yes', why: '押し間違い' });
    meeting.ok('desk', correct('m04'));
    expect(meeting.refused('desk', correct('m05')).code).toBe('vote/not-eligible');
    expect(meeting.refused('desk', correct('m01')).code).toBe('vote/not-eligible');
    expect(meeting.refused('desk', correct('nobody')).code).toBe('attendance/unknown-person');
    expect(books(meeting)).toEqual([3, 2, 0, 0, 0, 5]);
    expect(meeting.ok('desk', correct('m03')).events).toEqual([]);
  });

  it('[V23] is over with the declaration', () => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 2));
    meeting.ok('m01', close);
    meeting.ok('m01', declare);
    expect(
      meeting.refused('desk', { do: 'correctVote', item: 'i1', who: 'm03', choice: 'no', why: '申し出' })
        .code,
    ).toBe('vote/declared');
  });
});

describe('ties and declarations', () => {
  it('[V25] leaves a tie to whoever presides', () => {
    const meeting = voting(council, '1-19');
    meeting.ok('desk', hands(9, 9));
    expect(meeting.refused('m01', { do: 'castingVote', item: 'i1', choice: 'yes' }).code).toBe(
      'vote/not-closed',
    );
    meeting.ok('m01', close);
    expect(summary(meeting)).toMatchObject({ tie: true, outcome: null });
    expect(meeting.refused('m01', declare).code).toBe('vote/tie-undecided');
    expect(meeting.refused('desk', { do: 'castingVote', item: 'i1', choice: 'yes' }).code).toMatch(
      /^permission\//,
    );
    meeting.ok('m01', { do: 'castingVote', item: 'i1', choice: 'no' });
    meeting.ok('m01', { do: 'castingVote', item: 'i1', choice: 'yes' });
    meeting.ok('m01', declare);
    expect(summary(meeting)).toMatchObject({ tie: true, outcome: 'carried' });
    expect(lastVote(meeting).castingVote).toMatchObject({ choice: 'yes', by: 'm01' });
  });

  it('[V25] takes a casting vote back when the numbers change', () => {
    const meeting = voting();
    meeting.ok('desk', hands(3, 3));
    meeting.ok('m01', close);
    meeting.ok('m01', { do: 'castingVote', item: 'i1', choice: 'yes' });
    meeting.ok('desk', {
      do: 'correctVote',
      item: 'i1',
      who: 'm03',
      choice: 'abstain',
      from: 'yes',
      why: '申し出',
    });
    expect(lastVote(meeting).castingVote).toBeNull();
    meeting.ok('m01', declare);
    expect(summary(meeting).outcome).toBe('rejected');
  });

  it('[V25] knows no casting vote without a tie, under a special majority, or without the right', () => {
    const casting = { do: 'castingVote', item: 'i1', choice: 'yes' } as const;
    const carried = voting();
    carried.ok('desk', hands(4, 2));
    carried.ok('m01', close);
    expect(carried.refused('m01', casting).code).toBe('vote/no-tie');
    const special = voting({
      members: 6,
      rules: { decision: { rule: { fractionAtLeast: { n: 1, d: 1 } } } },
    });
    special.ok('desk', hands(3, 3));
    special.ok('m01', close);
    expect(special.refused('m01', casting).code).toBe('vote/no-casting-vote');
    special.ok('m01', declare);
    const memberOnly = voting({ members: 6, rules: { chair: { vote: 'memberOnly' } } });
    memberOnly.ok('desk', hands(3, 3));
    memberOnly.ok('m01', close);
    expect(memberOnly.refused('m01', casting).code).toBe('vote/no-casting-vote');
    memberOnly.ok('m01', declare);
    expect(summary(memberOnly)).toMatchObject({ outcome: 'rejected', tie: false });
  });

  it('[V4] example 8: a chair who voted no may still carry the tie', () => {
    const meeting = voting({ members: 21, rules: { chair: { vote: 'memberAndCasting' } } }, '1-20');
    expect(summary(meeting)).toMatchObject({ eligible: 20, required: 11 });
    meeting.ok('m01', { do: 'castVote', item: 'i1', choice: 'no' });
    meeting.ok('desk', hands(10, 9));
    meeting.ok('m01', close);
    meeting.ok('m01', { do: 'castingVote', item: 'i1', choice: 'yes' });
    meeting.ok('m01', declare);
    expect(summary(meeting).outcome).toBe('carried');
  });

  it('[V8] tells the chair of a tie that only abstentions made', () => {
    const meeting = voting(council, '1-19');
    meeting.ok('desk', hands(8, 8, 2));
    meeting.ok('m01', close);
    expect(summary(meeting).castingNote?.ja).toContain('賛成8人で可決となります');
    meeting.ok('m01', { do: 'castingVote', item: 'i1', choice: 'yes' });
    meeting.ok('m01', declare);
    expect(summary(meeting).outcome).toBe('carried');
  });

  it('[V26] is declared by the chair after the close, once', () => {
    const meeting = voting();
    expect(meeting.refused('m01', declare).code).toBe('vote/not-closed');
    expect(meeting.refused('m01', { do: 'reportCount', item: 'i1' }).code).toBe('vote/not-closed');
    meeting.ok('desk', hands(4, 2));
    meeting.ok('m01', close);
    expect(meeting.refused('desk', declare).code).toMatch(/^permission\//);
    expect(meeting.refused('m03', declare).code).toMatch(/^permission\//);
    meeting.ok('m01', declare);
    expect(meeting.refused('m01', declare).code).toBe('vote/declared');
  });

  it('[V27] may be entered by the desk on the chair’s word where the rules let it, and says so', () => {
    const meeting = voting({ rules: { vote: { deskOnChairsWord: true } } });
    meeting.ok('desk', hands(3, 3));
    meeting.ok('m01', close);
    const [casting] = ofType(
      meeting.ok('desk', { do: 'castingVote', item: 'i1', choice: 'no' }).events,
      'CastingVoteGiven',
    );
    expect(casting).toMatchObject({ who: 'm01', onChairsWord: true });
    meeting.ok('desk', declare);
    expect(lastVote(meeting).onChairsWord).toBe(true);
    expect(meeting.state.floor.turn?.who).toBe('m01');
  });

  it('[V28] may be void, with its reason, and is then voted on again without losing the first round', () => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 2));
    meeting.ok('m01', close);
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '数え間違い' });
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'electronic' });
    expect(lastVote(meeting)).toMatchObject({ id: 'i1#2', round: 2 });
    const first = meeting.state.votes.votes['i1#1'];
    expect(first).toMatchObject({ status: 'void', voidReason: '数え間違い', counts: { inRoom: { yes: 4 } } });
    meeting.ok('desk', hands(2, 4));
    meeting.ok('m01', close);
    meeting.ok('m01', declare);
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '議場の確認' });
    expect(lastVote(meeting)).toMatchObject({ status: 'void', outcome: 'rejected' });
    expect(meeting.refused('m01', { do: 'voidVote', item: 'i1', why: 'もう一度' }).code).toBe(
      'vote/nothing-to-void',
    );
  });

  it('[V44] left undeclared by the end of its item, holds up no other, and is declared once everybody is found', () => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 1));
    meeting.ok('m01', close);
    meeting.all('m01', { do: 'endItem', item: 'i1' }, { do: 'startItem', item: 'i2' });
    meeting.ok('m01', { do: 'openVote', item: 'i2', method: 'noObjection' });
    expect(meeting.refused('m01', declare).code).toBe('vote/unaccounted');
    meeting.ok('desk', { do: 'resolve', item: 'i1', as: 'abstain' });
    meeting.ok('m01', declare);
    expect(meeting.state.votes.votes['i1#1']?.outcome).toBe('carried');
    expect(meeting.state.votes.current).toBe('i2#1');
    meeting.ok('m01', { do: 'declareResult', item: 'i2' });
  });
});

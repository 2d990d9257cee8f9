import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { opened } from '../support/given.ts';
import { books, close, debating, declare, hands, lastVote, summary, voting } from '../support/voting.ts';

const open: CommandInput = { do: 'openVote', item: 'i1', method: 'showOfHands' };
const yes: CommandInput = { do: 'castVote', item: 'i1', choice: 'yes' };
const no: CommandInput = { do: 'castVote', item: 'i1', choice: 'no' };

describe('a vote that cannot be opened', () => {
  it('[V13] on an item that is unknown, not on the table, or a heading', () => {
    const agenda = [
      { id: 's1', title: '諮問事項', kind: 'section' as const },
      { id: 'i1', title: '諮問', kind: 'consultation' as const, parent: 's1' },
      { id: 'i2', title: '報告', kind: 'report' as const },
    ];
    const meeting = debating({ agenda });
    expect(meeting.refused('m01', { ...open, item: 'constructor' }).code).toBe('agenda/unknown-item');
    expect(meeting.refused('m01', { ...open, item: 'i2' }).code).toBe('vote/not-current');
    expect(meeting.refused('m01', { ...open, item: 's1' }).code).toBe('vote/section');
  });

  it('[V13] while another is on the table, taking ballots or waiting for its declaration', () => {
    const meeting = voting();
    expect(meeting.refused('m01', open).code).toBe('vote/another-open');
    meeting.ok('desk', hands(4, 2));
    meeting.ok('m01', close);
    expect(meeting.refused('m01', open).code).toBe('vote/another-open');
  });

  it('[V13] before the opening and in a recess', () => {
    const meeting = debating();
    meeting.ok('m01', { do: 'recess' });
    expect(meeting.refused('m01', open).code).toBe('meeting/in-recess');
  });

  it('[V13] below the quorum, unless the rule only warns', () => {
    expect(debating({ members: 7 }, '1-3').refused('m01', open).code).toBe('vote/no-quorum');
    debating({ members: 7, rules: { quorum: { onLoss: 'warn' } } }, '1-3').ok('m01', open);
  });

  it('[V13] where nobody present may vote', () => {
    const meeting = opened({ members: 3, rules: { quorum: { onLoss: 'warn' } } }, '1');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('m01', open).code).toBe('vote/no-voters');
  });

  it('[V14] on what was decided already, unless that vote was declared void', () => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 2));
    meeting.all('m01', close, declare);
    expect(meeting.refused('m01', open).code).toBe('vote/already-decided');
    meeting.ok('m01', { ...open, question: '附帯決議' });
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '取りやめ' });
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '数え間違い' });
    meeting.ok('m01', open);
  });
});

describe('ballots that are not taken', () => {
  it('[V17] of somebody absent, gone, unidentified, excluded, presiding, or no member', () => {
    const meeting = opened({ members: 9 }, '1-6');
    meeting.ok('desk', { do: 'checkIn', who: 'm07', channel: 'online' });
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i1' });
    meeting.ok('desk', { do: 'leave', who: 'm06' });
    meeting.all('m01', { do: 'startItem', item: 'i1' }, open);
    const why = (who: string) => {
      const refusal = meeting.refused(who, yes);
      expect(refusal.code).toBe('vote/not-eligible');
      return refusal.ja;
    };
    expect(why('m08')).toContain('出席していない');
    expect(why('m06')).toContain('退席している');
    expect(why('m07')).toContain('本人確認');
    expect(why('m03')).toContain('除斥');
    expect(why('m01')).toContain('裁決');
    expect(meeting.refused('o01', yes).code).toBe('permission/observer');
    expect(meeting.refused('k01', yes).code).toMatch(/^permission\//);
    expect(meeting.refused('desk', yes).code).toBe('vote/not-eligible');
    expect(books(meeting)).toEqual([0, 0, 0, 0, 3, 3]);
  });

  it('[V17] of a member left out because the link was lost', () => {
    const rules = { online: { disconnect: { graceSeconds: 10, then: 'excludeFromVote' as const } } };
    const meeting = debating({ members: 7, rules }, '1-5', '6');
    meeting.ok('system', { do: 'loseConnection', who: 'm06' }, 100);
    meeting.passTo(120);
    meeting.ok('m01', open);
    expect(meeting.refused('m06', yes)).toMatchObject({ code: 'vote/not-eligible' });
    expect(lastVote(meeting).eligible).not.toHaveProperty('m06');
  });

  it('[V17] outside a vote, after its close, and on another item', () => {
    const meeting = debating();
    expect(meeting.refused('m03', yes).code).toBe('vote/not-open');
    meeting.ok('m01', open);
    expect(meeting.refused('m03', { ...yes, item: 'i2' }).code).toBe('vote/not-open');
    expect(meeting.refused('m03', { ...yes, item: 'i9' }).code).toBe('agenda/unknown-item');
    meeting.ok('m01', close);
    expect(meeting.refused('m03', yes).code).toBe('vote/not-open');
  });

  it('[V16] are set, not toggled: the same again changes nothing, another replaces', () => {
    const meeting = voting();
    meeting.all('m03', yes, yes);
    expect(books(meeting)).toEqual([1, 0, 0, 0, 5, 6]);
    meeting.ok('m03', no);
    expect(books(meeting)).toEqual([0, 1, 0, 0, 5, 6]);
  });

  it('[V16] stand once given where the rule says never', () => {
    const meeting = voting({ rules: { vote: { changeable: 'never' } } });
    meeting.ok('m03', yes);
    expect(meeting.refused('m03', no).code).toBe('vote/not-changeable');
    expect(meeting.refused('desk', { do: 'recordVote', item: 'i1', who: 'm03', choice: 'no' }).code).toBe(
      'vote/not-changeable',
    );
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm04', choice: 'no' });
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm04', choice: 'yes' });
    expect(books(meeting)).toEqual([2, 0, 0, 0, 4, 6]);
  });

  it('[V18] of somebody whose hand was counted already', () => {
    const meeting = voting();
    meeting.ok('desk', hands(4, 2));
    expect(meeting.refused('m03', yes).code).toBe('vote/already-counted');
    meeting.ok('desk', hands(4, 1));
    meeting.ok('m03', yes);
    meeting.ok('m03', no);
    expect(books(meeting)).toEqual([4, 2, 0, 0, 0, 6]);
  });
});

describe('counts that are not taken', () => {
  it('[V18] of more people than can have given it, with the numbers', () => {
    const meeting = voting({ members: 21 }, '1-17', '18-19');
    const refusal = meeting.refused('desk', hands(14, 3));
    expect(refusal.code).toBe('vote/too-many');
    expect(refusal.ja).toContain('合計17人');
    expect(refusal.ja).toContain('16人まで');
    meeting.ok('m05', yes);
    expect(meeting.refused('desk', hands(14, 2)).ja).toContain('うち1人は、ほかで数えられています');
    meeting.ok('desk', hands(13, 2));
    expect(meeting.refused('desk', { ...hands(2, 1), channel: 'online' }).code).toBe('vote/too-many');
    meeting.ok('desk', { ...hands(2, 0), channel: 'online' });
    expect(books(meeting)).toEqual([16, 2, 0, 0, 0, 18]);
  });

  it('[V18] replaces the channel’s earlier count until the declaration, and adds to nothing twice', () => {
    const meeting = voting();
    meeting.ok('desk', hands(1, 1));
    meeting.ok('desk', hands(4, 1));
    meeting.ok('m01', close);
    meeting.ok('desk', hands(3, 2));
    meeting.ok('desk', { do: 'resolve', item: 'i1', as: 'abstain' });
    expect(meeting.refused('desk', hands(4, 2)).code).toBe('vote/too-many');
    meeting.ok('m01', declare);
    expect(meeting.refused('desk', hands(4, 2)).code).toBe('vote/declared');
    expect(books(meeting)).toEqual([3, 2, 1, 0, 0, 6]);
  });

  it('[V19] a vote entered by name is a ballot of that person', () => {
    const meeting = voting();
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm03', choice: 'no' });
    expect(meeting.refused('desk', { do: 'recordVote', item: 'i1', who: 'm01', choice: 'no' }).code).toBe(
      'vote/not-eligible',
    );
    expect(meeting.refused('desk', { do: 'recordVote', item: 'i1', who: 'm99', choice: 'no' }).code).toBe(
      'attendance/unknown-person',
    );
    expect(meeting.refused('desk', hands(4, 2)).code).toBe('vote/too-many');
    meeting.ok('m03', yes);
    expect(books(meeting)).toEqual([1, 0, 0, 0, 5, 6]);
    expect(summary(meeting).taken).toBe(1);
  });

  it('[V37] knows no abstentions where the rules forbid them', () => {
    const meeting = voting({ rules: { vote: { abstention: 'forbidden' } } });
    const code = 'vote/abstention-forbidden';
    expect(meeting.refused('m01', { do: 'callChoice', choice: 'abstain' }).code).toBe(code);
    expect(meeting.refused('m03', { ...yes, choice: 'abstain' }).code).toBe(code);
    expect(meeting.refused('desk', hands(1, 1, 1)).code).toBe(code);
    meeting.ok('m01', close);
    expect(meeting.refused('desk', { do: 'resolve', item: 'i1', as: 'abstain' }).code).toBe(code);
  });

  it('[V38] knows no blank ballot in a show of hands', () => {
    expect(voting().refused('m03', { ...yes, choice: 'blank' }).code).toBe('vote/no-blank');
  });
});

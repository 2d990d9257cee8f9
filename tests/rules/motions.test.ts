import { describe, expect, it } from 'vitest';
import { waitingMotions } from '../../client/reading/waitingMotions.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import type { Played } from '../support/given.ts';
import { close, debating, declare, hands, lastVote } from '../support/voting.ts';

const motion = (
  text: string,
  more: Partial<CommandInput<'moveMotion'>> = {},
): CommandInput<'moveMotion'> => ({
  do: 'moveMotion',
  item: 'i1',
  kind: 'amendment',
  text,
  ...more,
});

const place = (no: number, before: number | null): CommandInput<'placeAmendment'> => ({
  do: 'placeAmendment',
  motion: no,
  before,
});

/** The amendments that wait, as every screen shows them: the one that is put next first. */
function order(meeting: Played, item = 'i1'): number[] {
  return waitingMotions(viewFor('screen', meeting.state, ambientOf()).motions, item)
    .filter((line) => line.place !== null)
    .map((line) => line.no);
}

function decide(meeting: Played, yes: number, no: number) {
  meeting.ok('desk', hands(yes, no));
  meeting.all('m01', close, declare);
}

describe('motions', () => {
  it('[V39] come from members present, on the item on the table', () => {
    const meeting = debating({ members: 7 }, '1-6');
    expect(meeting.refused('desk', motion('削除', { who: 'm07' })).code).toBe('motion/not-present');
    expect(meeting.refused('desk', motion('削除', { who: 'k01' })).code).toBe('motion/not-present');
    expect(meeting.refused('m03', motion('削除', { item: 'i2' })).code).toBe('motion/not-current');
    expect(meeting.refused('m03', motion('削除', { who: 'm04' })).code).toBe('permission/only-yourself');
    meeting.ok('desk', { do: 'recuse', who: 'm05', item: 'i1' });
    expect(meeting.refused('m05', motion('削除')).code).toBe('motion/recused');
    meeting.ok('m03', motion('削除'));
    expect(meeting.state.votes.motions).toMatchObject([{ no: 1, who: 'm03', status: 'moved' }]);
  });

  it('[V39] need their seconders, whom the mover is not one of', () => {
    const meeting = debating({ members: 7, rules: { motion: { seconders: 2 } } });
    meeting.ok('m03', motion('休憩', { kind: 'motion' }));
    const second = { do: 'secondMotion', motion: 1 } as const;
    expect(meeting.refused('m03', second).code).toBe('motion/own');
    expect(meeting.refused('desk', second).code).toBe('motion/who-seconds');
    meeting.ok('m04', second);
    expect(meeting.ok('m04', second).events).toEqual([]);
    expect(meeting.refused('m01', { do: 'putMotion', motion: 1 }).ja).toContain('あと1人足りません');
    meeting.ok('desk', { ...second, who: 'm05' });
    meeting.ok('m01', { do: 'putMotion', motion: 1 });
    expect(lastVote(meeting)).toMatchObject({ motion: 1, question: '休憩', method: 'showOfHands' });
  });

  it('[V39] may ask a share of those present (佐井村農業委員会: half)', () => {
    const rules = { motion: { seconders: { fraction: { n: 1, d: 2 } } } };
    const meeting = debating({ members: 7, rules }, '1-5');
    meeting.ok('m03', motion('修正'));
    for (const who of ['m02', 'm04']) meeting.ok(who, { do: 'secondMotion', motion: 1 });
    expect(meeting.refused('m01', { do: 'putMotion', motion: 1 }).ja).toContain('賛成者が3人必要');
  });

  it('[V39] are withdrawn by their mover until they are put', () => {
    const meeting = debating();
    meeting.ok('m03', motion('甲'));
    meeting.ok('m04', motion('乙'));
    expect(meeting.refused('m04', { do: 'withdrawMotion', motion: 1 }).code).toBe('motion/not-yours');
    meeting.ok('m03', { do: 'withdrawMotion', motion: 1 });
    expect(meeting.refused('m01', { do: 'putMotion', motion: 1 }).code).toBe('motion/settled');
    meeting.ok('m01', { do: 'putMotion', motion: 2 });
    expect(meeting.refused('m04', { do: 'withdrawMotion', motion: 2 }).code).toBe('motion/settled');
    expect(meeting.refused('m04', motion('丙')).code).toBe('motion/while-voting');
    expect(meeting.refused('m01', { do: 'putMotion', motion: 9 }).code).toBe('motion/unknown');
  });
});

describe('amendments', () => {
  it('[V40, V41] go before the original, the farthest first, and leave the rest of the original to be put', () => {
    const meeting = debating();
    meeting.ok('m03', motion('一部を改める', { distance: 1 }));
    meeting.ok('m04', motion('全部を改める', { distance: 5 }));
    expect(meeting.refused('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' }).code).toBe(
      'motion/amendments-first',
    );
    expect(meeting.refused('m01', { do: 'putMotion', motion: 1 }).code).toBe('motion/farthest-first');
    meeting.ok('m01', { do: 'putMotion', motion: 2 });
    decide(meeting, 2, 4);
    meeting.ok('m01', { do: 'putMotion', motion: 1, method: 'electronic' });
    decide(meeting, 4, 2);
    expect(meeting.state.votes.motions.map((m) => m.status)).toEqual(['carried', 'rejected']);
    expect(meeting.refused('m01', { do: 'putMotion', motion: 1 }).code).toBe('motion/settled');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(lastVote(meeting)).toMatchObject({ motion: null, question: '修正部分を除く原案', round: 3 });
    decide(meeting, 5, 1);
    expect(meeting.refused('m03', motion('あとから')).code).toBe('motion/already-decided');
    expect(meeting.refused('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' }).code).toBe(
      'vote/already-decided',
    );
  });

  it('[V40] are put as the chair decides where the rule says so', () => {
    const meeting = debating({ rules: { amend: { order: 'chairDecides' } } });
    meeting.ok('m03', motion('一部を改める', { distance: 1 }));
    meeting.ok('m04', motion('全部を改める', { distance: 5 }));
    meeting.ok('m01', { do: 'putMotion', motion: 1 });
  });

  it('[V65] have one order: a new one goes behind those at least as far, last where nobody says how far', () => {
    const meeting = debating();
    meeting.ok('m03', motion('甲', { distance: 1 }));
    meeting.ok('m04', motion('乙', { distance: 5 }));
    meeting.ok('m05', motion('丙', { distance: 5 }));
    meeting.ok('m06', motion('丁'));
    expect(order(meeting)).toEqual([2, 3, 1, 4]);
    expect(meeting.refused('m01', { do: 'putMotion', motion: 3 }).ja).toContain('先に修正案2を');
    meeting.ok('m01', { do: 'putMotion', motion: 2 });
    decide(meeting, 2, 4);
    expect(order(meeting)).toEqual([3, 1, 4]);
  });

  it('[V65] are put in the order in which the desk or the chair places them', () => {
    const meeting = debating();
    for (const who of ['m03', 'm04', 'm05']) meeting.ok(who, motion(who));
    meeting.ok('m01', place(3, 1));
    expect(order(meeting)).toEqual([3, 1, 2]);
    // The same press again, from a page that had not seen the answer, moves nothing.
    expect(meeting.ok('desk', place(3, 1)).events).toEqual([]);
    meeting.ok('desk', place(1, null));
    expect(order(meeting)).toEqual([3, 2, 1]);
    expect(meeting.ok('desk', place(1, null)).events).toEqual([]);
    expect(meeting.refused('m01', { do: 'putMotion', motion: 2 }).code).toBe('motion/farthest-first');
    meeting.ok('m01', { do: 'putMotion', motion: 3 });
    decide(meeting, 2, 4);
    // A vote declared void puts it again where it stood.
    meeting.ok('m01', { do: 'putMotion', motion: 2 });
    expect(order(meeting)).toEqual([1]);
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '数え間違い' });
    expect(order(meeting)).toEqual([2, 1]);
    expect(meeting.refused('desk', place(3, 1)).code).toBe('motion/settled');
    expect(meeting.refused('desk', place(1, 3)).code).toBe('motion/settled');
  });

  it('[V65] are placed among amendments of one item only, by those who lead', () => {
    const meeting = debating();
    meeting.ok('m03', motion('甲'));
    meeting.ok('m04', motion('休憩', { kind: 'motion' }));
    meeting.ok('m01', { do: 'putMotion', motion: 2 });
    meeting.all('m01', { do: 'voidVote', item: 'i1', why: '撤回の申出' }, { do: 'endItem', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i2' });
    meeting.ok('m03', motion('乙', { item: 'i2' }));
    expect(meeting.refused('desk', place(3, 2)).code).toBe('motion/no-amendment');
    expect(meeting.refused('desk', place(2, 3)).code).toBe('motion/no-amendment');
    expect(meeting.refused('desk', place(3, 3)).code).toBe('motion/no-amendment');
    expect(meeting.refused('desk', place(3, 1)).code).toBe('motion/other-item');
    expect(meeting.refused('desk', place(3, 9)).code).toBe('motion/unknown');
    expect(meeting.refused('m03', place(3, null)).code).toMatch(/^permission\//);
    expect(order(meeting, 'i2')).toEqual([3]);
  });

  it('[V65] are not placed where the chair chooses each time', () => {
    const meeting = debating({ rules: { amend: { order: 'chairDecides' } } });
    for (const who of ['m03', 'm04']) meeting.ok(who, motion(who));
    expect(meeting.refused('desk', place(2, 1)).code).toBe('motion/chair-decides');
    const { motions } = viewFor('chair', meeting.state, ambientOf());
    expect(motions.map((line) => line.place)).toEqual([null, null]);
  });

  it('[V40] without their seconders hold up nothing', () => {
    const meeting = debating({ rules: { motion: { seconders: 1 } } });
    meeting.ok('m03', motion('一部を改める'));
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(lastVote(meeting).question).toBeNull();
  });

  it('[V28] can be put again when the vote on them was void', () => {
    const meeting = debating();
    meeting.ok('m03', motion('一部を改める'));
    meeting.ok('m01', { do: 'putMotion', motion: 1 });
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '数え間違い' });
    expect(meeting.state.votes.motions[0]?.status).toBe('moved');
    meeting.ok('m01', { do: 'putMotion', motion: 1, method: 'noObjection' });
    meeting.ok('m04', { do: 'object', item: 'i1' });
    expect(meeting.state.votes.motions[0]?.status).toBe('moved');
  });
});

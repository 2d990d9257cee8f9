import { describe, expect, it } from 'vitest';
import { castingNote, resultSentence, thresholdSentence } from '../../shared/rules/explanation.ts';
import type { Voters } from '../../shared/rules/explanation.ts';
import { judge, type Question } from '../../shared/rules/majority.ts';
import { question } from '../support/question.ts';

function voters(q: Question, more: Partial<Voters> = {}): Voters {
  const { decision, eligible, seats, chair } = q;
  const chairExcluded = chair === 'castingOnly';
  const present = eligible + (chairExcluded ? 1 : 0);
  return { decision, eligible, seats, chair, present, chairExcluded, chairTitle: '会長', ...more };
}

function sentence(q: Question, more: Partial<Voters> = {}) {
  return resultSentence(voters(q, more), judge(q), null).ja;
}

describe('why a vote comes out as it does', () => {
  it('[V9] says who may vote, how many it takes, and whether that is reached', () => {
    expect(sentence(question(18, { yes: 11, no: 7 }))).toBe(
      '出席19人から会長を除く表決権者は18人、その過半数は10人です。賛成11人は、これに達しています。',
    );
    expect(sentence(question(17, { yes: 8, no: 9 }, { chair: 'memberOnly' }))).toBe(
      '表決権者17人の過半数は9人です。賛成8人は、1人足りません。',
    );
  });

  it('[V9] does not speak of the chair where more than the chair makes the difference', () => {
    expect(sentence(question(16, { yes: 16 }), { present: 19 })).toMatch(/^表決権者16人の過半数は9人です。/);
  });

  it('[V9] says of a tie who decides it, and that they have not voted', () => {
    expect(sentence(question(18, { yes: 9, no: 9 }))).toBe(
      '出席19人から会長を除く表決権者は18人、その過半数は10人です。賛成9人は、1人足りません。可否同数なので、規則により会長が決めます。会長は、ここまで表決に加わっていません。',
    );
    expect(sentence(question(17, { yes: 8, no: 8, abstain: 1 }))).toContain(
      '可否は、棄権と無効を除いて比べます。',
    );
  });

  it('[V9] says why a level vote is rejected', () => {
    expect(sentence(question(18, { yes: 9, no: 9 }, { decision: { tieBase: 'none' } }))).toContain(
      '同数を裁決で決める定めがないため、否決',
    );
    expect(sentence(question(18, { yes: 9, no: 9 }, { chair: 'memberOnly' }))).toContain(
      '会長に裁決権がないため、否決',
    );
  });

  it('[V9] says nothing final while somebody is unaccounted for', () => {
    expect(sentence(question(18, { yes: 9, no: 8 }))).toContain('未確認の1人が確定するまで');
    expect(sentence(question(18, { yes: 8, no: 8 }))).not.toContain('可否同数');
  });

  it('[V9] says after the declaration what was decided', () => {
    const q = question(18, { yes: 11, no: 7 }, { chair: 'memberOnly' });
    expect(resultSentence(voters(q), judge(q), { castingVote: null, outcome: 'carried' }).ja).toBe(
      '表決権者18人の過半数は10人です。賛成11人で可決です。',
    );
    const tie = question(18, { yes: 9, no: 9 });
    expect(resultSentence(voters(tie), judge(tie), { castingVote: 'no', outcome: 'rejected' }).ja).toContain(
      '可否同数のため、会長の裁決により否決です。',
    );
  });

  it('[V9] names the share and the base of every other rule', () => {
    const twoThirds = question(
      19,
      { yes: 13, no: 6 },
      { decision: { rule: { fractionAtLeast: { n: 2, d: 3 } } } },
    );
    expect(sentence(twoThirds, { chairExcluded: false, present: 19 })).toBe(
      '表決権者19人の3分の2以上は13人です。賛成13人は、これに達しています。',
    );
    const seats = question(12, { yes: 10, no: 2 }, { seats: 21, decision: { base: 'seats' } });
    expect(sentence(seats)).toBe(
      '定数21人の過半数は11人です。表決権者は12人です。賛成10人は、1人足りません。',
    );
    const valid = question(18, { yes: 9, no: 8, abstain: 1 }, { decision: { base: 'validVotes' } });
    expect(sentence(valid)).toContain('賛成と反対を合わせた17票の過半数は9票です');
    const unanimous = question(18, { yes: 18 }, { decision: { rule: 'unanimous' } });
    expect(thresholdSentence(voters(unanimous), judge(unanimous)).ja).toContain('全員の賛成が必要です');
    const plurality = question(18, { yes: 5, no: 4, abstain: 9 }, { decision: { rule: 'plurality' } });
    expect(sentence(plurality)).toContain('賛成5人、反対4人です。');
  });

  it('[V8] tells the chair when only abstentions make the tie', () => {
    expect(castingNote(judge(question(18, { yes: 8, no: 8, abstain: 2 })), '会長')?.ja).toBe(
      '棄権2人を除いて可否同数です。会長が可とすると、賛成8人で可決となります。棄権の1人が賛成して9対8になった場合は、必要な10人に達せず否決でした。',
    );
    expect(castingNote(judge(question(18, { yes: 9, no: 9 })), '会長')).toBeNull();
    expect(castingNote(judge(question(17, { yes: 8, no: 8, abstain: 1 })), '会長')).toBeNull();
  });
});

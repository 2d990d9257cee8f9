import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMeeting } from '../../shared/meeting/createMeeting.ts';
import type { MeetingMode } from '../../shared/meeting/plan.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import { contradictions } from '../../shared/rules/contradictions.ts';
import { parametersOf, rulePacks } from '../../shared/rules/packs.ts';
import { previewRules, previewTable } from '../../shared/rules/preview.ts';
import { rulesWithDefaults } from '../../shared/rules/rules.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { actorOf, Played } from '../support/given.ts';
import { planOf, startsAt } from '../support/plans.ts';

function found(rules: RulesInput, members = 21, mode: MeetingMode = 'hybrid', open = true) {
  return contradictions(rulesWithDefaults(rules), { members, mode, open });
}

describe('rules that contradict each other', () => {
  it.each<[string, RulesInput, number, MeetingMode, string]>([
    [
      'a quorum above the seats',
      { seats: 21, quorum: { rule: { count: 22 } } },
      21,
      'hybrid',
      '定数21人を超えている',
    ],
    ['a quorum above the roster', { seats: 21 }, 10, 'hybrid', '全員が出席しても足りません'],
    ['more members than seats', { seats: 5 }, 6, 'hybrid', '名簿の委員は6人'],
    [
      'a casting vote without ties',
      { chair: { vote: 'memberAndCasting' }, decision: { tieBase: 'none' } },
      7,
      'hybrid',
      '裁決権',
    ],
    [
      'no objection after an objection',
      { vote: { objectionThen: 'noObjection' } },
      7,
      'hybrid',
      '異議の有無',
    ],
    ['a call missing', { vote: { askOrder: ['no'] } }, 7, 'hybrid', '賛成を入れ'],
    ['a call twice', { vote: { askOrder: ['yes', 'yes'] } }, 7, 'hybrid', '二度'],
    [
      'forced and forbidden abstention',
      { vote: { abstention: 'forbidden', noResponse: 'abstain' } },
      7,
      'hybrid',
      '棄権を認めない',
    ],
    ['more objections than members', { vote: { objection: 8 } }, 7, 'hybrid', '異議は8人'],
    ['more seconders than members', { motion: { seconders: 7 } }, 7, 'hybrid', 'ほかの委員は6人'],
    [
      'nobody online in an online meeting',
      { online: { enabled: false } },
      7,
      'online',
      'オンラインを認めない',
    ],
    [
      'an online quorum that does not count',
      { quorum: { countsOnline: false } },
      7,
      'online',
      '成立しません',
    ],
  ])('[V45] %s is refused with the sentence that says which', (_name, rules, members, mode, words) => {
    const [first] = found(rules, members, mode);
    expect(first?.refused).toBe(true);
    expect(first?.sentence.ja).toContain(words);
    expect(first?.between).toHaveLength(2);
    const plan = planOf({ members, mode, rules });
    const made = createMeeting('m', plan, { at: startsAt, actor: actorOf('desk') });
    expect(isRefusal(made) && made.ja).toBe(first?.sentence.ja);
  });

  it.each<[string, RulesInput, number, boolean]>([
    ['a chair who decides nothing', { decision: { tieBase: 'none' } }, 7, true],
    ['a body of one', {}, 1, true],
    ['hands not raised', { vote: { askOrder: ['yes'] } }, 7, true],
    [
      'a casting vote that is never used',
      { chair: { vote: 'memberAndCasting' }, decision: { rule: 'unanimous' } },
      7,
      true,
    ],
    ['a closed session', {}, 7, false],
    ['nobody online in a hybrid meeting', { online: { enabled: false } }, 7, true],
  ])('[V45] %s is warned of and may be held', (_name, rules, members, open) => {
    const warned = found(rules, members, 'hybrid', open);
    expect(warned.map((one) => one.refused)).toEqual([false]);
    expect(warned[0]?.sentence.en).not.toBe('');
    expect(() => new Played(planOf({ members, rules, open }))).not.toThrow();
  });

  it('[V45] the plan cannot be changed to such rules either', () => {
    const meeting = new Played(planOf({ members: 7 }));
    const refusal = meeting.refused('desk', { do: 'changePlan', rules: { quorum: { rule: { count: 8 } } } });
    expect(refusal).toMatchObject({ code: 'plan/rules-contradict' });
    expect(found({}, 0)).toEqual([]);
  });
});

describe('what rules mean for a body', () => {
  const council = rulesWithDefaults({ seats: 21 });

  it('[V46] is said in a sentence with its numbers', () => {
    const { sentence, note } = previewRules(council, { seats: 21, present: 19 });
    expect(sentence.ja).toBe('定数21人・出席19人なら、定足数は11人、議決に必要な賛成は10人です。');
    expect(note.ja).toBe('会長を除く表決権者18人の過半数です。');
  });

  it('[V46] is told for other numbers present, down to where no vote can be taken', () => {
    expect(previewTable(council, { seats: 21, present: 19 })).toEqual([
      { present: 21, required: 11 },
      { present: 19, required: 10 },
      { present: 17, required: 9 },
      { present: 15, required: 8 },
      { present: 11, required: 6 },
      { present: 10, required: null },
    ]);
    expect(previewRules(council, { seats: 21, present: 10 }).sentence.ja).toContain('採決できません');
  });

  it('[V46] follows every rule', () => {
    const say = (rules: RulesInput, present = 19) =>
      previewRules(rulesWithDefaults(rules), { seats: 21, present });
    expect(say({ chair: { vote: 'memberOnly' } })).toMatchObject({ eligible: 19, required: 10 });
    expect(say({ decision: { base: 'seats' } })).toMatchObject({ required: 11 });
    expect(say({ decision: { base: 'seats' } }).note.ja).toBe('定数21人の過半数です。');
    expect(say({ decision: { base: 'validVotes' } }).note.ja).toContain('棄権と無効があれば');
    expect(say({ decision: { rule: { fractionAtLeast: { n: 2, d: 3 } } } })).toMatchObject({
      eligible: 19,
      required: 13,
    });
    expect(say({ decision: { rule: 'plurality' } }).sentence.ja).toContain('賛成が反対より多ければ');
    expect(say({ quorum: { countsChair: false } }, 11).required).toBeNull();
    expect(say({ quorum: { onLoss: 'warn' } }, 5).required).toBe(3);
  });
});

describe('rule packs', () => {
  it.each(rulePacks.map((pack) => [pack.id, pack] as const))(
    '[V47] %s gives every parameter its source',
    (_id, pack) => {
      expect(Object.keys(pack.sources).sort()).toEqual(parametersOf(pack.rules).sort());
      const rules = rulesWithDefaults(pack.rules);
      expect(
        contradictions(rules, { members: 9, mode: 'hybrid', open: true }).filter((one) => one.refused),
      ).toEqual([]);
      expect(previewRules(rules, { seats: 9, present: 9 }).required).toBeGreaterThan(0);
    },
  );

  it('[V47] are a council, an assembly’s committee, a farm committee and a general assembly', () => {
    expect(rulePacks.map((pack) => pack.id)).toEqual([
      'council',
      'assemblyCommittee',
      'farmCommittee',
      'generalAssembly',
    ]);
  });
});

describe('the description of the rules', () => {
  it('[V48] has every parameter, and none that there is not', () => {
    const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
    const described = [...page.matchAll(/^\| `([\w.]+)`/gm)].map(([, name]) => name);
    const all = parametersOf({ ...rulesWithDefaults({ seats: 1 }) });
    expect(described.sort()).toEqual(all.sort());
  });
});

import type { Sentence } from '../protocol/language.ts';
import type { Rules } from './rules.ts';

/** What the quorum is judged on. All are numbers of members. */
export interface QuorumFacts {
  /** 定数: the seats the ordinance gives the body. */
  readonly seats: number;
  /** 現在員: the members in office. */
  readonly inOffice: number;
  /** Present and counted by the rule. */
  readonly counted: number;
  /** Present, but excluded from the item (除斥). */
  readonly recused: number;
  /** Present, but left out because the rule counts neither who presides nor who is online, as the rule says. */
  readonly leftOut: number;
}

export interface Quorum {
  readonly required: number;
  /** How many count towards it. */
  readonly present: number;
  readonly met: boolean;
  /** Too few only because of exclusions, and the rule lets the body go on (自治法113条ただし書). */
  readonly exempt: boolean;
  /** The same in words a chair can read out. */
  readonly explanation: Sentence;
}

/**
 * 定足数. Majority: ⌊base/2⌋+1; at least half and other fractions: rounded up; count: as given. Sources: 港区審査会条例6条
 * (majority), 自治法113条 (half, and its exemption for exclusions).
 */
export function quorumOf(rules: Rules['quorum'], facts: QuorumFacts): Quorum {
  const required = requiredFor(rules, facts);
  const present = facts.counted;
  const enough = present >= required;
  const exempt = !enough && rules.recusalExempt && present + facts.recused >= required;
  return {
    required,
    present,
    met: enough || exempt,
    exempt,
    explanation: explain(rules, facts, required, enough, exempt),
  };
}

function requiredFor(rules: Rules['quorum'], facts: QuorumFacts): number {
  const base = rules.base === 'seats' ? facts.seats : facts.inOffice;
  if (rules.rule === 'majority') return Math.floor(base / 2) + 1;
  if (rules.rule === 'atLeastHalf') return Math.ceil(base / 2);
  if ('count' in rules.rule) return rules.rule.count;
  // One division of whole numbers: base × (n/d) would round 2/3 of 21 up to 15.
  return Math.ceil((base * rules.rule.fraction.n) / rules.rule.fraction.d);
}

function explain(
  rules: Rules['quorum'],
  facts: QuorumFacts,
  required: number,
  enough: boolean,
  exempt: boolean,
): Sentence {
  const share = shareOf(rules, facts, required);
  const leftOut =
    facts.leftOut > 0
      ? {
          ja: `（ほかに数に入らない出席${String(facts.leftOut)}人）`,
          en: ` (${String(facts.leftOut)} more are present but do not count)`,
        }
      : { ja: '', en: '' };
  const present = String(facts.counted);
  const lacking = String(required - facts.counted);
  if (enough)
    return {
      ja: `${share.ja}。出席${present}人${leftOut.ja}で、定足数を満たしています。`,
      en: `${share.en} With ${present} present${leftOut.en}, there is a quorum.`,
    };
  if (exempt)
    return {
      ja: `${share.ja}。除斥${String(facts.recused)}人を除く出席は${present}人${leftOut.ja}ですが、除斥のために足りないときは会議を続けられます。`,
      en: `${share.en} Without the ${String(facts.recused)} excluded, ${present} are present${leftOut.en}; being short because of exclusions, the body may go on.`,
    };
  return {
    ja: `${share.ja}。出席${present}人${leftOut.ja}で、あと${lacking}人足りません。`,
    en: `${share.en} With ${present} present${leftOut.en}, ${lacking} more ${lacking === '1' ? 'is' : 'are'} needed.`,
  };
}

function shareOf(rules: Rules['quorum'], facts: QuorumFacts, required: number): Sentence {
  const base =
    rules.base === 'seats'
      ? { ja: `定数${String(facts.seats)}人`, en: `${String(facts.seats)} seats` }
      : { ja: `現在員${String(facts.inOffice)}人`, en: `${String(facts.inOffice)} members in office` };
  const need = String(required);
  if (rules.rule === 'majority')
    return {
      ja: `${base.ja}の過半数で、定足数は${need}人です`,
      en: `A majority of the ${base.en}: the quorum is ${need}.`,
    };
  if (rules.rule === 'atLeastHalf')
    return {
      ja: `${base.ja}の半数以上で、定足数は${need}人です`,
      en: `At least half of the ${base.en}: the quorum is ${need}.`,
    };
  if ('count' in rules.rule)
    return { ja: `定足数は${need}人と定められています`, en: `The quorum is fixed at ${need}.` };
  const { n, d } = rules.rule.fraction;
  return {
    ja: `${base.ja}の${String(d)}分の${String(n)}以上で、定足数は${need}人です`,
    en: `At least ${String(n)}/${String(d)} of the ${base.en}: the quorum is ${need}.`,
  };
}

import type { Decision, Rules } from './rules.ts';

/** Votes counted by choice, as they came in. */
export interface Ballots {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** 白票: what it means is the body's rule. */
  readonly blank: number;
  readonly invalid: number;
}

/** Votes after the body's rule has said what a blank one means. */
export interface Counts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
}

/** Everything that a result depends on. */
export interface Question {
  readonly decision: Decision;
  /** 表決権者: those who may vote in this vote, after anybody found to have left. */
  readonly eligible: number;
  /** 定数 */
  readonly seats: number;
  readonly ballots: Ballots;
  readonly blank: Rules['vote']['blank'];
  readonly chair: Rules['chair']['vote'];
}

export interface Judgement {
  readonly counts: Counts;
  /** 未確認: those who may vote and of whom nothing is known yet. */
  readonly unaccounted: number;
  /** What the rule takes its share of. */
  readonly base: number;
  /** The yes votes needed. */
  readonly required: number;
  /** Whether yes and no are level, whoever may break it. */
  readonly level: boolean;
  /** What the numbers say now. `tie`: the chair must decide (裁決). Final only when nobody is unaccounted for. */
  readonly outcome: 'carried' | 'rejected' | 'tie';
}

/** What blank ballots count as, by the body's rule: abstentions, invalid, or noes (否とみなす). */
function foldBlank(ballots: Ballots, blank: Rules['vote']['blank']): Counts {
  const { yes, no, abstain, invalid } = ballots;
  switch (blank) {
    case 'abstain':
      return { yes, no, abstain: abstain + ballots.blank, invalid };
    case 'invalid':
      return { yes, no, abstain, invalid: invalid + ballots.blank };
    case 'asNo':
      return { yes, no: no + ballots.blank, abstain, invalid };
  }
}

/**
 * What is carried, by the rule. Under `presentEligible` an abstention stays in the base (行政実例 昭32.5.11), under
 * `validVotes` only yes and no are in it (高松高判 昭28.9.25). Whether yes and no are level is judged without the
 * abstentions in any case (行政実例 昭25.8.24).
 */
export function judge(question: Question): Judgement {
  const { decision, eligible, seats, chair } = question;
  const counts = foldBlank(question.ballots, question.blank);
  const known = counts.yes + counts.no + counts.abstain + counts.invalid;
  const unaccounted = Math.max(0, eligible - known);
  const base = baseOf(decision, eligible, seats, counts);
  const required = requiredYes(decision.rule, base, counts.no);
  const level = counts.yes === counts.no;
  const outcome =
    counts.yes >= required ? 'carried' : level && mayBreakTie(decision, chair) ? 'tie' : 'rejected';
  return { counts, unaccounted, base, required, level, outcome };
}

/**
 * How many yes votes carry a question when `base` count. A share is rounded up, a majority is more than half. Under
 * `plurality` it takes one more than the noes. At least one yes is always needed.
 */
export function requiredYes(rule: Decision['rule'], base: number, no = 0): number {
  if (rule === 'majority') return Math.floor(base / 2) + 1;
  if (rule === 'unanimous') return Math.max(1, base);
  if (rule === 'plurality') return no + 1;
  const { n, d } = rule.fractionAtLeast;
  return Math.max(1, Math.ceil((base * n) / d));
}

/** A casting vote (裁決) exists where a simple majority is asked, the rule knows ties, and the chair has the right. */
function mayBreakTie(decision: Decision, chair: Rules['chair']['vote']): boolean {
  return !isSpecialMajority(decision.rule) && decision.tieBase === 'yesEqualsNo' && chair !== 'memberOnly';
}

/** 特別多数: a rule under which level votes are never decided by the chair. */
export function isSpecialMajority(rule: Decision['rule']): boolean {
  return rule !== 'majority' && rule !== 'plurality';
}

/** While somebody is unaccounted for, they are taken to vote: the number asked for never rises afterwards. */
function baseOf(decision: Decision, eligible: number, seats: number, counts: Counts): number {
  switch (decision.base) {
    case 'presentEligible':
      return eligible;
    case 'validVotes':
      return Math.max(0, eligible - counts.abstain - counts.invalid);
    case 'seats':
      return seats;
  }
}

import type { Sentence } from '../protocol/language.ts';
import type { Judgement } from './majority.ts';
import { isSpecialMajority } from './majority.ts';
import type { Decision, Rules } from './rules.ts';

/*
 * Why a vote comes out as it does, in words that a chair can read out. Every number in a sentence is one that the
 * arithmetic made: nothing is counted here.
 */

/** What the sentences speak of beside the judgement. */
export interface Voters {
  readonly decision: Decision;
  readonly eligible: number;
  readonly seats: number;
  /** Members present when the vote opened. */
  readonly present: number;
  /** Whoever presides is present but does not vote (castingOnly). */
  readonly chairExcluded: boolean;
  readonly chair: Rules['chair']['vote'];
  /** What whoever presides is called: 会長, 議長, 委員長. */
  readonly chairTitle: string;
}

/** How many yes votes it takes and why: 「出席19人から会長を除く表決権者は18人、その過半数は10人です。」 */
export function thresholdSentence(voters: Voters, judged: Pick<Judgement, 'base' | 'required'>): Sentence {
  const { decision, eligible } = voters;
  const { required, base } = judged;
  const from = votersClause(voters);
  const share = shareName(decision.rule);
  if (decision.rule === 'plurality')
    return {
      ja: `${from.ja}です。賛成が反対より多ければ可決です。`,
      en: `${from.en}. It is carried when the yes votes outnumber the noes.`,
    };
  const everybody = decision.rule === 'unanimous';
  switch (decision.base) {
    case 'presentEligible':
      return everybody
        ? { ja: `${from.ja}で、全員の賛成が必要です。`, en: `${from.en}, and all must be in favour.` }
        : {
            ja: `${from.joined}${share.ja}は${required}人です。`,
            en: `${from.en}, and ${share.en} is ${required}.`,
          };
    case 'seats':
      return everybody
        ? {
            ja: `定数${base}人全員の賛成が必要です。表決権者は${eligible}人です。`,
            en: `All ${base} seats must be in favour; ${eligible} may vote.`,
          }
        : {
            ja: `定数${base}人の${share.ja}は${required}人です。表決権者は${eligible}人です。`,
            en: `Of ${base} seats ${share.en} is ${required}; ${eligible} may vote.`,
          };
    case 'validVotes':
      return everybody
        ? {
            ja: `賛成と反対を合わせた${base}票の全部が賛成でなければなりません（棄権と無効は数えません）。`,
            en: `All ${base} votes for or against must be in favour (abstentions and invalid votes do not count).`,
          }
        : {
            ja: `賛成と反対を合わせた${base}票の${share.ja}は${required}票です（棄権と無効は数えません）。`,
            en: `Of ${base} votes for or against ${share.en} is ${required} (abstentions and invalid votes do not count).`,
          };
  }
}

/** The threshold, and what the votes are beside it. */
export function resultSentence(
  voters: Voters,
  judged: Judgement,
  declared: { readonly castingVote: 'yes' | 'no' | null; readonly outcome: 'carried' | 'rejected' } | null,
): Sentence {
  const threshold = thresholdSentence(voters, judged);
  const parts = [
    threshold,
    standing(voters, judged, declared?.outcome ?? null),
    ...levelVotes(voters, judged, declared?.castingVote ?? null),
  ];
  if (judged.unaccounted > 0)
    parts.push({
      ja: `未確認の${judged.unaccounted}人が確定するまで、結果は決まりません。`,
      en: `The result is open until the ${judged.unaccounted} unaccounted for are settled.`,
    });
  return { ja: parts.map((p) => p.ja).join(''), en: parts.map((p) => p.en).join(' ') };
}

/**
 * What a chair should know before carrying a tie that only abstentions made: one abstainer more on the yes side and
 * the same question would have failed without a casting vote. Null where that is not so.
 */
export function castingNote(judged: Judgement, chairTitle: string): Sentence | null {
  const { yes, no, abstain } = judged.counts;
  if (judged.outcome !== 'tie' || abstain === 0 || yes + 1 >= judged.required) return null;
  return {
    ja: `棄権${abstain}人を除いて可否同数です。${chairTitle}が可とすると、賛成${yes}人で可決となります。棄権の1人が賛成して${yes + 1}対${no}になった場合は、必要な${judged.required}人に達せず否決でした。`,
    en: `Level when the ${abstain} abstaining are left out. A casting yes carries it with ${yes} in favour; had one who abstained voted yes, ${yes + 1} to ${no} would have failed for want of the ${judged.required} needed.`,
  };
}

/** What a share of the base is called: 過半数, 3分の2以上. */
export function shareName(rule: Decision['rule']): Sentence {
  if (typeof rule === 'object') {
    const { n, d } = rule.fractionAtLeast;
    return { ja: `${d}分の${n}以上`, en: `at least ${n}/${d}` };
  }
  switch (rule) {
    case 'majority':
      return { ja: '過半数', en: 'a majority' };
    case 'unanimous':
      return { ja: '全員', en: 'everybody' };
    case 'plurality':
      return { ja: '多数', en: 'a plurality' };
  }
}

function votersClause(voters: Voters): Sentence & { readonly joined: string } {
  const { eligible, present, chairExcluded, chairTitle } = voters;
  if (chairExcluded && present - 1 === eligible)
    return {
      ja: `出席${present}人から${chairTitle}を除く表決権者は${eligible}人`,
      joined: `出席${present}人から${chairTitle}を除く表決権者は${eligible}人、その`,
      en: `Of ${present} present ${eligible} may vote (whoever presides does not)`,
    };
  return {
    ja: `表決権者は${eligible}人`,
    joined: `表決権者${eligible}人の`,
    en: `${eligible} may vote`,
  };
}

function standing(voters: Voters, judged: Judgement, declared: 'carried' | 'rejected' | null): Sentence {
  const { yes, no } = judged.counts;
  if (voters.decision.rule === 'plurality')
    return { ja: `賛成${yes}人、反対${no}人です。`, en: `${yes} in favour, ${no} against.` };
  const short = judged.required - yes;
  if (short <= 0)
    return declared === null
      ? { ja: `賛成${yes}人は、これに達しています。`, en: `${yes} in favour reach it.` }
      : { ja: `賛成${yes}人で可決です。`, en: `${yes} in favour: carried.` };
  return declared === 'rejected' && !judged.level
    ? {
        ja: `賛成${yes}人は${short}人足りず、否決です。`,
        en: `${yes} in favour are ${short} short: rejected.`,
      }
    : { ja: `賛成${yes}人は、${short}人足りません。`, en: `${yes} in favour are ${short} short.` };
}

/** What level votes mean under this rule; nothing where they are not level or the majority was reached. */
function levelVotes(voters: Voters, judged: Judgement, casting: 'yes' | 'no' | null): Sentence[] {
  const { counts, level, unaccounted, outcome } = judged;
  const title = voters.chairTitle;
  if (!level || outcome === 'carried' || unaccounted > 0 || isSpecialMajority(voters.decision.rule))
    return [];
  const without: Sentence[] =
    counts.abstain + counts.invalid > 0
      ? [
          {
            ja: '可否は、棄権と無効を除いて比べます。',
            en: 'Yes and no are compared without abstentions and invalid votes.',
          },
        ]
      : [];
  if (outcome === 'rejected')
    return [
      voters.chair === 'memberOnly'
        ? {
            ja: `可否同数ですが、${title}に裁決権がないため、否決となります。`,
            en: 'The votes are level, and as there is no casting vote the question is rejected.',
          }
        : {
            ja: '可否同数ですが、同数を裁決で決める定めがないため、否決となります。',
            en: 'The votes are level, and as the rules know no casting vote the question is rejected.',
          },
    ];
  if (casting !== null)
    return [
      ...without,
      {
        ja: `可否同数のため、${title}の裁決により${casting === 'yes' ? '可決' : '否決'}です。`,
        en: `The votes were level; the casting vote ${casting === 'yes' ? 'carried' : 'rejected'} it.`,
      },
    ];
  return [
    ...without,
    {
      ja: `可否同数なので、規則により${title}が決めます。`,
      en: 'The votes are level, so by the rules whoever presides decides.',
    },
    ...(voters.chairExcluded
      ? [
          {
            ja: `${title}は、ここまで表決に加わっていません。`,
            en: 'They have not voted so far.',
          },
        ]
      : []),
  ];
}

import type { Sentence } from '../protocol/language.ts';
import { chairVotes } from './eligibility.ts';
import { shareName } from './explanation.ts';
import { requiredYes } from './majority.ts';
import { quorumOf } from './quorum.ts';
import type { Quorum } from './quorum.ts';
import type { Rules } from './rules.ts';

/** A body as its rules are tried out on it: numbers of members. */
export interface Body {
  readonly seats: number;
  /** Members in office; absent: as many as seats. */
  readonly inOffice?: number;
  readonly present: number;
}

/** What rules mean for so many present, the chair among them, nobody excluded and all in the room. */
export interface Preview {
  readonly quorum: Quorum;
  readonly eligible: number;
  /** The yes votes needed; null where no vote can be opened. */
  readonly required: number | null;
  /** 「定数21人・出席19人なら、定足数は11人、議決に必要な賛成は10人です」 */
  readonly sentence: Sentence;
  /** Where the number comes from: 「会長を除く表決権者18人の過半数です」 */
  readonly note: Sentence;
}

export function previewRules(rules: Rules, body: Body): Preview {
  const { seats, present } = body;
  const quorum = quorumOf(rules.quorum, {
    seats,
    inOffice: body.inOffice ?? seats,
    counted: Math.max(0, present - (rules.quorum.countsChair ? 0 : 1)),
    recused: 0,
    leftOut: rules.quorum.countsChair || present === 0 ? 0 : 1,
  });
  const votes = chairVotes(rules.chair, rules.decision);
  const eligible = Math.max(0, present - (votes ? 0 : 1));
  const opens = eligible > 0 && (quorum.met || rules.quorum.onLoss === 'warn');
  const base = rules.decision.base === 'seats' ? seats : eligible;
  const required = opens ? requiredYes(rules.decision.rule, base) : null;
  const counts = {
    ja: `定数${String(seats)}人・出席${String(present)}人なら`,
    en: `With ${String(seats)} seats and ${String(present)} present`,
  };
  const need = String(quorum.required);
  return {
    quorum,
    eligible,
    required,
    sentence:
      required === null
        ? {
            ja: `${counts.ja}、定足数${need}人に足りる表決権者がいないため、採決できません。`,
            en: `${counts.en}, no vote can be taken: the quorum is ${need}.`,
          }
        : rules.decision.rule === 'plurality'
          ? {
              ja: `${counts.ja}、定足数は${need}人、賛成が反対より多ければ可決です。`,
              en: `${counts.en}, the quorum is ${need}, and more yes votes than noes carry.`,
            }
          : {
              ja: `${counts.ja}、定足数は${need}人、議決に必要な賛成は${String(required)}人です。`,
              en: `${counts.en}, the quorum is ${need} and ${String(required)} yes votes carry.`,
            },
    note: noteOn(rules, seats, eligible, votes),
  };
}

/** What some numbers present would need, from all seats down to one below the quorum. `required`: null where no vote can be opened. */
export function previewTable(
  rules: Rules,
  body: Body,
): readonly { readonly present: number; readonly required: number | null }[] {
  const { seats, present } = body;
  const quorum = previewRules(rules, body).quorum.required;
  const rows = [seats, present, present - 2, present - 4, quorum, quorum - 1];
  return [...new Set(rows)]
    .filter((count) => count > 0 && count <= seats)
    .sort((a, b) => b - a)
    .map((count) => ({
      present: count,
      required: previewRules(rules, { ...body, present: count }).required,
    }));
}

function noteOn(rules: Rules, seats: number, eligible: number, votes: boolean): Sentence {
  const { base, rule } = rules.decision;
  const share = shareName(rule);
  if (base === 'seats')
    return { ja: `定数${String(seats)}人の${share.ja}です。`, en: `${share.en} of ${String(seats)} seats.` };
  const valid =
    base === 'validVotes'
      ? { ja: '（棄権と無効があれば、それを除いて数えます）', en: ', without abstentions and invalid votes' }
      : { ja: '', en: '' };
  return votes
    ? {
        ja: `会長を含む表決権者${String(eligible)}人の${share.ja}です${valid.ja}。`,
        en: `${share.en} of ${String(eligible)} voters, the chair among them${valid.en}.`,
      }
    : {
        ja: `会長を除く表決権者${String(eligible)}人の${share.ja}です${valid.ja}。`,
        en: `${share.en} of ${String(eligible)} voters, the chair not among them${valid.en}.`,
      };
}

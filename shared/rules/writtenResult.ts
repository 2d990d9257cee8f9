import type { Sentence } from '../protocol/language.ts';
import { shareName } from './explanation.ts';
import { requiredYes } from './majority.ts';
import { quorumOf } from './quorum.ts';
import type { Decision, Rules } from './rules.ts';

/** Replies on one item of a written meeting, those in time. */
export interface Replies {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** What a written decision (書面による議決) depends on. */
export interface WrittenQuestionFacts {
  readonly rules: Pick<Rules, 'quorum' | 'written'>;
  readonly decision: Decision;
  readonly seats: number;
  readonly inOffice: number;
  /** Members excluded from the item: they are asked for no decision. */
  readonly recused: number;
  readonly replies: Replies;
}

export interface WrittenOutcome extends Replies {
  /** 未回答: no reply is no abstention. */
  readonly noReply: number;
  readonly base: number;
  readonly required: number;
  readonly quorum: { readonly required: number; readonly present: number };
  readonly outcome: 'carried' | 'rejected' | 'noQuorum';
}

/**
 * The result of one item (国土審議会令3条の方式). Those who reply are those present: with fewer than the quorum there
 * is no decision. The share is taken of all seats or of those who replied, by the body's rule. A chair has replied
 * with the others, so level replies fall short of a majority and are rejected.
 */
export function writtenOutcome(facts: WrittenQuestionFacts): WrittenOutcome {
  const { rules, decision, replies, recused } = facts;
  const replied = replies.yes + replies.no + replies.abstain;
  const quorum = quorumOf(rules.quorum, {
    seats: facts.seats,
    inOffice: facts.inOffice,
    counted: replied,
    recused,
    leftOut: 0,
  });
  const base = rules.written.base === 'allSeats' ? facts.seats - recused : replied;
  const required = requiredYes(decision.rule, base, replies.no);
  const outcome = !quorum.met ? 'noQuorum' : replies.yes >= required ? 'carried' : 'rejected';
  return {
    ...replies,
    noReply: facts.inOffice - recused - replied,
    base,
    required,
    quorum: { required: quorum.required, present: replied },
    outcome,
  };
}

/** Why a written decision came out as it did: 「定数7人の過半数は4人です。同意6人は、これに達しています。未回答1人。」 */
export function writtenSentence(
  result: WrittenOutcome,
  rule: Decision['rule'],
  base: Rules['written']['base'],
): Sentence {
  const { yes, noReply, required, quorum } = result;
  const missing =
    noReply > 0
      ? { ja: `未回答は${String(noReply)}人です。`, en: ` ${String(noReply)} did not reply.` }
      : { ja: '', en: '' };
  if (result.outcome === 'noQuorum')
    return {
      ja: `回答は${String(quorum.present)}人で、定足数${String(quorum.required)}人に達しないため、議決は成立しません。${missing.ja}`,
      en: `${String(quorum.present)} replied and the quorum is ${String(quorum.required)}: there is no decision.${missing.en}`,
    };
  const of =
    base === 'allSeats'
      ? { ja: `定数${String(result.base)}人`, en: `${String(result.base)} seats` }
      : { ja: `回答${String(result.base)}人`, en: `${String(result.base)} replies` };
  const share = shareName(rule);
  const short = required - yes;
  const reached =
    short <= 0
      ? { ja: `同意${String(yes)}人は、これに達しています。`, en: `${String(yes)} agree, which reaches it.` }
      : {
          ja: `同意${String(yes)}人は、${String(short)}人足りません。`,
          en: `${String(yes)} agree, ${String(short)} short.`,
        };
  return {
    ja: `${of.ja}の${share.ja}は${String(required)}人です。${reached.ja}${missing.ja}`,
    en: `Of ${of.en} ${share.en} is ${String(required)}. ${reached.en}${missing.en}`,
  };
}

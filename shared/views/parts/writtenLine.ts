import type { WrittenResult, WrittenState } from '../../features/written/state.ts';
import { part } from '../part.ts';
import type { WrittenLine } from '../types.ts';

/**
 * A meeting in writing (書面会議): its rounds, the questions without the askers' names, the answers, and the results
 * once a round of decisions is closed. Nobody's decision is in it. Null for a meeting that is held.
 */
export const writtenLine = part(
  (state) => [state.info, state.written],
  ({ info, written }): WrittenLine | null => (info.mode === 'written' ? lineOf(written) : null),
);

function lineOf(written: WrittenState): WrittenLine {
  const running = written.rounds.findLast((round) => round.closedAt === null);
  return {
    dispatchedAt: written.dispatchedAt,
    documents: written.documents,
    consents: Object.values(written.consents).filter((agreed) => agreed).length,
    round: running === undefined ? null : { no: running.no, kind: running.kind, deadline: running.deadline },
    questions: written.questions.map(({ no, item, text, at, answers }) => ({
      no,
      item,
      text,
      at,
      answers: answers.map(({ by, text: words, at: when }) => ({ by, text: words, at: when })),
    })),
    results: Object.fromEntries(
      Object.entries(written.results).map(([item, result]) => [item, resultLine(result)]),
    ),
    notifiedAt: written.notifiedAt,
  };
}

function resultLine(result: WrittenResult): WrittenLine['results'][string] {
  const { yes, no, abstain, noReply, required, outcome, base } = result;
  return {
    counts: { yes, no, abstain, invalid: 0, unaccounted: noReply },
    required,
    outcome,
    explanation:
      outcome === 'noQuorum'
        ? {
            ja: `返信は${result.quorum.present}人で、成立に必要な${result.quorum.required}人に達しません。`,
            en: `${result.quorum.present} replied; ${result.quorum.required} replies are needed for a decision.`,
          }
        : {
            ja: `${base}人のうち必要な賛成は${required}人です。賛成${yes}人で、${outcome === 'carried' ? '可決' : '否決'}です。`,
            en: `${required} of ${base} must agree. ${yes} agreed: ${outcome}.`,
          },
  };
}

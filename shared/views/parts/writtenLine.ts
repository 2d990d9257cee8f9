import { consentStanding } from '../../features/written/consent.ts';
import { itemsDecided, missingMembers, resultSentenceOf } from '../../features/written/standing.ts';
import type { WrittenResult } from '../../features/written/state.ts';
import { membersOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { part } from '../part.ts';
import type { CountsLine } from '../types/voteLine.ts';
import type { WrittenLine } from '../types/writtenLine.ts';

/**
 * A meeting in writing (書面会議): its rounds, the questions without the askers' names, the answers, and the results
 * once a round of decisions is closed. Nobody's decision is in it. Null for a meeting that is held.
 */
export const writtenLine = part(
  (state) => [state.info, state.written, state.agenda, state.rules, state.roster, state.attendance],
  (state): WrittenLine | null => (state.info.mode === 'written' ? lineOf(state) : null),
);

function lineOf(state: MeetingState): WrittenLine {
  const { written } = state;
  const members = membersOf(state).length;
  const consent = consentStanding(state);
  return {
    dispatchedAt: written.dispatchedAt,
    documents: written.documents,
    consent: {
      of: state.rules.written.consent === 'chair' ? 'chair' : 'members',
      asked: consent.of.filter((who) => Object.hasOwn(written.consents, who)).length,
      agreed: consent.agreed,
      needed: consent.needed,
    },
    announced: written.deadlines,
    rounds: written.rounds.map(({ no, kind, openedAt, deadline, closedAt }) => ({
      no,
      kind,
      openedAt,
      deadline,
      closedAt,
    })),
    decides: itemsDecided(state),
    mayAbstain: state.rules.vote.abstention === 'allowed',
    members,
    replied: members - missingMembers(state).length,
    questions: written.questions.map(({ no, item, text, at, answers }) => ({
      no,
      item,
      text,
      at,
      answers: answers.map(({ by, text: words, at: when }) => ({ by, text: words, at: when })),
    })),
    results: Object.fromEntries(
      Object.entries(written.results).map(([item, result]) => [
        item,
        {
          counts: countsOf(result),
          required: result.required,
          outcome: result.outcome,
          explanation: resultSentenceOf(state, item),
        },
      ]),
    ),
    notifiedAt: written.notifiedAt,
  };
}

/** 賛成＋反対＋棄権＋未回答 = 委員: who has not replied is unaccounted for, and has not abstained. */
export function countsOf({ yes, no, abstain, noReply }: WrittenResult): CountsLine {
  return { yes, no, abstain, invalid: 0, unaccounted: noReply };
}

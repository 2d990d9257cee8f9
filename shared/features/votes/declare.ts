import type { Decide } from '../../meeting/decider.ts';
import { notInSession } from '../../meeting/inSession.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import { isSpecialMajority } from '../../rules/majority.ts';
import { giveChairFloor, giveDeskFloor } from '../floor/giveFloor.ts';
import { methods } from './methods/registry.ts';
import { judgeVote, quorumFailed, unaccountedLeft, withoutNumbers } from './outcome.ts';
import type { Vote } from './state.ts';
import { closedVoteOn, onChairsWord, undeclaredVoteOn } from './table.ts';
import { totals } from './tally.ts';

/** 採決の状況: the secretariat's words. */
export const reportCount: Decide<'reportCount'> = (state, command, context) => {
  const vote = closedVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const refusal = withoutNumbers(vote);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  giveDeskFloor(story, context);
  story.happen({ type: 'CountReported', vote: vote.id, item: vote.item });
  return story.accepted();
};

/** 裁決: whoever presides decides a tie. It may be set again until the declaration. */
export const castingVote: Decide<'castingVote'> = (state, command, context) => {
  const vote = closedVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const word = onChairsWord(state, context.actor);
  if (isRefusal(word)) return word;
  const who = presidingPerson(state);
  const refusal = withoutNumbers(vote) ?? unaccountedLeft(vote) ?? noTie(vote);
  if (refusal !== null) return refusal;
  if (who === null) return nobodyPresides();
  const story = unfold(state, context);
  giveChairFloor(story, context);
  story.happen({
    type: 'CastingVoteGiven',
    vote: vote.id,
    choice: command.choice,
    who,
    onChairsWord: word.desk,
  });
  return story.accepted();
};

/** 宣告: the chair's declaration, on numbers that account for everybody, is the legal event. */
export const declareResult: Decide<'declareResult'> = (state, command, context) => {
  const vote = undeclaredVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const word = onChairsWord(state, context.actor);
  if (isRefusal(word)) return word;
  const unasked = methods[vote.method].device === 'objection';
  const refusal =
    notInSession(state) ?? (unasked ? null : (unclosed(vote) ?? unaccountedLeft(vote) ?? quorumFailed(vote)));
  if (refusal !== null) return refusal;
  const { counts, required, outcome } = judgeVote(vote);
  const decided = unasked ? 'carried' : outcome === 'tie' ? afterCasting(vote) : outcome;
  if (decided === null) return tieUndecided(vote);
  const story = unfold(state, context);
  giveChairFloor(story, context);
  story.happen({
    type: 'ResultDeclared',
    vote: vote.id,
    item: vote.item,
    outcome: decided,
    counts: unasked ? null : counts,
    eligible: totals(vote).eligible,
    required,
    onChairsWord: word.desk,
  });
  return story.accepted();
};

function afterCasting(vote: Vote): 'carried' | 'rejected' | null {
  if (vote.castingVote === null) return null;
  return vote.castingVote.choice === 'yes' ? 'carried' : 'rejected';
}

function unclosed(vote: Vote): Refusal | null {
  if (vote.status === 'closed') return null;
  return refuse(
    'vote/not-closed',
    '投票を締め切ってから宣告してください。',
    'Close the vote before declaring its result.',
  );
}

function tieUndecided(vote: Vote): Refusal {
  const { yes } = judgeVote(vote).counts;
  return refuse(
    'vote/tie-undecided',
    `賛成${String(yes)}人、反対${String(yes)}人で可否同数です。先に裁決してください。`,
    `${String(yes)} to ${String(yes)}: the votes are level. Give the casting vote first.`,
  );
}

function noTie(vote: Vote): Refusal | null {
  const { outcome, level } = judgeVote(vote);
  if (outcome === 'tie') return null;
  if (level && isSpecialMajority(vote.decision.rule))
    return refuse(
      'vote/no-casting-vote',
      '特別多数による議決では、同数でも裁決できません。必要な数に達しなければ否決です。',
      'Where a special majority is asked there is no casting vote: what does not reach it is rejected.',
    );
  if (level && outcome === 'rejected')
    return refuse(
      'vote/no-casting-vote',
      'この会議の規則には、可否同数のときの裁決がありません。過半数に達しないので否決です。',
      'This body’s rules know no casting vote: without a majority the question is rejected.',
    );
  return refuse(
    'vote/no-tie',
    '可否同数ではないため、裁決は必要ありません。そのまま結果を宣告してください。',
    'The votes are not level, so no casting vote is needed. Declare the result.',
  );
}

function nobodyPresides(): Refusal {
  return refuse(
    'vote/nobody-presides',
    '会議を主宰する人がいません。先に主宰する人を指定してください。',
    'Nobody presides. Say first who does.',
  );
}

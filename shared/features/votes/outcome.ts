import type { PersonId } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { judge } from '../../rules/majority.ts';
import type { Judgement } from '../../rules/majority.ts';
import { methods } from './methods/registry.ts';
import type { Vote } from './state.ts';
import { totals } from './tally.ts';

/** What the vote's books come to by the rules that were frozen when it opened. */
export function judgeVote(vote: Vote): Judgement {
  const { ballots, eligible } = totals(vote);
  return judge({
    decision: vote.decision,
    eligible,
    seats: vote.seats,
    ballots,
    blank: vote.rules.vote.blank,
    chair: vote.rules.chair.vote,
  });
}

/** 未確認 must be 0 before anything is decided on the numbers. */
export function unaccountedLeft(vote: Vote): Refusal | null {
  const { unaccounted } = totals(vote);
  if (unaccounted === 0) return null;
  return refuse(
    'vote/unaccounted',
    `${String(unaccounted)}人が未確認です。退席、棄権などを事務局が確かめて記録すると、宣告できます。`,
    `${String(unaccounted)} of the voters are unaccounted for. Once the desk has recorded what became of them (left, abstained …), the result can be declared.`,
  );
}

/**
 * The quorum was judged when the vote opened, and attendance changes after that do not undo it. But those found to
 * have left were not there: without them the body must still have had its quorum.
 */
export function quorumFailed(vote: Vote): Refusal | null {
  const counted = (who: PersonId | null) =>
    vote.rules.quorum.countsOnline || who === null || vote.eligible[who] !== 'online';
  const left = vote.resolutions.reduce(
    (sum, r) => sum + (r.as === 'left' && counted(r.who) ? r.count : 0),
    0,
  );
  const { required, present } = vote.quorum;
  if (vote.rules.quorum.onLoss === 'warn' || left === 0 || present - left >= required || present < required)
    return null;
  return refuse(
    'vote/no-quorum',
    `退席とした${String(left)}人を除くと出席は${String(present - left)}人で、定足数${String(required)}人を欠いた採決です。採決を無効にして、定足数がそろってからやり直してください。`,
    `Without the ${String(left)} who had left, ${String(present - left)} were present and the quorum is ${String(required)}. Declare this vote void and repeat it with a quorum.`,
  );
}

/** Refuses what is about numbers where objections were asked for. */
export function withoutNumbers(vote: Vote): Refusal | null {
  if (methods[vote.method].device !== 'objection') return null;
  return refuse(
    'vote/method',
    '異議の有無を諮っているため、人数はありません。異議がなければ、そのまま宣告してください。',
    'The body was asked for objections: there are no numbers. If there is none, declare the result.',
  );
}

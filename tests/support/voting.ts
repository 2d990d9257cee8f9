import { judgeVote } from '../../shared/features/votes/outcome.ts';
import type { Vote } from '../../shared/features/votes/state.ts';
import { voteSummary } from '../../shared/features/votes/summary.ts';
import type { VoteSummary } from '../../shared/features/votes/summary.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { VoteMethodName } from '../../shared/rules/rules.ts';
import { opened } from './given.ts';
import type { Played } from './given.ts';
import type { PlanWishes } from './plans.ts';

/** A meeting with item i1 on the table: these members in the room and online (`2-5` is m02 to m05). */
export function debating(wishes: PlanWishes = {}, room?: string, online = ''): Played {
  const meeting = opened(wishes, room, online);
  meeting.ok(wishes.chair === false ? 'desk' : 'm01', { do: 'startItem', item: 'i1' });
  return meeting;
}

/** The same with a vote open on i1. */
export function voting(
  wishes: PlanWishes = {},
  room?: string,
  online = '',
  method: VoteMethodName = 'showOfHands',
): Played {
  const meeting = debating(wishes, room, online);
  meeting.ok('m01', { do: 'openVote', item: 'i1', method });
  return meeting;
}

/** A count of hands in the room on i1. */
export function hands(yes: number, no: number, abstain = 0): CommandInput<'recordCount'> {
  return { do: 'recordCount', item: 'i1', channel: 'inRoom', yes, no, abstain };
}

export const close: CommandInput = { do: 'closeVote', item: 'i1' };
export const declare: CommandInput = { do: 'declareResult', item: 'i1' };

/** The last vote that was opened. */
export function lastVote(meeting: Played): Vote {
  const { votes, order } = meeting.state.votes;
  const vote = votes[order.at(-1) ?? ''];
  if (vote === undefined) throw new Error('No vote was opened');
  return vote;
}

export function summary(meeting: Played): VoteSummary {
  return voteSummary(meeting.state, lastVote(meeting));
}

/** 賛成, 反対, 棄権, 無効, 未確認 and 表決権者 of the last vote. */
export function books(meeting: Played): readonly number[] {
  const vote = lastVote(meeting);
  const { counts, unaccounted } = judgeVote(vote);
  return [counts.yes, counts.no, counts.abstain, counts.invalid, unaccounted, summary(meeting).eligible];
}

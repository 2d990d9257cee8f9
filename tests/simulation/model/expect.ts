import type { CommandInput } from '../../../shared/meeting/commands.ts';
import { booksOf, notYetIn } from './books.ts';
import type { MeetingModel, ModelVote } from './meetingModel.ts';

/** Ways to vote in which a voter's own device gives a ballot with a name, and whether a ballot may be blank. */
const blanks: Readonly<Record<string, boolean>> = {
  showOfHands: false,
  standing: false,
  electronic: false,
  namedBallot: true,
  secretBallot: true,
};

/**
 * Whether the meeting must carry this command out as it stands; null where this model has no word on it. `by`: a
 * person's id or `desk`.
 */
export function accepts(model: MeetingModel, by: string, command: CommandInput): boolean | null {
  switch (command.do) {
    case 'raiseHand':
      return command.who === undefined && model.isMember(by)
        ? raises(model, by, command.kind ?? 'speak')
        : null;
    case 'lowerHand':
      return command.who === undefined && model.isMember(by) && !isOver(model)
        ? model.hands.some(({ who }) => who === by)
        : null;
    case 'castVote':
      return model.isMember(by) ? casts(model, by, command.item, command.choice) : null;
    case 'checkIn':
      if (model.written !== null) return false;
      return by === 'desk' && model.isMember(command.who) && !isOver(model)
        ? arrives(model, command.who, command.channel)
        : null;
    case 'leave':
      return by === 'desk' && model.isMember(command.who) && !isOver(model)
        ? model.seat(command.who).presence === 'present' && model.vote?.status !== 'open'
        : null;
    default:
      return model.written?.accepts(by, command) ?? null;
  }
}

function isOver({ status }: MeetingModel): boolean {
  return status === 'closed' || status === 'adjourned';
}

function arrives(model: MeetingModel, who: string, channel: string): boolean {
  const seat = model.seat(who);
  if (seat.presence === 'present') return seat.channel === channel;
  return model.vote?.status !== 'open';
}

function raises(model: MeetingModel, who: string, kind: string): boolean {
  const excluded = model.item !== null && model.recusals.get(who) === model.item;
  if (model.status !== 'open' || model.presiding() === who) return false;
  if (model.seat(who).presence !== 'present') return false;
  if (excluded && model.rules.recusal.mode === 'leave') return false;
  if (kind !== 'pointOfOrder' && (model.vote?.status === 'open' || !model.listOpen)) return false;
  return !model.hands.some((hand) => hand.who === who && hand.kind === kind);
}

function casts(model: MeetingModel, who: string, item: string, choice: string): boolean {
  const vote = lastVoteOn(model, item);
  if (vote?.status !== 'open' || isOver(model)) return false;
  const blank = blanks[vote.method];
  const channel = vote.eligible[who];
  if (blank === undefined || channel === undefined) return false;
  if (choice === 'blank' && !blank) return false;
  const { abstention, changeable, channelOrder } = model.rules.vote;
  if (choice === 'abstain' && abstention === 'forbidden') return false;
  if (vote.took.has(who)) return false;
  if (vote.ballots.has(who)) return changeable === 'untilClose';
  const isSecret = vote.method === 'secretBallot';
  const first = channelOrder === 'onlineFirst' ? 'online' : 'inRoom';
  const waits =
    channelOrder !== 'simultaneous' &&
    channel !== first &&
    vote.hands[first] === undefined &&
    notYetIn(vote, first) > 0;
  if (waits && !isSecret) return false;
  const { unaccounted, byRule } = booksOf(vote);
  return Math.min(notYetIn(vote, channel), unaccounted + byRule) > 0;
}

function lastVoteOn(model: MeetingModel, item: string): ModelVote | undefined {
  return [...model.votes.values()].findLast((vote) => vote.item === item);
}

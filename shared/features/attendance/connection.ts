import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { expireGraces } from './expireGraces.ts';
import { isMember, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import { unfold } from '../../meeting/unfold.ts';
import { watchQuorum } from './quorumEvents.ts';

/** Only the link of a member who takes part online matters; what happens to any other socket is nobody's business. */
export const loseConnection: Decide<'loseConnection'> = (state, { who }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const seat = seatOf(state, who);
  if (!isMember(state, who) || seat.presence !== 'present') return accept();
  if (seat.channel !== 'online' || seat.lostAt !== null) return accept();
  const story = unfold(state, context);
  const { graceSeconds } = state.rules.online.disconnect;
  story.happen({ type: 'ConnectionLost', who, graceUntil: context.at + graceSeconds * 1000 });
  if (graceSeconds === 0) expireGraces(story, context.at);
  return story.accepted();
};

export const restoreConnection: Decide<'restoreConnection'> = (state, { who }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const seat = seatOf(state, who);
  const story = unfold(state, context);
  if (seat.presence === 'present' && seat.lostAt !== null) {
    story.happen({ type: 'ConnectionRestored', who });
    // Within the grace nothing was lost, so nothing is regained: after a break, many links come back at once.
    if (seat.excluded) watchQuorum(story, context.at);
    return story.accepted();
  }
  // The lost link had become a departure: its return is a re-entry, not a new arrival.
  if (seat.presence !== 'left' || seat.leftCause !== 'connection' || seat.channel !== 'online')
    return accept();
  story.happen({ type: 'CheckedIn', who, channel: 'online', late: false, reentry: true });
  watchQuorum(story, context.at);
  return story.accepted();
};

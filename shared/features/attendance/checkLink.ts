import type { Decide } from '../../meeting/decider.ts';
import { nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import { refuse } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import { membersStay, notPresent } from './arrive.ts';
import { watchQuorum } from './quorumEvents.ts';

/**
 * 接続確認: the desk tries out how somebody online comes through, before the meeting (高根沢町: 15 minutes before, 鉾田市:
 * 30) and whenever it changes. Every try is recorded with its time.
 */
export const checkLink: Decide<'checkLink'> = (state, { who, video, audio }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const { presence, channel } = seatOf(state, who);
  if (presence !== 'present') return notPresent(state, who);
  if (channel !== 'online')
    return refuse(
      'attendance/not-online',
      `${nameOf(state, who)}さんは会場で出席しています。接続確認は、オンラインの出席者について行います。`,
      `${nameOf(state, who)} is in the room. Links are checked of those who take part online.`,
    );
  const refusal = membersStay(state, who);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'LinkChecked', who, video, audio });
  watchQuorum(story, context.at);
  return story.accepted();
};

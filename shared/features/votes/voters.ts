import type { ItemId } from '../../meeting/agendaItem.ts';
import { isMember, membersOf, nameOf, seatOf } from '../../meeting/lookup.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { keptOut } from '../../meeting/publicity.ts';
import { isRecused } from '../../meeting/recusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { barFrom, barSentence, chairVotes } from '../../rules/eligibility.ts';
import type { VoterFacts } from '../../rules/eligibility.ts';
import type { Decision } from '../../rules/rules.ts';
import { isPermitted } from '../attendance/permits.ts';
import { isIdentified, isPerceived } from '../attendance/standing.ts';
import type { Vote } from './state.ts';

/** 表決権者 of a vote on `item` if it opened now, each with their channel. */
export function votersNow(
  state: MeetingState,
  item: ItemId | null,
  decision: Decision,
): Readonly<Record<PersonId, Channel>> {
  const leader = presidingPerson(state, item);
  const withChair = chairVotes(state.rules.chair, decision);
  return Object.fromEntries(
    membersOf(state).flatMap((who): [PersonId, Channel][] => {
      const bar = barFrom(factsOf(state, who, item, leader), withChair);
      return bar === null ? [[who, seatOf(state, who).channel ?? 'inRoom']] : [];
    }),
  );
}

/** Why this person cannot vote in this vote now; null when they can. Looks at one person alone. */
export function barredFrom(state: MeetingState, vote: Vote, who: PersonId): Refusal | null {
  const facts = factsOf(state, who, vote.item, vote.presiding);
  const bar = barFrom(facts, vote.chairVotes);
  if (bar !== null) return notEligible(barSentence(bar, nameOf(state, who)));
  if (Object.hasOwn(vote.eligible, who)) return null;
  const name = nameOf(state, who);
  return notEligible({
    ja: `${name}さんは採決の宣告のあとに加わったため、この採決では表決できません。次の採決から加われます。`,
    en: `${name} joined after this vote was opened and cannot take part in it; they can in the next one.`,
  });
}

/** Why this person could not vote if a vote were opened now on the item on the table; null when they could. */
export function barredNow(state: MeetingState, who: PersonId, decision: Decision): Sentence | null {
  const item = state.agenda.current;
  const bar = barFrom(
    factsOf(state, who, item, presidingPerson(state, item)),
    chairVotes(state.rules.chair, decision),
  );
  return bar === null ? null : barSentence(bar, nameOf(state, who));
}

function notEligible(why: Sentence): Refusal {
  return refuse('vote/not-eligible', why.ja, why.en);
}

function factsOf(
  state: MeetingState,
  who: PersonId,
  item: ItemId | null,
  leader: PersonId | null,
): VoterFacts {
  const seat = seatOf(state, who);
  return {
    member: isMember(state, who),
    presence: seat.presence,
    permitted: isPermitted(state, who, seat),
    identified: isIdentified(state, seat),
    perceived: isPerceived(state, seat),
    recused: isRecused(state, who, item),
    excluded: seat.excluded,
    keptOut: keptOut(state, seat.channel, item),
    presides: who === leader,
  };
}

import { isMember, membersOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { OnlinePermit, Seat } from './state.ts';

const unasked: OnlinePermit = { asked: null, consents: {}, answer: null };

/** What is known of a member's leave to take part online. */
export function permitOf(state: MeetingState, who: PersonId): OnlinePermit {
  const { permits } = state.attendance;
  return (Object.hasOwn(permits, who) ? permits[who] : undefined) ?? unasked;
}

/**
 * Whether somebody online is deemed present (出席したものとみなす): never who was refused it; who asked, only once it was
 * given; otherwise the desk's entry says that the leave or the consent (東村山市保育料等審議会規則) was given.
 */
export function isPermitted(state: MeetingState, who: PersonId, seat: Seat): boolean {
  if (seat.channel !== 'online') return true;
  const { asked, answer } = permitOf(state, who);
  if (answer !== null) return answer.permitted;
  return state.rules.online.allowedWhen !== 'majorityConsent' || asked === null;
}

/**
 * Whether a member's taking part online waits for an answer: they asked, or are online without a record of the consent.
 * Looks at one person alone.
 */
export function awaitsPermit(state: MeetingState, who: PersonId): boolean {
  if (!isMember(state, who)) return false;
  const { asked, answer } = permitOf(state, who);
  if (answer !== null) return false;
  const { presence, channel } = seatOf(state, who);
  if (presence !== 'present') return presence !== 'absent' && asked !== null;
  return channel === 'online' && (asked !== null || state.rules.online.allowedWhen === 'majorityConsent');
}

/** The members whose taking part online waits for an answer, in the roster's order. */
export function awaitingPermit(state: MeetingState): readonly PersonId[] {
  return membersOf(state).filter((who) => awaitsPermit(state, who));
}

/** How the members' consent to one member stands, as far as they gave it one by one. `needed`: more than half of them. */
export interface ConsentStanding {
  readonly agreed: number;
  readonly against: number;
  readonly needed: number;
  readonly members: number;
}

export function consentFor(state: MeetingState, about: PersonId): ConsentStanding {
  const members = membersOf(state).length;
  const given = Object.entries(permitOf(state, about).consents).filter(([who]) => isMember(state, who));
  return {
    agreed: given.filter(([, agree]) => agree).length,
    against: given.filter(([, agree]) => !agree).length,
    needed: Math.floor(members / 2) + 1,
    members,
  };
}

import type { ItemId } from './agendaItem.ts';
import type { Actor } from './context.ts';
import { personOf, seatOf } from './lookup.ts';
import { isMemberRole } from './person.ts';
import type { PersonId } from './person.ts';
import { isRecused } from './recusal.ts';
import type { MeetingState } from './state.ts';

/**
 * Who leads the meeting while `item` is taken (default: the current one): the person `preside` named, else the chair,
 * else the first deputy on the roster, whoever of them is present and not excluded from the item; until there is a
 * chair and while nobody is named, the secretariat. Null: somebody must be named with `preside`.
 */
export function presidingPerson(
  state: MeetingState,
  item: ItemId | null = state.agenda.current,
): PersonId | null {
  const { people, order } = state.roster;
  const canLead = (id: PersonId) => {
    const person = personOf(state, id);
    if (person === undefined || isRecused(state, id, item)) return false;
    // The secretariat and a mayor who opens the first session hold no seat and need no check-in.
    const presence = seatOf(state, id).presence;
    return isMemberRole(person.role) ? presence === 'present' : presence !== 'left' && presence !== 'absent';
  };
  const named = state.conduct.presiding;
  if (named !== null && canLead(named)) return named;
  const first = (role: 'chair' | 'deputyChair' | 'secretariat') =>
    order.find((id) => people[id]?.role === role && canLead(id)) ?? null;
  const leader = first('chair') ?? first('deputyChair');
  if (leader !== null || hasChair(state)) return leader;
  return first('secretariat');
}

/** Whether somebody on the roster holds the chair's office, present or not. */
export function hasChair(state: MeetingState): boolean {
  return state.roster.order.some((id) => state.roster.people[id]?.role === 'chair');
}

/** Whether this actor may do what a chair may: whoever presides, or any secretary while the secretariat does. */
export function presides(state: MeetingState, actor: Actor): boolean {
  const leader = presidingPerson(state);
  // A roster may name no secretary at all; the desk leads until there is a chair all the same.
  if (leader === null) return !hasChair(state) && actsForDesk(state, actor);
  if (actor.kind === 'person' && actor.id === leader) return true;
  return personOf(state, leader)?.role === 'secretariat' && actsForDesk(state, actor);
}

/** The desk's own session and a secretary's are the same to the rules. */
export function actsForDesk(state: MeetingState, actor: Actor): boolean {
  return (
    actor.kind === 'desk' || (actor.kind === 'person' && personOf(state, actor.id)?.role === 'secretariat')
  );
}

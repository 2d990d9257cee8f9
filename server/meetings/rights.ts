import type { Actor } from '../../shared/meeting/context.ts';
import { personOf, seatOf } from '../../shared/meeting/lookup.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { audiences } from '../../shared/views/types/audience.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MinutesReaders } from './minutesStream.ts';
import type { Link } from '../log/credentials.ts';

/** What a link lets its holder see and do in a meeting as it is now. Nothing of this comes from a message. */
export interface Rights {
  /** The screen that belongs to them, first; they may ask for any of these. */
  readonly audiences: readonly [Audience, ...Audience[]];
  /** Null: looks on. */
  readonly actor: Actor | null;
  /** Whose personal part they are sent. */
  readonly person: PersonId | null;
}

/** Null: the link is not for this meeting, or its person is not on the roster any more. */
export function rightsOf(link: Link, state: MeetingState): Rights | null {
  if (link.role === 'desk') return { audiences: deskFirst, actor: { kind: 'desk' }, person: null };
  if (link.meeting !== state.id) return null;
  if (link.role === 'screen') return { audiences: ['screen'], actor: null, person: null };
  if (link.role === 'observer') return { audiences: ['observer'], actor: null, person: null };
  return link.person === null ? null : rightsOfPerson(state, link.person);
}

/** What somebody on the roster may see and do; null for somebody who is not. */
export function rightsOfPerson(state: MeetingState, person: PersonId): Rights | null {
  const role = personOf(state, person)?.role;
  if (role === undefined) return null;
  if (role === 'observer') return { audiences: ['observer'], actor: null, person: null };
  const actor: Actor = { kind: 'person', id: person };
  if (role === 'secretariat') return { audiences: deskFirst, actor, person };
  // Nobody leads a meeting in writing: its chair replies like the others, and may look at how it stands.
  if (state.info.mode === 'written')
    return { audiences: role === 'chair' ? ['member', 'chair'] : ['member'], actor, person };
  return leaderOf(state) === person
    ? { audiences: ['chair', 'member'], actor, person }
    : { audiences: ['member'], actor, person };
}

/** As whom an audience reads the minutes while they grow; null: not at all. */
export function readersAmong(audience: Audience, state: MeetingState): MinutesReaders | null {
  if (audience === 'desk') return 'desk';
  if (audience === 'chair' || audience === 'member') return 'all';
  return audience === 'observer' && state.info.public.open ? 'public' : null;
}

/** Whose is the chair's screen: whoever presides; before the opening, the chair, though not checked in yet. */
export function leaderOf(state: MeetingState): PersonId | null {
  const { conduct, roster } = state;
  if (state.info.mode === 'written') return null;
  if (conduct.status === 'preparing' && conduct.presiding === null) {
    const chair = roster.order.find(
      (id) => roster.people[id]?.role === 'chair' && seatOf(state, id).presence !== 'absent',
    );
    if (chair !== undefined) return chair;
  }
  return presidingPerson(state);
}

const deskFirst: Rights['audiences'] = ['desk', ...audiences.filter((audience) => audience !== 'desk')];

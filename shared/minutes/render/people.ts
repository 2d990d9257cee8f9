import { seatOf } from '../../meeting/lookup.ts';
import type { Person, PersonId } from '../../meeting/person.ts';
import { isMemberRole } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Profile } from '../profile/schema.ts';

/** What a template may name about a person. */
export function personValues(
  state: MeetingState,
  profile: Profile,
  who: PersonId | null,
): Record<'name' | 'surname' | 'title' | 'department' | 'seat' | 'office' | 'channel', string | number> {
  const person = who === null ? undefined : state.roster.people[who];
  const channel = who === null ? null : seatOf(state, who).channel;
  return {
    name: person?.name ?? who ?? '',
    surname: surnameOf(person?.name ?? who ?? ''),
    title: person?.title ?? '',
    department: person?.department ?? '',
    seat: person?.seat ?? '',
    office: officeOf(profile, person),
    channel: channel === null ? '' : channel === 'online' ? 'オンライン' : '会場',
  };
}

/** 会長 as this body calls it; for anybody else the title they have. */
function officeOf(profile: Profile, person: Person | undefined): string {
  if (person?.role === 'chair') return profile.offices.chair;
  if (person?.role === 'deputyChair') return profile.offices.deputyChair;
  return person?.title ?? '';
}

export function nameOf(state: MeetingState, who: PersonId | null): string {
  return who === null ? '' : (state.roster.people[who]?.name ?? who);
}

/** Everybody on the roster, in its order. */
export function everybody(state: MeetingState): Person[] {
  return state.roster.order.flatMap((id) => state.roster.people[id] ?? []);
}

export function members(state: MeetingState): Person[] {
  return everybody(state).filter(({ role }) => isMemberRole(role));
}

/** Members who were there at any time; in a written meeting nobody is. */
export function attended(state: MeetingState): Person[] {
  return members(state).filter(({ id }) => wasThere(state, id));
}

export function absent(state: MeetingState): Person[] {
  return members(state).filter(({ id }) => !wasThere(state, id));
}

export function holderOf(state: MeetingState, role: 'chair' | 'deputyChair'): Person | undefined {
  return everybody(state).find((person) => person.role === role);
}

function wasThere(state: MeetingState, who: PersonId): boolean {
  return seatOf(state, who).checkedInAt !== null;
}

/** The part of a name before the first blank: 山田 太郎 → 山田. A name without one is kept whole. */
function surnameOf(name: string): string {
  return name.split(/\s/u, 1)[0] ?? name;
}

/** The value for this key, or the one for all others. */
export function chosen<K extends string>(
  choice: string | ({ readonly default: string } & { readonly [P in K]?: string | undefined }),
  key: K,
): string {
  return typeof choice === 'string' ? choice : (choice[key] ?? choice.default);
}

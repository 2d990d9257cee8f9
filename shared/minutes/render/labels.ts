import type { Role } from '../../meeting/person.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { BlockOf } from '../block.ts';
import { fill } from '../profile/template.ts';
import { nameOf, personValues } from './people.ts';
import type { MinutesSource } from './source.ts';

/** How a speaker is labelled: by role, name, department or a mark, as the profile says. The record adds the name. */
export function turnLabel(source: MinutesSource, turn: BlockOf<'turn'>): string {
  const itemsDepartment = turn.item === null ? undefined : source.state.agenda.items[turn.item]?.department;
  return label(source, turn.speaker, turn.role, itemsDepartment);
}

/** The label of somebody who asked or answered in writing. */
export function writtenLabel(source: MinutesSource, who: PersonId | null): string {
  const role = who === null ? undefined : source.state.roster.people[who]?.role;
  return label(source, who, spokenAs(role), undefined);
}

function label(
  source: MinutesSource,
  who: PersonId | null,
  role: BlockOf<'turn'>['role'],
  itemsDepartment: string | undefined,
): string {
  const { state, profile, copy } = source;
  const values = { ...personValues(state, profile, who), office: officeNow(source, who, role) };
  const other =
    role === 'official' && values.department !== '' && itemsDepartment !== undefined
      ? values.department !== itemsDepartment
      : false;
  const deputy = role === 'chair' && who !== null && state.roster.people[who]?.role === 'deputyChair';
  const text = fill(
    (other ? profile.labels.otherDepartment : undefined) ??
      (deputy ? profile.labels.deputyChair : undefined) ??
      profile.labels[role],
    values,
  );
  const name = nameOf(state, who);
  return copy === 'record' && name !== '' && !text.includes(name) ? `${text}（${name}）` : text;
}

function officeNow({ profile, state }: MinutesSource, who: PersonId | null, role: string): string {
  const held = who === null ? undefined : state.roster.people[who]?.role;
  if (role === 'chair') return held === 'deputyChair' ? profile.offices.deputyChair : profile.offices.chair;
  return String(personValues(state, profile, who).office);
}

function spokenAs(role: Role | undefined): BlockOf<'turn'>['role'] {
  switch (role) {
    case 'official':
    case 'secretariat':
      return role;
    case 'observer':
    case undefined:
      return 'observer';
    case 'chair':
    case 'deputyChair':
    case 'member':
      return 'member';
  }
}

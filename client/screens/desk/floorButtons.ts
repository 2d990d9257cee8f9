import type { DeskView } from '../../../shared/views/types/deskView.ts';

/** One key of the desk: whoever gets the floor when it is pressed. */
export interface FloorButton {
  /** The key, 1 to 9; null for those beyond. */
  readonly key: number | null;
  readonly what: 'chair' | 'lastMember' | 'secretariat' | 'official';
  /** Null while nobody holds that place: before any member has spoken. */
  readonly who: string | null;
}

/**
 * Whoever is likely to speak next, each under a key that stays theirs: 1 whoever presides, 2 the last member, 3 the
 * secretariat, from 4 the officials, the item's own first.
 */
export function floorButtons(view: DeskView): FloorButton[] {
  const people = view.peopleOrder.flatMap((id) => view.people[id] ?? []);
  const item = view.agenda.find((line) => line.id === view.current);
  const officials = people
    // An official who leads until there is a chair has the first key.
    .filter(
      ({ id, role, presence }) =>
        role === 'official' && presence !== 'absent' && id !== view.meeting.presiding,
    )
    .toSorted((one, other) => nearness(other.id) - nearness(one.id));
  const secretary = people.find((person) => person.role === 'secretariat');
  const buttons: Omit<FloorButton, 'key'>[] = [
    {
      what: 'chair',
      who: view.meeting.presiding ?? people.find((person) => person.role === 'chair')?.id ?? null,
    },
    { what: 'lastMember', who: view.floor.lastMember },
    ...(secretary === undefined ? [] : [{ what: 'secretariat' as const, who: secretary.id }]),
    ...officials.map((person) => ({ what: 'official' as const, who: person.id })),
  ];
  return buttons.map((button, at) => ({ ...button, key: at < 9 ? at + 1 : null }));

  function nearness(who: string): number {
    if (item === undefined) return 0;
    if (item.official === who) return 2;
    return item.department !== null && view.people[who]?.department === item.department ? 1 : 0;
  }
}

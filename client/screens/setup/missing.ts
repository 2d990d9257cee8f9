import { isMemberRole } from '../../../shared/meeting/person.ts';
import { contradictions } from '../../../shared/rules/contradictions.ts';
import type { Contradiction } from '../../../shared/rules/contradictions.ts';
import { hasDoubles } from '../../../shared/setup/roster.ts';
import type { Draft } from './draftOf.ts';

export const steps = ['about', 'roster', 'agenda', 'rules'] as const;
export type Step = (typeof steps)[number];

/** What a step still lacks before the meeting can be made. */
export type Lack =
  | 'title'
  | 'date'
  | 'start'
  | 'order'
  | 'reason'
  | 'members'
  | 'chair'
  | 'names'
  | 'doubles'
  | 'items'
  | 'rules';

/** Members of the body on the roster: those who hold seats. */
export function membersOf(draft: Draft): number {
  return draft.people.filter((person) => isMemberRole(person.role)).length;
}

export function ruleTroubles(draft: Draft): readonly Contradiction[] {
  return contradictions(draft.rules, { members: membersOf(draft), mode: draft.mode, open: draft.open });
}

export function lacks(draft: Draft): Readonly<Record<Step, readonly Lack[]>> {
  const chairs = draft.people.filter((person) => person.role === 'chair').length;
  const names = draft.people.map((person) => person.name.trim());
  return {
    about: [
      ...(draft.title.trim() === '' ? (['title'] as const) : []),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.date) ? [] : (['date'] as const)),
      ...(/^\d{2}:\d{2}$/.test(draft.start) ? [] : (['start'] as const)),
      ...(draft.end !== '' && draft.end <= draft.start ? (['order'] as const) : []),
      ...(!draft.open && draft.reason.trim() === '' ? (['reason'] as const) : []),
    ],
    roster: [
      ...(membersOf(draft) === 0 ? (['members'] as const) : []),
      // A first meeting elects its chair: none at all is possible, two are not.
      ...(chairs > 1 ? (['chair'] as const) : []),
      ...(names.some((name) => name === '') ? (['names'] as const) : []),
      ...(hasDoubles(draft.people) ? (['doubles'] as const) : []),
    ],
    agenda: draft.agenda.length === 0 ? ['items'] : [],
    rules: ruleTroubles(draft).some((trouble) => trouble.refused) ? ['rules'] : [],
  };
}

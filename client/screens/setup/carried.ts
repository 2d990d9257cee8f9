import type { Plan } from '../../../shared/meeting/plan.ts';
import type { Draft } from './draftOf.ts';

/** The item under which something is reported on: the one chosen, else その他, else the last. */
export function placeIn(agenda: Draft['agenda'], under: string): string {
  const chosen = agenda.find(({ id }) => id === under);
  const other = agenda.find(({ kind }) => kind === 'other');
  return (chosen ?? other ?? agenda.at(-1))?.id ?? under;
}

/** What the meeting before handed on, as far as agenda and roster are still those it was handed to. */
export function carriedIn({
  agenda,
  people,
  carriedOver,
  carriedPromises,
}: Pick<Draft, 'agenda' | 'people' | 'carriedOver' | 'carriedPromises'>): Pick<
  Plan,
  'carriedOver' | 'carriedPromises'
> {
  const known = new Set(people.map(({ id }) => id));
  return {
    carriedOver: carriedOver.map((group) => ({ ...group, under: placeIn(agenda, group.under) })),
    carriedPromises: carriedPromises.map(({ from, ...promise }) => ({
      ...promise,
      under: placeIn(agenda, promise.under),
      ...(from === undefined || !known.has(from) ? {} : { from }),
    })),
  };
}

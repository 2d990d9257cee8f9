import type { AgendaItem } from '../../../shared/meeting/agendaItem.ts';

/** An id that no item has: i1, i2 … */
export function freshItemId(agenda: readonly AgendaItem[]): string {
  const taken = new Set(agenda.map((item) => item.id));
  for (let no = 1; ; no++) if (!taken.has(`i${no}`)) return `i${no}`;
}

/** The agenda with the item at `from` moved to `to`, under the heading that then stands above it. */
export function moved(agenda: readonly AgendaItem[], from: number, to: number): AgendaItem[] {
  const item = agenda[from];
  if (item === undefined || to < 0 || to >= agenda.length) return [...agenda];
  const rest = agenda.toSpliced(from, 1);
  if (item.parent === undefined) return rest.toSpliced(to, 0, item);
  const above = rest.slice(0, to).findLast((one) => one.kind === 'section' || one.parent === undefined);
  const { parent: _parent, ...plain } = item;
  return rest.toSpliced(to, 0, above?.kind === 'section' ? { ...plain, parent: above.id } : plain);
}

/** The agenda without an item; what stood under it stands by itself. */
export function withoutItem(agenda: readonly AgendaItem[], id: string): AgendaItem[] {
  return agenda
    .filter((item) => item.id !== id)
    .map((item) => {
      if (item.parent !== id) return item;
      const { parent: _parent, ...plain } = item;
      return plain;
    });
}

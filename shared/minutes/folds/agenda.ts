import type { AgendaEvents } from '../../features/agenda/events.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Folding } from '../folding.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';
import { opinionBlock } from './record.ts';

export const agendaFolds: Folds<keyof AgendaEvents> = {
  ItemStarted: (minutes, { item }) => {
    for (const section of sectionsAbove(minutes, item)) heading(minutes, section);
    minutes.model.item = item;
    heading(minutes, item);
    reportCarriedOver(minutes, item);
  },
  ItemEnded: (minutes) => {
    minutes.model.item = null;
  },
  ItemAdded: nothing,
  ItemClosedToPublic: nothing,
  ItemOpenedToPublic: nothing,
  ItemsJoined: (minutes) => {
    retitle(minutes);
  },
};

function heading(minutes: Folding, item: ItemId): void {
  const spell = (minutes.model.spells[item] ?? 0) + 1;
  minutes.model.spells[item] = spell;
  minutes.add({ type: 'heading', item, spell, text: titleOf(minutes, item) }, `heading:${item}#${spell}`);
}

/** The sections an item stands in that have no heading yet, the outermost first. A section itself is never started. */
function sectionsAbove(minutes: Folding, item: ItemId): ItemId[] {
  const { items } = minutes.state.agenda;
  const above: ItemId[] = [];
  for (let parent = items[item]?.parent; parent !== undefined; parent = items[parent]?.parent) {
    if (minutes.model.spells[parent] !== undefined || above.includes(parent) || items[parent] === undefined)
      break;
    above.unshift(parent);
  }
  return above;
}

/** Titles follow the agenda while it still changes. */
export function retitle(minutes: Folding): void {
  for (const [item, spells] of Object.entries(minutes.model.spells)) {
    const text = titleOf(minutes, item);
    for (let spell = 1; spell <= spells; spell++)
      minutes.find('heading', `heading:${item}#${spell}`)?.set({ text });
  }
}

function titleOf(minutes: Folding, item: ItemId): string {
  return minutes.state.agenda.items[item]?.title ?? '';
}

/** Opinions of an earlier meeting stand under the item in which their answers are reported. */
function reportCarriedOver(minutes: Folding, item: ItemId): void {
  if (minutes.model.spells[item] !== 1) return;
  for (const opinion of minutes.state.record.opinions)
    if (opinion.carried !== null && opinion.item === item) opinionBlock(minutes, opinion);
}

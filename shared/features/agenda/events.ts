import type { AgendaItem, ItemId } from '../../meeting/agendaItem.ts';

export interface AgendaEvents {
  ItemStarted: { item: ItemId };
  ItemEnded: { item: ItemId };
  ItemAdded: { item: AgendaItem; after: ItemId | null };
  ItemClosedToPublic: { item: ItemId; reason: string };
  ItemOpenedToPublic: { item: ItemId };
  /** The first of `items` stands for all; `title` is printed where one line must do. */
  ItemsJoined: { items: readonly ItemId[]; title: string | null };
}

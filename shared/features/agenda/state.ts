import type { AgendaItem, ItemId } from '../../meeting/agendaItem.ts';

export interface ItemProgress {
  readonly status: 'planned' | 'current' | 'ended' | 'joined';
  /** When it was first taken up. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Milliseconds taken in earlier spells, recesses left out; the running spell counts from `runningSince`. */
  readonly spent: number;
  readonly runningSince: number | null;
  /** For an item taken together with others (一括議題): the item that stands for them. */
  readonly joinedInto: ItemId | null;
}

export interface AgendaState {
  readonly items: Readonly<Record<ItemId, AgendaItem>>;
  readonly order: readonly ItemId[];
  readonly progress: Readonly<Record<ItemId, ItemProgress>>;
  readonly current: ItemId | null;
}

export const plannedProgress: ItemProgress = {
  status: 'planned',
  startedAt: null,
  endedAt: null,
  spent: 0,
  runningSince: null,
  joinedInto: null,
};

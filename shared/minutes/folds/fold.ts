import type { EventType, MeetingEvent } from '../../meeting/events.ts';
import type { Folding } from '../folding.ts';

export type Fold<T extends EventType> = (minutes: Folding, event: MeetingEvent<T>) => void;
/** What each event writes into the minutes: a feature's events, one function each. */
export type Folds<T extends EventType> = { readonly [K in T]: Fold<K> };

/** For an event that the minutes do not show. */
export function nothing(): void {
  // Hands going up and down, seats on the map, what the screen shows: the log has them.
}

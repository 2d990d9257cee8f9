/** One item of the agenda (次第) as a screen lists it. */
export interface AgendaItemEntry {
  id: string;
  kind: 'item';
  /** As printed: `（４）`. */
  number?: string | undefined;
  title: string;
  /** The other items taken together with it (一括議題). */
  parts?: readonly string[] | undefined;
  state: 'done' | 'current' | 'next';
  /** Seconds used so far, and planned. */
  used?: number | undefined;
  planned?: number | undefined;
  /** 承認, 否決 … of an item that is done. */
  outcome?: string | undefined;
  /** What it is at, where that is more than being current: 採決中, 可否同数. */
  note?: string | undefined;
  /** Who gave notice of a speech on it: 通告 委員０３、委員０５. */
  noticed?: string | undefined;
  /** Closed to the public, in words. */
  closed?: string | undefined;
  /** A touch may start it; the line is a button then. */
  pickable?: boolean | undefined;
}

/** One line of the list: an item, or the heading above some. */
export type AgendaEntry = { id: string; kind: 'section'; title: string } | AgendaItemEntry;

import type { Chunked } from '../../meeting/chunked.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import { emptyPersonMap } from '../../meeting/personMap.ts';
import type { PersonMap } from '../../meeting/personMap.ts';

export type HandKind = 'speak' | 'followUp' | 'pointOfOrder';

/** One raised hand. Its place is made from its position in the log and the rules, never from a client's clock. */
export interface Hand {
  /** The log position (`seq`) of the hand's event: the order in which the server heard it. */
  readonly no: number;
  readonly who: PersonId;
  readonly kind: HandKind;
  /** When it went up: for a hand seen in the room, when the desk saw it. */
  readonly raisedAt: number;
  /** When the server recorded it. */
  readonly enteredAt: number;
  /** `notice`: given beforehand (発言通告), and put up when the item began. */
  readonly source: 'self' | 'desk' | 'chair' | 'notice';
  readonly channel: Channel;
}

/** Who is speaking. A turn (発言) gets the meeting's next running number; the minutes use the same one. */
export interface Turn {
  readonly no: number;
  readonly who: PersonId;
  readonly since: number;
  readonly kind: 'speech' | 'explanation';
  readonly item: ItemId | null;
}

/** 発言通告: somebody wants to speak on an item; `text` is about what. */
export interface SpeechNotice {
  readonly who: PersonId;
  readonly item: ItemId;
  readonly text: string | null;
  readonly at: number;
}

/** How often somebody was called from the queue, and the milliseconds they spoke. */
export interface Spoken {
  readonly times: number;
  readonly ms: number;
}

/** A turn as the floor had it. `chair`: who presided then. */
export interface Heard {
  readonly who: PersonId;
  readonly item: ItemId | null;
  readonly chair: PersonId | null;
}

export interface FloorState {
  readonly turn: Turn | null;
  /** When the running explanation began: the turn may be older. */
  readonly explainingSince: number | null;
  /** How many turns there have been. */
  readonly turns: number;
  /** Each of them by its number. */
  readonly heard: Chunked<Heard>;
  /** The member who spoke last and may follow up (再質問) without the queue while being answered. */
  readonly lastMember: PersonId | null;
  /** Raised hands in the order the log has them; `orderQueue` makes the speaking order. */
  readonly hands: readonly Hand[];
  /** The chair's overruling, latest last: `who` speaks before `before` (null: at the end). */
  readonly overrides: readonly {
    readonly who: PersonId;
    readonly before: PersonId | null;
    readonly why: string;
    /** The log position of the overruling: hands raised later do not feel it. */
    readonly no: number;
  }[];
  /** In the order in which they were given; a notice stays when its item has begun. */
  readonly notices: readonly SpeechNotice[];
  readonly listOpen: boolean;
  /** Nominations from the queue by member on the current item, and the milliseconds spoken: 初めて, 2回目, limits. */
  readonly spoken: PersonMap<Spoken>;
  /** The same for the whole meeting. */
  readonly today: PersonMap<Spoken>;
  /** Whom the chair named on the current item. */
  readonly recognized: readonly PersonId[];
  /** The last nomination: who, by whose press, and the turn it began. */
  readonly nomination: {
    readonly who: PersonId;
    readonly by: string;
    readonly at: number;
    readonly turn: number;
    readonly hand: HandKind | null;
  } | null;
  /** Which channel the last queued speaker used, for the policy that alternates room and online. */
  readonly lastChannel: Channel | null;
}

export const emptyFloor: FloorState = {
  turn: null,
  explainingSince: null,
  turns: 0,
  heard: [],
  lastMember: null,
  hands: [],
  overrides: [],
  notices: [],
  listOpen: true,
  spoken: emptyPersonMap(),
  today: emptyPersonMap(),
  recognized: [],
  nomination: null,
  lastChannel: null,
};

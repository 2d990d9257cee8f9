/** A raised hand as a list shows it, in the order of the server. */
export interface QueueEntry {
  id: string;
  name: string;
  channel: 'inRoom' | 'online';
  /** Seconds since it was raised. */
  waiting: number;
  /** Which time this person would speak on this item, from 1. */
  time: number;
  /** 関連 and 議事進行 are said beside the name. */
  kind: 'speak' | 'followUp' | 'pointOfOrder';
  /** Entered by the secretariat for someone in the room. */
  byDesk?: boolean | undefined;
  /** Given notice of before the item began (発言通告). */
  byNotice?: boolean | undefined;
  /** The link is down at this moment; the hand stays. */
  lost?: boolean | undefined;
  /** Hands of one group were raised at the same moment. */
  tie?: string | undefined;
}

/** Why the hands of one group stand as they do. */
export interface QueueTie {
  id: string;
  /** 「2と3はともに 15:37:34。前の人が会場なので、オンラインが先です。」 */
  words: string;
}

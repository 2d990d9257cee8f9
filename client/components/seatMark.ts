import type { VoteChoice } from './choice.ts';

/** One seat of the map (座席表), everything that it shows. */
export interface SeatMark {
  id: string;
  name: string;
  /** Column and row on the map, from 0; null for a seat that has no place yet. */
  place: { x: number; y: number } | null;
  /** `chair`: whoever presides; `other`: a place that nobody votes from (説明席). */
  kind: 'member' | 'chair' | 'other';
  presence: 'expected' | 'present' | 'absent' | 'left';
  /** They sent word that they will not come (欠席の連絡). */
  announcedAbsent?: boolean;
  channel: 'inRoom' | 'online' | null;
  /** The online link is lost, and its grace runs. */
  lost?: boolean;
  hand?: 'speak' | 'followUp' | 'pointOfOrder' | null;
  speaking?: boolean;
  recused?: boolean;
  /** `taken`: in the box or kept from sight; `unaccounted` is marked for attention. */
  vote?: VoteChoice | 'blank' | 'taken' | 'waiting' | 'unaccounted' | null;
  /** Words in the second line instead of the marks: 進行, 所管課. */
  note?: string | undefined;
}

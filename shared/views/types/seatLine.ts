import type { Seat } from '../../features/attendance/state.ts';
import type { HandKind } from '../../features/floor/state.ts';
import type { BallotChoice } from '../../features/votes/state.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId, PlannedAttendance } from '../../meeting/person.ts';
import type { Millis } from './millis.ts';

export interface SeatLine {
  readonly who: PersonId;
  readonly place: { readonly x: number; readonly y: number } | null;
  /** 参加の予定; null: nothing was said. */
  readonly attends: PlannedAttendance | null;
  readonly presence: Seat['presence'];
  readonly channel: Channel | null;
  readonly identifiedAt: Millis | null;
  /** How they came through when last tried (接続確認); null: not tried. */
  readonly link: { readonly at: Millis; readonly video: boolean; readonly audio: boolean } | null;
  /** They come through as the rules ask, as far as it was tried. */
  readonly perceived: boolean;
  /** Leave to take part online: asked for, given, refused, or (`needed`) not there although it is taken. */
  readonly permit: 'none' | 'asked' | 'needed' | 'permitted' | 'declined';
  readonly checkedInAt: Millis | null;
  readonly leftAt: Millis | null;
  readonly lostAt: Millis | null;
  readonly graceUntil: Millis | null;
  readonly excluded: boolean;
  readonly recusedFrom: ItemId | null;
  /** How many of this person's devices are connected now. */
  readonly devices: number;
  readonly hand: HandKind | null;
  readonly speaking: boolean;
  /** In a vote: may vote, has voted (with what, where the method lets the desk see it), or is unaccounted for. */
  readonly vote:
    | { readonly state: 'none' }
    | { readonly state: 'waiting' | 'taken' | 'unaccounted' }
    | { readonly state: 'voted'; readonly choice: BallotChoice; readonly at: Millis };
}

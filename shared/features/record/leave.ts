import type { PersonId } from '../../meeting/person.ts';

/** By what a remark was withdrawn or corrected: leave of the body or of the chair, or the chair's own order. */
export type Leave = 'body' | 'chair' | 'order';

/** 取消し・訂正の申出: whoever spoke asks that their own words be withdrawn, or put right. */
export interface LeaveRequest {
  readonly no: number;
  readonly turn: number;
  readonly who: PersonId;
  readonly to: 'withdraw' | 'correct';
  readonly why: string;
  /** The right words, and those they started from; null for a withdrawal. */
  readonly text: string | null;
  readonly base: string | null;
  readonly at: number;
  readonly standing: 'waiting' | 'given' | 'denied' | 'dropped';
}

import type { PersonId } from '../../meeting/person.ts';

/** Where the meeting is. A written meeting (書面会議) is `open` from its dispatch to its notice. */
export interface ConductState {
  readonly status: 'preparing' | 'open' | 'recess' | 'adjourned' | 'closed';
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly recess: { readonly since: number; readonly until: string | null } | null;
  /** Who leads now, where `preside` named somebody; null: the chair, or the deputy or the secretariat in turn. */
  readonly presiding: PersonId | null;
  /** Whom the person presiding stands in for while they are excluded from the item (除斥). */
  readonly standsInFor: PersonId | null;
  /** What the room screen shows: `auto` follows the meeting, anything else is the desk's choice. */
  readonly screen: {
    readonly scene:
      'auto' | 'waiting' | 'agenda' | 'floor' | 'vote' | 'result' | 'recess' | 'notice' | 'blank';
    readonly notice: string | null;
    readonly size: 'normal' | 'large' | 'larger';
  };
}

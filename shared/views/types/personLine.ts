import type { Seat } from '../../features/attendance/state.ts';
import type { Channel, PersonId, Role } from '../../meeting/person.ts';

export interface PersonLine {
  readonly id: PersonId;
  readonly name: string;
  readonly kana: string | null;
  readonly role: Role;
  readonly title: string | null;
  readonly department: string | null;
  readonly seat: number | null;
  readonly presence: Seat['presence'];
  readonly channel: Channel | null;
}

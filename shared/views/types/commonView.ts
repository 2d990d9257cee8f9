import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { AgendaLine } from './agendaLine.ts';
import type { AttendanceLine } from './attendanceLine.ts';
import type { ElectionLine } from './electionLine.ts';
import type { FloorLine } from './floorLine.ts';
import type { MeetingHead } from './meetingHead.ts';
import type { MotionLine } from './motionLine.ts';
import type { PersonLine } from './personLine.ts';
import type { QuorumLine } from './quorumLine.ts';
import type { VoteLine } from './voteLine.ts';
import type { VotersLine } from './votersLine.ts';

/** What every audience sees. */
export interface CommonView {
  /** The log position this view was made at: a command answered with version n shows in a view of version ≥ n. */
  readonly version: number;
  readonly meeting: MeetingHead;
  readonly people: Readonly<Record<PersonId, PersonLine>>;
  readonly peopleOrder: readonly PersonId[];
  readonly attendance: AttendanceLine;
  readonly quorum: QuorumLine;
  readonly voters: VotersLine;
  readonly agenda: readonly AgendaLine[];
  readonly current: ItemId | null;
  readonly floor: FloorLine;
  /** The vote on the table; the last one declared stays until the next item starts. */
  readonly vote: VoteLine | null;
  readonly election: ElectionLine | null;
  readonly motions: readonly MotionLine[];
}

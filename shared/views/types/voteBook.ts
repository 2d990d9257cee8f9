import type { Resolution, Tally, Vote, VoteId } from '../../features/votes/state.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';

/** A vote's bookkeeping, the desk's alone: device ballots and hands counted, by channel. */
export interface VoteBook {
  readonly vote: VoteId;
  /** Ballots that have a name; null while they are shut. */
  readonly ballots: Readonly<Record<Channel, Tally>> | null;
  /** What the opened box of a secret ballot held. */
  readonly box: Tally | null;
  /** How many ballots are in, whatever they say. */
  readonly taken: Readonly<Record<Channel, number>>;
  readonly counts: Vote['counts'];
  /** Voters of whom nothing is known, as far as anybody can tell their names; empty while they are too many. */
  readonly unaccounted: readonly PersonId[];
  readonly resolutions: readonly Resolution[];
}

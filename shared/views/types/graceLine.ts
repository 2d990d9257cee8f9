import type { PersonId } from '../../meeting/person.ts';
import type { Millis } from './millis.ts';

/** An online member whose link is lost, while the grace runs. `losesQuorum`: the body falls below quorum if they go. */
export interface GraceLine {
  readonly who: PersonId;
  readonly since: Millis;
  readonly until: Millis;
  readonly losesQuorum: boolean;
}

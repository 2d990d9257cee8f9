import { presidingPerson } from '../../meeting/presiding.ts';
import { part } from '../part.ts';

/** Who leads now; null while nobody does. */
export const presiding = part(
  (state) => [state.conduct, state.roster, state.attendance, state.agenda],
  (state) => presidingPerson(state),
);

import type { VoteMethodName } from '../../../rules/rules.ts';
import { electronic } from './electronic.ts';
import type { VoteMethod } from './method.ts';
import { namedBallot } from './namedBallot.ts';
import { noObjection } from './noObjection.ts';
import { secretBallot } from './secretBallot.ts';
import { showOfHands } from './showOfHands.ts';
import { standing } from './standing.ts';

/** Every way to vote: a name in the rules without its method here does not compile. */
export const methods: { readonly [M in VoteMethodName]: VoteMethod & { readonly name: M } } = {
  noObjection,
  showOfHands,
  standing,
  namedBallot,
  secretBallot,
  electronic,
};

import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { Dice } from '../world/dice.ts';

/** Something that somebody may do; null: nothing after all. */
export type Move = readonly [weight: number, make: () => CommandInput | null];

export function draw(dice: Dice, moves: readonly Move[]): CommandInput | null {
  let at = dice.roll() * moves.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of moves) {
    at -= weight;
    if (at < 0) return make();
  }
  return null;
}

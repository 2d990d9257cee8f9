import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { VoteLine } from '../../../shared/views/types/voteLine.ts';
import type { Dice } from '../world/dice.ts';
import { draw } from './move.ts';

/** Ways to vote in which the desk counts, or may. */
const counted: ReadonlySet<string> = new Set(['showOfHands', 'standing']);

export const choices = ['yes', 'yes', 'no', 'abstain'] as const;

/** What the desk enters of the vote on the table. */
export function book(view: DeskView, vote: VoteLine, dice: Dice): CommandInput | null {
  const { item } = vote;
  const voters = view.peopleOrder.filter((id) => id.startsWith('m'));
  const who = dice.pick(view.book?.unaccounted ?? []) ?? dice.pick(voters) ?? 'm03';
  const choice = dice.pick(choices);
  const channel = dice.pick(['inRoom', 'inRoom', 'online'] as const);
  return draw(dice, [
    [
      // Whoever counts hands counts again, after the close as well.
      counted.has(vote.method) ? (vote.status === 'closed' ? 6 : 4) : 0.3,
      () => {
        const voting = Math.max(
          0,
          vote.eligibleByChannel[channel] - (dice.chance(0.4) ? dice.whole(0, 3) : 0),
        );
        const yes = dice.whole(0, voting);
        return { do: 'recordCount', item, channel, yes, no: voting - yes };
      },
    ],
    [2, () => ({ do: 'recordVote', item, who, choice })],
    [
      vote.status === 'closed' ? 5 : 0.2,
      () => ({
        do: 'resolve',
        item,
        ...(dice.chance(0.6) ? { who } : {}),
        as: dice.pick(['left', 'abstain', 'no', 'didNotVote'] as const),
      }),
    ],
    [0.8, () => ({ do: 'correctVote', item, who, choice, why: '申出' })],
    [0.3, () => ({ do: 'reportCount', item })],
  ]);
}

/**
 * A desk that counts with care, and yet again: of those who have no ballot of their own it misses somebody before the
 * close, takes one away after it, and finds out about the silent one by one.
 */
export function countedAgain(view: DeskView, vote: VoteLine, dice: Dice): CommandInput | null {
  const { item } = vote;
  const channel = dice.pick(['inRoom', 'inRoom', 'online'] as const);
  const hands = view.book?.counts[channel];
  const before = hands === undefined ? 0 : hands.yes + hands.no + hands.abstain + hands.invalid;
  const open = vote.eligibleByChannel[channel] - (view.book?.taken[channel] ?? 0);
  const silent = dice.pick(view.book?.unaccounted ?? []);
  const isOpen = vote.status === 'open';
  if (!counted.has(vote.method) && !dice.chance(0.3)) return book(view, vote, dice);
  return draw(dice, [
    [
      4,
      () => {
        const sum = isOpen ? open - dice.whole(0, 2) : before + dice.pick([-1, -1, 1] as const);
        const yes = dice.whole(0, Math.max(0, sum));
        return sum < 0 ? null : { do: 'recordCount', item, channel, yes, no: sum - yes };
      },
    ],
    [
      silent === undefined || isOpen ? 0.2 : 3,
      () => ({
        do: 'resolve',
        item,
        ...(silent === undefined ? {} : { who: silent }),
        as: dice.pick(['left', 'abstain', 'no', 'didNotVote'] as const),
      }),
    ],
    [1, () => book(view, vote, dice)],
  ]);
}

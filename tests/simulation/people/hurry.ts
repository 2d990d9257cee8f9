import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';
import type { World } from '../world/world.ts';
import { candidate, voted } from './behaviour.ts';
import type { Device } from './device.ts';

/**
 * Who sees that the vote is about to be closed hurries: ballots and the word that closes are under way together. For so
 * long (ms) whoever closes waits yet; 0: this closes nothing.
 */
export function hurry(world: World, devices: readonly Device[], { do: verb }: CommandInput): number {
  const { dice, scheduler, settings } = world;
  if (!settings.aimed || (verb !== 'closeVote' && verb !== 'closeElection')) return 0;
  const moment = 3 * settings.latency + settings.commitTime;
  for (const device of devices) {
    if (device.audience !== 'member' || !dice.aim.chance(0.7)) continue;
    scheduler.after(dice.aim.between(0, moment), () => {
      const ballot = world.calm ? null : ballotOf(world, device);
      if (ballot !== null) device.press(ballot);
    });
  }
  return dice.aim.between(0, moment);
}

function ballotOf({ dice }: World, { replica: { view, me } }: Device): CommandInput | null {
  const { vote, election, peopleOrder } = (view ?? {}) as Partial<MemberView>;
  if (me?.election?.mayVote === true)
    return { do: 'castBallot', choice: candidate(election?.candidates ?? peopleOrder ?? [], dice.aim) };
  return voted(vote ?? null, me, dice.aim);
}

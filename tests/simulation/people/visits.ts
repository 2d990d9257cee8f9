import type { Audience } from '../../../shared/views/types/audience.ts';
import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { World } from '../world/world.ts';
import type { Device } from './device.ts';
import { nextInWriting } from './inWriting.ts';

const hour = 3600_000;

/** Somebody looks at their phone now and then, for a few presses, and puts it away again; the page is gone with it. */
export function keepVisiting(world: World, device: Device): void {
  const { dice, scheduler, settings } = world;
  device.shut();
  scheduler.after(dice.written.exponential(4 * settings.pace), () => {
    if (world.calm) return;
    device.unfold(pageFor(world, device));
    visit(world, device, dice.written.whole(1, 4), 8);
  });
}

/** The secretariat has its page open, and presses less often than in a meeting that is held. */
export function keepOffice(world: World, device: Device): void {
  world.scheduler.after(world.dice.written.exponential(1.5 * world.settings.pace), () => {
    if (world.calm) return;
    press(world, device, nextInWriting(world, device));
    keepOffice(world, device);
  });
}

/** `presses`: so many yet; `looks`: gives up after so many, where the page stays empty. */
function visit(world: World, device: Device, presses: number, looks: number): void {
  world.scheduler.after(world.dice.written.exponential(world.settings.pace / 2), () => {
    if (world.calm) return;
    if (presses === 0 || looks === 0) {
      keepVisiting(world, device);
      return;
    }
    const command = nextInWriting(world, device);
    press(world, device, command);
    visit(world, device, command === null ? presses : presses - 1, looks - 1);
  });
}

/** The days go by between two presses: what is under way arrives on another one. */
function press(world: World, device: Device, command: CommandInput | null): void {
  const dice = world.dice.written;
  if (command === null || device.isShut) return;
  device.press(command);
  // A finger that comes down twice.
  if (dice.chance(0.06)) device.press(command);
  if (!dice.chance(0.2)) return;
  world.scheduler.after(dice.between(0, 3 * world.settings.latency), () => {
    if (!world.calm) world.setClock(Math.round(dice.between(1, 14) * hour));
  });
}

/** The chair replies on a member's page, and may look at how it stands. */
function pageFor(world: World, { holder }: Device): Audience {
  return holder.audience === 'chair' && world.dice.written.chance(0.3) ? 'chair' : 'member';
}

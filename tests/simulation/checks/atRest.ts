import { replay } from '../../../shared/meeting/replay.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { blocksFor, MinutesStream } from '../../../server/meetings/minutesStream.ts';
import type { Device } from '../people/device.ts';
import type { World } from '../world/world.ts';
import { difference } from './equal.ts';
import { checkFinalView } from './views.ts';

/** Why the world is not at rest yet; null when it is. */
export function unrest(world: World, devices: readonly Device[]): string | null {
  if (world.nodes.length < world.settings.nodes) return 'a node is away';
  for (const { holder, link, wire } of devices) {
    if (link.state.is !== 'connected') return `${holder.name} is ${link.state.is}`;
    if (wire.line?.open !== true) return `${holder.name} has a dead line`;
    if (link.waiting.length > 0) return `${holder.name} waits for an answer`;
  }
  return null;
}

/** What must hold when everything that could go wrong has, and everybody is back. */
export async function checkAtRest(world: World, devices: readonly Device[]): Promise<void> {
  const { witness } = world;
  const broke = (rule: string, detail: string | null) => {
    if (detail !== null) witness.broke(rule, detail);
  };
  const restless = unrest(world, devices);
  if (restless !== null) {
    broke('everybody comes back', restless);
    return;
  }
  const reread = JSON.parse(JSON.stringify(witness.events)) as MeetingEvent[];
  broke('replay', difference(replay(reread), witness.state));
  for (const node of world.nodes) {
    const held = await node.registry.hold(world.meeting);
    broke('replay', difference(held?.room.state ?? null, witness.state));
    held?.release();
  }
  const [node] = world.nodes;
  const records = (await node?.store.log.read(world.meeting, 0)) ?? [];
  broke('the chain holds', records.length === witness.version ? null : `${String(records.length)} records`);
  for (const device of devices) {
    checkFinalView(world, device, devices);
    checkAnswers(world, device);
    checkMinutes(world, device);
    checkLink(world, device);
    checkScreen(world, device);
  }
}

/** Whoever presses hears what came of it, once. */
function checkAnswers(world: World, device: Device): void {
  const [open] = [...device.pending, ...device.owed];
  if (open !== undefined)
    world.witness.broke('every press is answered', `${device.holder.name}: ${JSON.stringify(open)}`);
  for (const id of device.taken)
    if (world.witness.knows(id))
      world.witness.broke('every press is answered', `${id} was sent all the same`);
}

/** The chair's screen is for whoever presides. */
function checkScreen(world: World, device: Device): void {
  const { model } = world.witness;
  if (device.audience !== 'chair' || model === null || model.status === 'preparing') return;
  if (model.presiding() !== device.holder.person)
    world.witness.broke('who leads has the chair’s screen', `${device.holder.name} has it`);
}

function checkMinutes(world: World, device: Device): void {
  if (device.minutes === null) return;
  const whole = new MinutesStream();
  whole.apply(world.witness.events);
  const readers = device.audience === 'desk' ? 'desk' : 'all';
  const expected = blocksFor(readers, whole.since(0));
  const missing = expected.find(({ id }) => device.minutes?.some((block) => block.id === id) !== true);
  const found = missing === undefined ? difference(device.minutes, expected) : `no ${missing.id}`;
  if (found !== null) world.witness.broke('minutes are the log', `${device.holder.name}: ${found}`);
}

/** Who is back has no lost link in the record. */
function checkLink(world: World, device: Device): void {
  const { person, name } = device.holder;
  const seat = person === null ? undefined : world.witness.model?.seats.get(person);
  const away = seat?.presence === 'left' && seat.leftWithLink && world.witness.model?.vote?.status !== 'open';
  const lost = seat?.presence === 'present' && seat.lost;
  const over = ['closed', 'adjourned'].includes(world.witness.model?.status ?? '');
  if (seat?.channel === 'online' && !over && (away || lost))
    world.witness.broke('a link that is back is recorded', name);
}

import { replay } from '../../../shared/meeting/replay.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { blocksFor, MinutesStream } from '../../../server/meetings/minutesStream.ts';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import type { Device } from '../people/device.ts';
import { wordsIn } from '../people/words.ts';
import type { World } from '../world/world.ts';
import { difference } from './equal.ts';
import { checkFinalView } from './views.ts';

/** Why the world is not at rest yet; null when it is. */
export function unrest(world: World, devices: readonly Device[]): string | null {
  if (world.nodes.length < world.settings.nodes) return 'a node is away';
  for (const { holder, link, wire, isShut } of devices) {
    if (isShut) return `${holder.name} has no page open`;
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
  const minutes = new MinutesStream();
  minutes.apply(witness.events);
  const blocks = minutes.since(0);
  checkWords(world, blocks);
  for (const device of devices) {
    checkFinalView(world, device, devices);
    checkAnswers(world, device);
    checkMinutes(world, device, blocks);
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
  // Nobody leads a meeting in writing; its chair may look.
  if (model.written !== null) return;
  if (model.presiding() !== device.holder.person)
    world.witness.broke('who leads has the chair’s screen', `${device.holder.name} has it`);
}

/** What somebody wrote into a turn, and nobody took out, stands in the minutes: two desks may write at once. */
function checkWords({ witness }: World, blocks: readonly MinutesBlock[]): void {
  const stand = wordsIn(blocks.map(({ type, text }) => (type === 'turn' ? text : '')).join('|'));
  const added = new Map<string, string>();
  const dropped = new Set<string>();
  for (const { id, command } of witness.presses.values()) {
    if (command.do !== 'writeTurn' || !witness.carriedOut(id)) continue;
    const [before, after] = [wordsIn(command.base ?? ''), wordsIn(command.text)];
    for (const word of after) if (!before.has(word)) added.set(word, id);
    for (const word of before) if (!after.has(word)) dropped.add(word);
  }
  for (const [word, id] of added)
    if (!dropped.has(word) && !stand.has(word))
      witness.broke('nobody’s words are lost', `${word}, written with ${id}, stands in no turn`);
}

function checkMinutes(world: World, device: Device, whole: readonly MinutesBlock[]): void {
  const { minutes } = device;
  if (minutes === null) return;
  const readers = device.audience === 'desk' ? 'desk' : 'all';
  const expected = blocksFor(readers, whole);
  const shown = new Set(minutes.map(({ id }) => id));
  const missing = expected.find(({ id }) => !shown.has(id));
  const found = missing === undefined ? difference(minutes, expected) : `no ${missing.id}`;
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

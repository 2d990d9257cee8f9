import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { parseCommand } from '../../shared/meeting/commands.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import { planOf } from '../support/plans.ts';
import { checkAtRest, unrest } from './checks/atRest.ts';
import { Promptness } from './checks/promptness.ts';
import type { Violation } from './checks/witness.ts';
import { nextPress } from './people/behaviour.ts';
import { Device } from './people/device.ts';
import type { Holder } from './people/device.ts';
import { hurry } from './people/hurry.ts';
import { keepOffice, keepVisiting } from './people/visits.ts';
import type { ServerNode } from './world/serverNode.ts';
import { letThingsGoWrong, nowAndThen } from './world/troubles.ts';
import { World } from './world/world.ts';

export interface Outcome {
  readonly seed: number;
  /** Null: everything held. */
  readonly violation: Violation | null;
  /** How many events the meeting had. */
  readonly events: number;
  readonly presses: number;
  /** Of the whole log. The same seed gives the same. */
  readonly digest: string;
  /** Line by line what happened, where it was asked for. */
  readonly trace: readonly string[];
}

/** After this long (ms of the simulated world) the evening ends, whatever was pressed. */
const longestEvening = 20 * 60_000;
/** So long (ms) everybody has to come back once nothing goes wrong any more. */
const longestRest = 150_000;

/** One evening: a meeting held by real clients against the real server, in a world that a seed decides. */
export async function simulate(seed: number, { traced = false } = {}): Promise<Outcome> {
  const world = new World(seed, traced);
  const { witness } = world;
  const outside = (error: unknown) => {
    witness.broke('bug', error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
  };
  process.on('unhandledRejection', outside);
  process.on('uncaughtException', outside);
  try {
    await evening(world);
  } catch (error) {
    outside(error);
  } finally {
    // Node tells of a rejection that nobody handles once it is idle, which no evening ever is.
    await setImmediate();
    process.off('unhandledRejection', outside);
    process.off('uncaughtException', outside);
  }
  const rows = world.disk.rows.get(world.meeting) ?? [];
  const digest = createHash('sha256')
    .update(rows.at(-1)?.hash ?? '')
    .update(world.scheduler.now.toString())
    .digest('hex');
  return {
    seed,
    violation: witness.violation,
    events: rows.length,
    presses: witness.presses.size,
    digest: digest.slice(0, 16),
    trace: world.lines,
  };
}

async function evening(world: World): Promise<void> {
  const { scheduler, witness, settings } = world;
  const promptness = new Promptness(world);
  const each = () => {
    witness.look();
    promptness.look();
  };
  const holders = await ready(world, prepare(world));
  const devices = holders.map(
    (holder, index) => new Device(world, holder, index < settings.readers && holder.by !== null),
  );
  for (const device of devices) {
    if (device.holder.by === null) continue;
    if (!settings.written) keepPressing(world, device, devices);
    else if (device.holder.person === null) keepOffice(world, device);
    else keepVisiting(world, device);
  }
  nowAndThen(world, settings.reloads, () => {
    world.dice.faults.pick(devices)?.reload();
  });
  nowAndThen(world, settings.wakes, () => {
    world.dice.faults.pick(devices)?.wake();
  });
  letThingsGoWrong(world);
  const inTime = async (ms: number) => {
    await scheduler.runTo(scheduler.now + ms, each);
    promptness.checkAnswers();
  };
  const broken = () => witness.violation !== null;
  while (witness.presses.size < settings.presses && scheduler.now < longestEvening && !broken())
    await inTime(5000);
  world.calm = true;
  world.trace('calm');
  for (const device of devices) device.unfold();
  // Nothing tells a page of what an unruly line lost last; whoever looks at it does.
  const end = scheduler.now + longestRest;
  await inTime(25_000);
  if (settings.unruly > 0) for (const { link } of devices) link.wake();
  let quiet = 0;
  while (scheduler.now < end && quiet < 3 && !broken()) {
    const { version } = witness;
    await inTime(3000);
    quiet = unrest(world, devices) === null && witness.version === version ? quiet + 1 : 0;
  }
  if (broken()) return;
  const checked = checkAtRest(world, devices);
  await ready(world, checked);
}

/** Lets the world run until a promise of its inside is kept. */
async function ready<T>(world: World, promise: Promise<T>): Promise<T> {
  const kept: { value?: T; error?: unknown; done: boolean } = { done: false };
  promise.then(
    (value) => Object.assign(kept, { value, done: true }),
    (error: unknown) => Object.assign(kept, { error, done: true }),
  );
  for (let i = 0; i < 1000 && !kept.done; i++)
    await world.scheduler.runTo(world.scheduler.now + 50, () => {
      world.witness.look();
    });
  if (!kept.done) throw new Error('the world stands still');
  if (kept.error !== undefined) throw kept.error as Error;
  return kept.value as T;
}

/** Makes the meeting and everybody's session, before anything goes wrong. */
async function prepare(world: World): Promise<readonly Holder[]> {
  const { settings } = world;
  const [node] = world.nodes;
  if (node === undefined) throw new Error('no node');
  world.calm = true;
  const plan = planOf({
    members: settings.members,
    rules: settings.rules,
    ...(settings.written ? { mode: 'written' as const } : {}),
    agenda: [
      { id: 'i1', title: '第一の議題', kind: 'consultation', official: 'k01' },
      {
        id: 'i2',
        title: '第二の議題',
        kind: 'consultation',
        vote: { method: 'electronic', rule: { decision: { rule: { fractionAtLeast: { n: 2, d: 3 } } } } },
      },
      {
        ...{ id: 'i3', title: '第三の議題', kind: 'other' },
        ...(settings.closedItem ? { public: { open: false, reason: '個人情報を含むため' } } : {}),
      },
    ],
  });
  const meeting = await node.registry.create(plan, false, world.wallClock());
  if (typeof meeting !== 'string') throw new Error(meeting.en);
  world.meeting = meeting;
  world.witness.watch(meeting);
  const holders: Holder[] = [];
  const admit = async (
    name: string,
    role: 'desk' | 'person' | 'screen' | 'observer',
    person: string | null,
    audience: Audience,
  ) => {
    const wish = { role, meeting: role === 'desk' ? null : meeting, person, oneTime: false };
    const { url } = await node.links.make(wish, 'http://sim');
    const opened = await node.sessions.exchange(url.split('#t=')[1] ?? '', undefined, false);
    if (isRefusal(opened)) throw new Error(opened.en);
    const cookie = opened.setCookie?.split(';')[0] ?? '';
    const by = role === 'desk' ? 'desk' : person;
    holders.push({ name, by, person, audience, session: opened.id, cookie });
  };
  await admit('desk', 'desk', null, 'desk');
  if (settings.desks === 2) await admit('desk2', 'desk', null, 'desk');
  for (const { id, role } of plan.people)
    if (['chair', 'deputyChair', 'member', ...(settings.written ? ['official'] : [])].includes(role))
      await admit(id, 'person', id, role === 'chair' ? 'chair' : 'member');
  await admit('screen', 'screen', null, 'screen');
  await admit('observer', 'observer', null, 'observer');
  if (settings.underWay && !settings.written) await begin(world, node);
  world.calm = false;
  return holders;
}

/** Everybody is checked in, and the first item is before the meeting. */
async function begin(world: World, node: ServerNode): Promise<void> {
  const { members, onlineFrom } = world.settings;
  const arrivals = Array.from({ length: members }, (_, index): CommandInput[] => {
    const who = `m0${String(index + 1)}`;
    if (index + 1 < onlineFrom) return [{ do: 'checkIn', who, channel: 'inRoom' }];
    return [
      { do: 'checkIn', who, channel: 'online' },
      { do: 'confirmIdentity', who },
    ];
  });
  const commands: CommandInput[] = [
    ...arrivals.flat(),
    { do: 'openMeeting' },
    { do: 'startItem', item: world.dice.people.pick(['i1', 'i2', 'i3'] as const) },
  ];
  await node.registry.use(world.meeting, async (room) => {
    for (const [index, input] of commands.entries()) {
      const parsed = parseCommand(input);
      if (!parsed.ok) throw new Error(parsed.problems.join('; '));
      const answer = await room.command(`begin-${String(index)}`, parsed.command, { kind: 'desk' });
      if (!answer.ok) throw new Error(`${input.do}: ${answer.refusal.en}`);
    }
  });
}

function keepPressing(world: World, device: Device, devices: readonly Device[]): void {
  const { settings, scheduler } = world;
  const dice = world.dice.people;
  const busy = device.holder.by === 'desk' || device.holder.by === 'm01' ? 0.3 : 1;
  scheduler.after(dice.exponential(settings.pace * busy), () => {
    if (world.calm) return;
    const command = nextPress(device, dice, settings);
    if (command !== null) {
      const press = () => {
        if (world.calm) return;
        device.press(command);
        // A finger that comes down twice.
        if (dice.chance(0.06)) device.press(command);
      };
      const wait = hurry(world, devices, command);
      if (wait === 0) press();
      else scheduler.after(wait, press);
    }
    keepPressing(world, device, devices);
  });
}

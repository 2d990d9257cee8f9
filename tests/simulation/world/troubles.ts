import type { LineTrouble } from './line.ts';
import type { World } from './world.ts';

const day = 24 * 3600_000;

/** Sees to it that things go wrong, as often as the settings say, until the world is calm. */
export function letThingsGoWrong(world: World): void {
  const { settings } = world;
  const dice = world.dice.faults;
  const lines: readonly (readonly [LineTrouble, number])[] = [
    ['cut', settings.cuts],
    ['stall', settings.stalls],
    ['halfOpen', settings.halfOpen],
  ];
  for (const [trouble, rate] of lines)
    nowAndThen(world, rate * 3, () => {
      const node = dice.pick(world.nodes);
      const line = dice.pick([...(node?.lines ?? [])]);
      world.trace(`${trouble} for ${line?.session.link.person ?? 'somebody'}`);
      line?.suffer(trouble);
    });
  nowAndThen(world, settings.cuts / 4, () => {
    world.trace('every line is cut');
    for (const node of world.nodes) for (const line of node.lines) line.suffer('cut');
  });
  nowAndThen(world, settings.crashes, () => {
    const node = dice.pick(world.nodes);
    if (node === undefined) return;
    const awaits = dice.whole(1, 40);
    world.trace(`${node.name} dies ${String(awaits)} awaits into what it does next`);
    node.dieAfter(awaits);
  });
  nowAndThen(world, settings.restarts, () => {
    world.trace('a node ends in order');
    const node = dice.pick(world.nodes);
    if (node?.takesConnections === true) void node.end();
  });
  nowAndThen(world, settings.fullDisks, () => {
    world.trace('the disk is full');
    world.fullUntil = world.scheduler.now + dice.between(500, 8000);
  });
  if (settings.nodes > 1)
    nowAndThen(world, settings.storeCuts, () => {
      const all = dice.chance(0.3);
      world.trace(all ? 'the store is away' : 'a node loses the store');
      const ms = dice.between(20, 6000);
      for (const node of all ? world.nodes : [dice.pick(world.nodes)])
        if (node !== undefined) world.storeLines.get(node)?.cut(ms);
    });
  nowAndThen(world, settings.clockJumps, () => {
    world.setClock(dice.pick([day, -day, 3600_000, -3600_000, 61_000, -61_000, 10, -10] as const));
  });
  keepNodesRunning(world);
}

/** `rate`: how often in a minute, on the average. */
export function nowAndThen(world: World, rate: number, happen: () => void): void {
  if (rate <= 0) return;
  world.scheduler.after(world.dice.faults.exponential(60_000 / rate), () => {
    if (world.calm) return;
    happen();
    nowAndThen(world, rate, happen);
  });
}

/** Whoever runs the server starts it again. */
function keepNodesRunning(world: World): void {
  world.scheduler.after(world.dice.faults.between(100, 4000), () => {
    if (world.nodes.length < world.settings.nodes) world.startNode();
    keepNodesRunning(world);
  });
}

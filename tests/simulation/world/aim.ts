import type { Line } from './line.ts';
import type { ServerNode } from './serverNode.ts';
import type { World } from './world.ts';

/** A command as a node hears it. */
interface Heard {
  readonly do?: string;
}

const ballots: ReadonlySet<string> = new Set(['castVote', 'castBallot']);
const closes: ReadonlySet<string> = new Set(['closeVote', 'closeElection']);
/** In a meeting in writing, and how likely it is met. */
const writes: Readonly<Record<string, number>> = {
  ...{ submitDecision: 0.05, dispatch: 0.2, moveDeadline: 0.2, closeRound: 0.3, notifyResult: 0.4 },
};

/**
 * Trouble that is aimed: it comes when a ballot for the box, or the word that opens the box, has just been heard, as
 * trouble that keeps to the clock seldom does; in a meeting in writing, when a round is closed and the like.
 */
export class Aim {
  readonly #world: World;
  /** So many of the commits to come go wrong. */
  #commits = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** A node has heard this on a line. */
  heard(node: ServerNode, line: Line, message: object): void {
    const { do: verb = '' } = message as Heard;
    const world = this.#world;
    const dice = world.dice.aim;
    const { model } = world.witness;
    const isOpen = verb.endsWith('Vote') && model?.vote?.method !== 'secretBallot';
    const likely = isOpen ? 0 : ballots.has(verb) ? 0.3 : closes.has(verb) ? 0.5 : (writes[verb] ?? 0);
    if (world.calm || likely === 0 || !dice.chance(likely)) return;
    const own = world.settings.nodes > 1 ? 'store' : 'full';
    const what = dice.pick(['commit', 'commit', 'death', 'line', own, own] as const);
    world.trace(`at ${verb}: trouble with ${what}`);
    switch (what) {
      case 'commit':
        this.#commits += dice.whole(1, 2);
        return;
      case 'death':
        node.dieAfter(dice.whole(1, 60));
        return;
      case 'line':
        // What was heard is carried out, and nobody hears of it.
        world.scheduler.after(dice.between(0, world.settings.commitTime), () => {
          line.suffer('cut');
        });
        return;
      case 'store':
        world.scheduler.after(dice.between(0, 4 * world.settings.storeLatency), () => {
          world.storeLines.get(node)?.cut(dice.between(20, 2000));
        });
        return;
      case 'full':
        world.fullUntil = world.scheduler.now + dice.between(100, 3000);
    }
  }

  /** Whether the commit that is about to be made is one that was aimed at. */
  takesCommit(): boolean {
    if (this.#commits === 0) return false;
    this.#commits -= 1;
    return true;
  }
}

import { isLogError } from '../../../server/log/errors.ts';
import type { ServerNode } from '../world/serverNode.ts';
import type { World } from '../world/world.ts';

/** A page counts a line as dead whose command is not answered for eight seconds (client/connection/link.ts), in ms. */
const longestAnswer = 7000;
/** What is durable is in the state of every node that reaches the store after this long (ms). */
const longestLag = 1500;

/** A request that a node has heard and not answered yet. */
export interface Heard {
  readonly what: string;
  /** By the scheduler. */
  readonly at: number;
}

/**
 * Sees that things happen in time and not only in the end: whatever is forgotten heals when pages try again, and would
 * never be noticed at rest.
 */
export class Promptness {
  readonly #world: World;
  #seen = 0;
  #waits = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** To be called when something may have become durable. */
  look(): void {
    const { witness, scheduler } = this.#world;
    const { version } = witness;
    if (this.#waits || version === this.#seen) return;
    this.#seen = version;
    this.#waits = true;
    const nodes = [...this.#world.nodes];
    scheduler.after(longestLag, () => {
      this.#waits = false;
      for (const node of nodes) this.#mustKnow(node, version);
      this.look();
    });
  }

  /** Everything that a living node has heard is answered, whatever came of it. */
  checkAnswers(): void {
    const { nodes, scheduler, witness } = this.#world;
    for (const node of nodes)
      for (const { what, at } of node.unanswered)
        if (scheduler.now - at > longestAnswer)
          witness.broke('whoever asks is answered', `${node.name} has said nothing to ${what}`);
  }

  #mustKnow(node: ServerNode, version: number): void {
    const { storeLines, meeting, witness, scheduler, readFailedAt } = this.#world;
    // A node that nobody is connected to has the meeting shut.
    if (!node.alive || node.lines.size === 0) return;
    const steadySince = Math.max(storeLines.get(node)?.steadySince ?? 0, readFailedAt);
    if (scheduler.now - steadySince < longestLag) {
      scheduler.after(longestLag, () => {
        this.#mustKnow(node, version);
      });
      return;
    }
    node.registry
      .use(meeting, ({ state }) => {
        if (state.version < version && node.alive)
          witness.broke(
            'what is durable is known',
            `${node.name} stands at version ${String(state.version)}, and ${String(version)} has long been durable`,
          );
      })
      .catch((error: unknown) => {
        // It could not open the meeting, for a reading failed: it has time again from then on.
        if (!isLogError(error)) throw error;
        this.#mustKnow(node, version);
      });
  }
}

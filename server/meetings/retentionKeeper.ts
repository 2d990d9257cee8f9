import type { Command } from '../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Surroundings } from '../surroundings.ts';
import type { MeetingCatalogue } from './catalogue.ts';
import type { MeetingRegistry } from './meetingRegistry.ts';

/** How often (ms) is looked for what has fallen due: a day counts, not a minute. */
const interval = 3600_000;

export interface KeeperParts {
  readonly catalogue: MeetingCatalogue;
  readonly registry: MeetingRegistry;
  readonly surroundings: Surroundings;
  /** Deletes a meeting's links and sessions. */
  readonly remove: (meeting: string) => Promise<void>;
  readonly trouble: (error: unknown) => void;
}

const command: Command<'deleteDetails'> = { do: 'deleteDetails' };

/**
 * Lets go of what the body's rules let go of after the minutes are final. That it is done goes into the meeting's log
 * first; the deleting itself follows, and is done again at every look until nothing is left, whatever ended this process
 * meanwhile.
 */
export class RetentionKeeper {
  readonly #parts: KeeperParts;
  #cancel: () => void = () => undefined;
  #working: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Looks now, and again every hour. */
  start(): void {
    this.#cancel();
    if (this.#closed) return;
    void this.look();
    this.#cancel = this.#parts.surroundings.timers.after(interval, () => {
      this.start();
    });
  }

  /** Does what is due; resolves when it is done. One look at a time. */
  look(): Promise<void> {
    this.#working = this.#working.then(async () => {
      if (!this.#closed) await this.#look();
    });
    this.#working = this.#working.catch((error: unknown) => {
      this.#parts.trouble(error);
    });
    return this.#working;
  }

  /** Carries out what a meeting has recorded. */
  hear({ id }: MeetingState, events: readonly MeetingEvent[]): void {
    if (events.some(({ type }) => type === 'DetailsDeleted')) void this.#carryOut(id);
  }

  /** For a meeting whose log says that its details are deleted. Where the store fails, the next look does it. */
  async #carryOut(meeting: string): Promise<void> {
    await this.#parts.remove(meeting).catch((error: unknown) => {
      this.#parts.trouble(error);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#working;
  }

  async #look(): Promise<void> {
    const { catalogue, registry, surroundings } = this.#parts;
    for (const { listing, version } of await catalogue.all()) {
      const { detailsDueAt, detailsDeletedAt } = listing.retention;
      if (detailsDeletedAt !== null) await this.#carryOut(listing.id);
      // A rehearsal's clock is not the world's.
      else if (!listing.rehearsal && detailsDueAt !== null && detailsDueAt <= surroundings.clock.now()) {
        // The room tells of what was recorded, and that is carried out.
        await registry.use(listing.id, (room) =>
          room.command(`retention-${String(version)}`, command, { kind: 'system' }),
        );
      }
    }
  }
}

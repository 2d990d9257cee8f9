import type { Drawer, Kept } from '../../client/connection/drawer.ts';
import type { Wire, WireEvents } from '../../client/connection/wire.ts';
import type { Answer, CommandMessage, Join, Joined } from '../../shared/protocol/messages.ts';

/** A line in a test's hands: it says when the line is up, what arrives, and what is answered. */
type MinutesAnswer = Parameters<Wire['minutes']>[1];

export class TestLine implements Wire {
  readonly joins: { readonly message: Join; readonly answer: (joined: Joined) => void }[] = [];
  readonly commands: { readonly message: CommandMessage; readonly answer: (answer: Answer) => void }[] = [];
  readonly minutesAsked: { readonly from: number; readonly answer: MinutesAnswer }[] = [];
  reopened = 0;
  closed = false;
  #events: WireEvents | null = null;

  get server(): WireEvents {
    if (this.#events === null) throw new Error('nobody opened this line');
    return this.#events;
  }

  open(events: WireEvents): void {
    this.#events = events;
  }
  reopen(): void {
    this.reopened += 1;
    this.server.down();
  }
  close(): void {
    this.closed = true;
  }
  join(message: Join, answer: (joined: Joined) => void): void {
    this.joins.push({ message, answer });
  }
  command(message: CommandMessage, answer: (answer: Answer) => void): void {
    this.commands.push({ message, answer });
  }
  minutes(from: number, answer: MinutesAnswer): void {
    this.minutesAsked.push({ from, answer });
  }
}

/** A tab's storage that a test can look into. */
export class TestDrawer implements Drawer {
  kept: readonly Kept[] = [];

  read(): readonly Kept[] {
    return this.kept;
  }
  write(kept: readonly Kept[]): void {
    // As storage does: a copy of the text, not the objects.
    this.kept = JSON.parse(JSON.stringify(kept)) as readonly Kept[];
  }
}

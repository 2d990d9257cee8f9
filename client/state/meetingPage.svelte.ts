import { onDestroy } from 'svelte';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { Views } from '../../shared/views/types/views.ts';
import { connect } from '../connection/connect.ts';
import type { Link } from '../connection/link.ts';
import type { LinkState } from '../connection/linkState.ts';
import type { Waiting } from '../connection/outbox.ts';
import type { MeetingRoute } from '../router.ts';
import type { Receipt } from './receipt.ts';

/** A command's last word for the page: it was replaced by a later press, and nobody needs to hear of it. */
const silent = 'client/replaced';

/**
 * One meeting as a page shows it: the link's replica, its state and the server's clock as runes. Each field changes
 * only when what it holds does; `view` is a new object whenever the server sent something.
 */
export class MeetingPage<A extends Audience> {
  view = $state.raw<Views[A] | null>(null);
  me = $state.raw<MeView | null>(null);
  link = $state.raw<LinkState>({ is: 'connecting' });
  /** Pressed and not yet answered. */
  waiting = $state.raw<readonly Waiting[]>([]);
  /** The meeting's clock, epoch ms; moves by seconds. */
  now = $state(0);
  /** Why the server cannot take what is waiting, where it said so; the page goes on trying. */
  hindrance = $state.raw<Refusal | null>(null);
  /** Presses that the server took since the page opened. */
  receipts = $state.raw<readonly Receipt[]>([]);
  /** The blocks of the minutes in reading order, once followed. */
  minutes = $state.raw<readonly MinutesBlock[]>([]);

  readonly #link: Link<A>;
  /** What commands were told, the one that shows first: none goes by unseen because another one followed. */
  #refusals = $state.raw<readonly Refusal[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(link: Link<A>) {
    this.#link = link;
    link.listen({
      changed: () => {
        this.#read();
      },
      answered: (waiting, answer) => {
        this.#hear(waiting, answer);
      },
      minutes: ({ blocks }) => {
        this.minutes = merged(this.minutes, blocks);
      },
    });
    this.#read();
    this.#tick();
  }

  /** What a command was told, until the next press or until it is dismissed. */
  get refusal(): Refusal | null {
    return this.#refusals[0] ?? null;
  }

  /** Sends a command; a refusal is shown by the page. */
  readonly act = (command: CommandInput): void => {
    void this.ask(command);
  };

  /** The same for who needs the answer. */
  readonly ask = (command: CommandInput): Promise<Answer> => {
    this.dismiss();
    return this.#link.send(command);
  };

  readonly dismiss = (): void => {
    this.#refusals = this.#refusals.slice(1);
  };

  followMinutes(): void {
    this.#link.followMinutes();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#link.close();
  }

  #hear({ message, pressedAt }: Waiting, answer: Answer): void {
    if (answer.ok) this.receipts = [...this.receipts, { command: message, pressedAt, at: answer.at }];
    else if (answer.refusal.code !== silent) this.#refusals = [...this.#refusals, answer.refusal];
  }

  #read(): void {
    const { replica, state, waiting, hindrance, clock } = this.#link;
    this.view = replica.view;
    this.me = replica.me;
    this.link = state;
    this.waiting = waiting;
    this.hindrance = hindrance;
    this.now = wholeSecond(clock.now());
  }

  /** Wakes just after each full second of the server's clock, so that all screens change together. */
  #tick(): void {
    const now = this.#link.clock.now();
    this.now = wholeSecond(now);
    this.#timer = setTimeout(
      () => {
        this.#tick();
      },
      1000 - (now % 1000) + 5,
    );
  }
}

/** The blocks known with those that are new or changed, in reading order. */
function merged(known: readonly MinutesBlock[], news: readonly MinutesBlock[]): readonly MinutesBlock[] {
  const byId: Record<string, MinutesBlock> = {};
  for (const block of [...known, ...news]) byId[block.id] = block;
  const inOrder = Object.values(byId).toSorted((one, other) => one.order - other.order);
  // A turn that was joined into another one is left out until it comes again.
  return inOrder.filter((block) => block.type !== 'turn' || block.joined === null);
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

/** Opens the meeting of a route for a screen; it closes with the component that asked. */
export function openMeeting<A extends Audience>(route: MeetingRoute, audience: A): MeetingPage<A> {
  const page = new MeetingPage(
    connect({ meeting: route.meeting, audience, as: route.person, session: route.session }),
  );
  onDestroy(() => {
    page.close();
  });
  return page;
}

import type { Drawer, Kept } from '../../../client/connection/drawer.ts';
import { Link } from '../../../client/connection/link.ts';
import { outlivesPage } from '../../../client/connection/outbox.ts';
import type { Replica } from '../../../client/connection/replica.ts';
import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';
import type { Audience } from '../../../shared/views/types/audience.ts';
import { PageWire } from '../world/pageWire.ts';
import type { World } from '../world/world.ts';

/** What the server says when it could not judge a command; the page goes on trying. */
const passing: ReadonlySet<string> = new Set(['server/unavailable', 'server/closing', 'server/not-joined']);

/** So long (ms) after a page was loaded its holder may open the minutes. */
const latestReading = 20_000;

/** What somebody holds in their hands: a session, and the page that shows their screen. */
export interface Holder {
  readonly name: string;
  /** A person's id or `desk`, as the record names them; null: looks on. */
  readonly by: string | null;
  readonly person: string | null;
  readonly audience: Audience;
  readonly session: string;
  readonly cookie: string;
}

/** A device with a page of the product: its own link, outbox and replica, over a simulated wire. */
export class Device {
  readonly holder: Holder;
  audience: Audience;
  readonly #world: World;
  readonly #drawer: Drawer;
  readonly #followsMinutes: boolean;
  #wire: PageWire;
  #link: Link<Audience>;
  /** Counts the pages that were open on it. */
  #page = 0;
  #lastId = '';
  /** Whose page it is was known: what is pressed is kept for the next. */
  #hasJoined = false;
  #isShut = false;
  /** Pressed on this page, and not answered yet. */
  readonly pending = new Map<string, CommandInput>();
  /** Of earlier pages: what lies in the tab's drawer and must come to an answer all the same. */
  readonly owed = new Map<string, CommandInput>();
  /** Told that they were never sent. */
  readonly taken = new Set<string>();
  /** What its holder is typing into a turn, and the words it began with. */
  draft: { readonly turn: number; readonly base: string } | null = null;
  readonly #blocks = new Map<string, MinutesBlock>();
  #shown = 0;
  /** This page shows the minutes. */
  #opened = false;

  constructor(world: World, holder: Holder, followsMinutes: boolean) {
    this.#world = world;
    this.holder = holder;
    this.audience = holder.audience;
    this.#followsMinutes = followsMinutes;
    let kept: readonly Kept[] = [];
    this.#drawer = {
      read: () => kept,
      write: (now) => {
        kept = [...now];
      },
    };
    [this.#wire, this.#link] = this.#open();
  }

  get link(): Link<Audience> {
    return this.#link;
  }

  get wire(): PageWire {
    return this.#wire;
  }

  get replica(): Replica {
    return this.#link.replica;
  }

  /** The blocks of the minutes that the page was told of, in reading order; null where nobody opened them. */
  get minutes(): readonly MinutesBlock[] | null {
    return this.#opened ? [...this.#blocks.values()].toSorted((a, b) => a.order - b.order) : null;
  }

  /** A word that nobody has written yet. */
  newWord(): string {
    return this.#world.newWord();
  }

  press(command: CommandInput): void {
    const { by } = this.holder;
    if (by === null) return;
    const answer = this.#link.send(command);
    const id = this.#lastId;
    this.#world.witness.presses.set(id, { id, by, command });
    this.pending.set(id, command);
    const page = this.#page;
    this.#world.trace(`press ${this.holder.name} ${id} ${JSON.stringify(command)}`);
    void answer.then((final) => {
      if (page === this.#page) this.#answered(id, final);
    });
  }

  /** The page is loaded anew; what it had not finished lies in the tab's drawer. */
  reload(audience: Audience = this.audience): void {
    if (this.#isShut) return;
    this.#world.trace(`reload ${this.holder.name} as ${audience}`);
    this.#leavePage();
    this.audience = audience;
    [this.#wire, this.#link] = this.#open();
  }

  /** No page is open on it. */
  get isShut(): boolean {
    return this.#isShut;
  }

  /** Its holder puts it away, and the page with it. */
  shut(): void {
    if (this.#isShut) return;
    this.#world.trace(`${this.holder.name} puts it away`);
    this.#leavePage();
    this.#isShut = true;
  }

  /** Its holder opens the page again. */
  unfold(audience: Audience = this.audience): void {
    if (!this.#isShut) return;
    this.#world.trace(`${this.holder.name} opens the page as ${audience}`);
    this.#isShut = false;
    this.audience = audience;
    [this.#wire, this.#link] = this.#open();
  }

  #leavePage(): void {
    this.#page += 1;
    for (const [id, command] of this.pending)
      if (outlivesPage({ message: { ...command, id }, pressedAt: 0, sent: true }) && this.#hasJoined)
        this.owed.set(id, command);
    this.#hasJoined = false;
    this.pending.clear();
    this.#blocks.clear();
    this.draft = null;
    this.#opened = false;
    this.#shown = 0;
    this.#wire.vanish();
  }

  /** Somebody takes the phone up again. */
  wake(): void {
    if (this.#isShut) return;
    this.#world.trace(`${this.holder.name} wakes`);
    this.#link.wake();
  }

  #open(): [PageWire, Link<Audience>] {
    const world = this.#world;
    const page = this.#page;
    const { scheduler, dice } = world;
    const wire = new PageWire(world, this.holder);
    const link = new Link<Audience>({
      wire,
      timers: {
        now: () => scheduler.now,
        after: (ms, run) =>
          scheduler.after(ms, () => {
            if (page === this.#page) run();
          }),
      },
      drawer: this.#drawer,
      newId: () => {
        this.#lastId = dice.people.bytes(8).toString('hex');
        return this.#lastId;
      },
      meeting: world.meeting,
      audience: this.audience,
    });
    link.listen({
      changed: () => {
        if (page === this.#page) this.#changed();
      },
      answered: (waiting, answer) => {
        if (page !== this.#page) return;
        this.owed.delete(waiting.message.id);
        this.#world.answered(waiting.message.id, answer);
      },
      minutes: ({ to, blocks }) => {
        if (page !== this.#page) return;
        const ids = blocks.map(({ id, changed }) => `${id}@${String(changed)}`).join(' ');
        this.#world.trace(`minutes for ${this.holder.name} up to ${String(to)}: ${ids}`);
        for (const block of blocks) this.#blocks.set(block.id, block);
      },
    });
    if (this.#followsMinutes) this.#followMinutes(link);
    link.open();
    return [wire, link];
  }

  /** With the page, or when its holder gets round to it. */
  #followMinutes(link: Link<Audience>): void {
    const { scheduler, dice } = this.#world;
    const page = this.#page;
    const open = () => {
      this.#opened = true;
      link.followMinutes();
    };
    if (dice.people.chance(0.5)) open();
    else
      scheduler.after(dice.people.between(0, latestReading), () => {
        if (page === this.#page) open();
      });
  }

  #answered(id: string, answer: Answer): void {
    this.pending.delete(id);
    const code = answer.ok ? 'ok' : answer.refusal.code;
    if (code === 'client/replaced' || (answer.ok && answer.version === 0)) this.taken.add(id);
    if (passing.has(code)) this.#world.witness.broke('a refusal that passes is no answer', `${id}: ${code}`);
    this.#world.trace(
      `answer ${this.holder.name} ${id} ${answer.ok ? `ok ${String(answer.version)}` : answer.refusal.code}`,
    );
  }

  #changed(): void {
    const { state, replica } = this.#link;
    this.#hasJoined ||= state.is === 'connected' || state.is === 'waiting';
    const version = replica.view?.version ?? 0;
    if (version > this.#world.witness.version)
      this.#world.witness.broke(
        'nothing before it is durable',
        `${this.holder.name} sees version ${String(version)}`,
      );
    // Another node may be a moment behind; one alone never shows an older view than before.
    if (version < this.#shown && this.#world.settings.nodes === 1)
      this.#world.witness.broke(
        'views go forward',
        `${this.holder.name} saw version ${String(this.#shown)} and then ${String(version)}`,
      );
    if (version !== this.#shown && version > 0 && this.#world.dice.checks.chance(0.04))
      this.#world.checkView(this);
    this.#shown = version;
    // Before the opening the chair's screen is the chair's, whoever would preside.
    const presides = replica.me?.presiding === true && replica.view?.meeting.status !== 'preparing';
    const wanted =
      state.is === 'refused' && this.audience === 'chair'
        ? 'member'
        : state.is === 'connected' && this.audience === 'member' && presides
          ? 'chair'
          : this.audience;
    if (wanted !== this.audience)
      this.#world.scheduler.after(1, () => {
        if (wanted !== this.audience) this.reload(wanted);
      });
  }
}

import { canonicalJson } from '../../server/log/canonical.ts';
import { sha256 } from '../../server/log/chain.ts';
import type { TestSession } from '../support/testClient.ts';
import { PageLink } from './pageLink.ts';

export interface CrowdSeat {
  readonly audience: 'member' | 'observer';
  readonly session: Pick<TestSession, 'session' | 'cookie'>;
}

export interface CrowdOrder {
  readonly url: string;
  readonly meeting: string;
  readonly seats: readonly CrowdSeat[];
}

/** One time that a page was without its line. Epoch ms, the same in all processes of this machine. */
export interface Outage {
  readonly down: number;
  /** The socket was open again. */
  readonly up: number;
  /** The page had all that it had missed. */
  readonly joined: number;
}

export interface CrowdReport {
  readonly clients: number;
  /** Hands that were shown, over all pages. */
  readonly delivered: number;
  /** Hands that a page was shown twice. */
  readonly twice: number;
  /** Hands that stood elsewhere than in the record's order, or went away again. */
  readonly disordered: number;
  /** For each page its lost lines. */
  readonly outages: readonly (readonly Outage[])[];
  /** The different views that are shown, as hashes, by audience. */
  readonly views: Readonly<Record<CrowdSeat['audience'], readonly string[]>>;
}

/** Pages that are let in at a time: a burst of all of them would measure the accept queue. */
const batch = 50;

const now = (): number => performance.timeOrigin + performance.now();

/** A view as one short text. */
export const digestOf = (view: unknown): string => sha256(canonicalJson(view));

/** One page: what it was shown, in the order in which it was shown, and when it had no line. */
class Onlooker {
  readonly page: PageLink<'member' | 'observer'>;
  readonly audience: CrowdSeat['audience'];
  readonly shown: string[] = [];
  readonly outages: Outage[] = [];
  disordered = 0;
  #down: number | null = null;
  #up = 0;

  constructor({ url, meeting }: CrowdOrder, { audience, session }: CrowdSeat) {
    this.audience = audience;
    this.page = new PageLink(
      { url, meeting, audience, session },
      {
        up: () => {
          this.#up = now();
        },
        down: () => {
          this.#down ??= now();
        },
        joined: () => {
          if (this.#down !== null) this.outages.push({ down: this.#down, up: this.#up, joined: now() });
          this.#down = null;
        },
      },
    );
    this.page.onchange = () => {
      this.#look();
    };
  }

  /** Hands are only raised in this meeting: whoever was shown once stays where they are. */
  #look(): void {
    const queue = this.page.known?.floor.queue ?? [];
    if (this.shown.some((who, place) => queue[place]?.who !== who)) this.disordered += 1;
    for (const { who } of queue.slice(this.shown.length)) this.shown.push(who);
  }
}

/** Many pages of one meeting in this process. */
export class Crowd {
  readonly #onlookers: readonly Onlooker[];

  private constructor(onlookers: readonly Onlooker[]) {
    this.#onlookers = onlookers;
  }

  /** The process in which they are. */
  get pid(): number | undefined {
    return process.pid;
  }

  /** Resolves when everybody has joined. */
  static async join(order: CrowdOrder): Promise<Crowd> {
    const onlookers: Onlooker[] = [];
    for (let from = 0; from < order.seats.length; from += batch) {
      const some = order.seats.slice(from, from + batch).map((seat) => new Onlooker(order, seat));
      await Promise.all(some.map(({ page }) => page.reach(1)));
      onlookers.push(...some);
    }
    return new Crowd(onlookers);
  }

  /** The page in this seat raises a hand; resolves with the log position when that is acknowledged. */
  async raise(seat: number): Promise<number> {
    const onlooker = this.#onlookers[seat];
    if (onlooker === undefined) throw new Error(`nobody sits in seat ${seat}`);
    return (await onlooker.page.must({ do: 'raiseHand' })).version;
  }

  /** Resolves when every page shows this log position. */
  async reach(version: number): Promise<void> {
    await Promise.all(this.#onlookers.map(({ page }) => page.reach(version)));
  }

  /** Resolves when every page has been without its line so many times, and has it again. */
  async rejoined(times: number): Promise<void> {
    await Promise.all(this.#onlookers.map(({ page, outages }) => page.until(() => outages.length >= times)));
  }

  /** `order`: whose hands were raised, as the record has it. */
  report(order: readonly string[]): Promise<CrowdReport> {
    const all = this.#onlookers;
    const sum = (of: (onlooker: Onlooker) => number) => all.reduce((total, one) => total + of(one), 0);
    const views = (audience: CrowdSeat['audience']) => [
      ...new Set(all.filter((one) => one.audience === audience).map(({ page }) => digestOf(page.view))),
    ];
    return Promise.resolve({
      clients: all.length,
      delivered: sum(({ shown }) => order.filter((who) => shown.includes(who)).length),
      twice: sum(({ shown }) => shown.length - new Set(shown).size),
      disordered: sum(
        ({ shown, disordered }) => disordered + shown.filter((who, place) => order[place] !== who).length,
      ),
      outages: all.map(({ outages }) => outages),
      views: { member: views('member'), observer: views('observer') },
    });
  }

  close(): Promise<void> {
    for (const { page } of this.#onlookers) page.close();
    return Promise.resolve();
  }
}

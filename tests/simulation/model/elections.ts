import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';

/** Votes for each person, and `blank` and `invalid`. */
type Counts = Record<string, number>;

interface Round {
  readonly took: Set<string>;
  /** What the presses chose whose ballots went into the box: the log does not say it. */
  readonly box: Counts;
  papers: Counts;
}

/** The elections of a meeting a second time, with nothing of the product's rules; of the presses it knows the choices. */
export class ElectionsModel {
  #method = '';
  #eligible: ReadonlySet<string> = new Set();
  #rounds = new Map<number, Round>();

  /** What is wrong with an event, before it is taken; null: nothing. */
  wrong(event: MeetingEvent): string | null {
    switch (event.type) {
      case 'ElectionBallotCast':
        if (!this.#eligible.has(event.who)) return `${event.who} may not vote`;
        return this.#round(event.round).took.has(event.who) ? `${event.who} voted twice` : null;
      case 'ElectionClosed': {
        const { box, papers } = this.#round(event.round);
        const told = named({ ...event.counts, blank: event.blank, invalid: event.invalid });
        const right = named(sum(box, papers));
        if (told !== right) return `${told}, by the ballots ${right}`;
        const votes = (who: string) => event.counts[who] ?? 0;
        const [most = 0, next = 0] = Object.values(event.counts).toSorted((a, b) => b - a);
        const valid = Object.values(event.counts).reduce((all, one) => all + one, 0);
        const enough =
          this.#method === 'majorityRunoff' && event.round === 1 ? most * 2 > valid : most > next;
        const elects = event.next === 'elected' && event.among.every((who) => votes(who) === most);
        return enough === elects ? null : `${told} comes to ${event.next} ${event.among.join()}`;
      }
      default:
        return null;
    }
  }

  take(event: MeetingEvent, command: CommandInput | null): void {
    switch (event.type) {
      case 'ElectionOpened':
        this.#method = event.method;
        this.#eligible = new Set(event.eligible);
        this.#rounds = new Map();
        return;
      case 'Nominated':
      case 'NominationObjected':
        this.#method = event.then ?? this.#method;
        return;
      case 'ElectionBallotCast': {
        const { took, box } = this.#round(event.round);
        const choice = command?.do === 'castBallot' ? (command.choice ?? 'blank') : 'unknown';
        took.add(event.who);
        box[choice] = (box[choice] ?? 0) + 1;
        return;
      }
      case 'ElectionBallotsRecorded':
        this.#round(event.round).papers = { ...event.counts, blank: event.blank, invalid: event.invalid };
        return;
      default:
    }
  }

  #round(no: number): Round {
    const round = this.#rounds.get(no) ?? { took: new Set(), box: {}, papers: {} };
    this.#rounds.set(no, round);
    return round;
  }
}

function sum(a: Counts, b: Counts): Counts {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...keys].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}

function named(counts: Counts): string {
  return Object.entries(counts)
    .filter(([, votes]) => votes > 0)
    .map(([who, votes]) => `${who} ${String(votes)}`)
    .toSorted()
    .join(', ');
}

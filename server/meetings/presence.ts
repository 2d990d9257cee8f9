import { seatOf } from '../../shared/meeting/lookup.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import {
  deletePerson,
  emptyPersonMap,
  getPerson,
  personEntries,
  setPerson,
} from '../../shared/meeting/personMap.ts';
import type { PersonMap } from '../../shared/meeting/personMap.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Ambient } from '../../shared/views/ambient.ts';
import type { Company, Nodes } from '../log/nodes.ts';
import type { Timers } from '../surroundings.ts';
import { Fellows } from './fellows.ts';

/** A page that is loaded again is away for a moment: nobody is told of a link lost for less than this (ms). */
const blip = 2_000;
/** After a start, how long (ms) those who were connected have to come back before their link counts as lost. */
const settleTime = 10_000;

export interface PresenceParts {
  readonly timers: Timers;
  readonly meeting: string;
  /** Null: no other process serves the meeting. */
  readonly nodes: Nodes | null;
  readonly state: () => MeetingState;
  /** A rehearsal's clock is its player's: a dropped socket is a lost link at that very moment. */
  readonly rehearsal: boolean;
  readonly lost: (person: PersonId) => void;
  readonly back: (person: PersonId) => void;
  /** Who is connected has changed. */
  readonly changed: () => void;
}

/**
 * Which sockets are open, here and on other nodes, and what follows for people's links. A socket is not an attendance.
 * A link is lost when no node has a socket of that person; that several nodes may notice it harms nothing.
 */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #fellows: Fellows | null;
  /** Sockets on this node. */
  #here: PersonMap<number> = emptyPersonMap();
  /** Sockets on all nodes. */
  #devices: PersonMap<number> = emptyPersonMap();
  /** How often each has come: an absence is not the continuation of the one before. */
  #arrivals: PersonMap<number> = emptyPersonMap();
  #screens = 0;
  #closed = false;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    const { nodes, timers, meeting } = parts;
    this.#fellows =
      nodes === null
        ? null
        : new Fellows({
            nodes,
            timers,
            meeting,
            here: () => this.#company,
            changed: (people) => {
              this.#fellowsChanged(people);
            },
          });
  }

  get #company(): Company {
    return { people: Object.fromEntries(personEntries(this.#here)), screens: this.#screens };
  }

  get ambient(): Omit<Ambient, 'joinUrl' | 'profile'> {
    const chair = presidingPerson(this.#parts.state());
    return {
      devices: this.#devices,
      chairConnected: chair !== null && this.#has(chair),
      screensConnected: this.#screens + (this.#fellows?.screens ?? 0),
    };
  }

  personArrived(person: PersonId): void {
    this.#arrivals = setPerson(this.#arrivals, person, this.#arrivalsOf(person) + 1);
    this.#here = setPerson(this.#here, person, (getPerson(this.#here, person) ?? 0) + 1);
    this.#count(person);
    if (isAway(this.#parts.state(), person)) this.#parts.back(person);
    this.#changed();
  }

  personLeft(person: PersonId): void {
    const left = (getPerson(this.#here, person) ?? 1) - 1;
    this.#here = left > 0 ? setPerson(this.#here, person, left) : deletePerson(this.#here, person);
    this.#count(person);
    this.#changed();
    if (left > 0) return;
    if (this.#parts.rehearsal) this.#checkLost(person);
    else this.#checkLater(person, blip);
  }

  screenArrived(): void {
    this.#screens += 1;
    this.#changed();
  }

  screenLeft(): void {
    this.#screens -= 1;
    this.#changed();
  }

  /**
   * The record says so of somebody's link now. Another node may have noticed it, or the socket may have come or gone
   * while it was being written.
   */
  recorded(person: PersonId, link: 'up' | 'lost'): void {
    if (link === 'up') {
      if (!this.#has(person)) this.#checkLater(person, blip);
    } else if (getPerson(this.#here, person) !== undefined) this.#parts.back(person);
  }

  /** What became of this person's link could not be recorded just now: it is looked at again in a moment. */
  lookAgain(person: PersonId): void {
    this.#parts.timers.after(blip, () => {
      if (this.#closed) return;
      if (!this.#has(person)) this.#checkLost(person);
      else if (isAway(this.#parts.state(), person)) this.#parts.back(person);
    });
  }

  /** After a start: those named were connected before, and are lost if they do not come back in time. */
  awaitReturn(people: readonly PersonId[]): void {
    if (people.length === 0) return;
    this.#parts.timers.after(settleTime, () => {
      for (const person of people) this.#checkLost(person);
    });
  }

  /** From now on sockets that close are the server's doing and nobody's lost link. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#fellows?.close();
  }

  #changed(): void {
    this.#fellows?.tell();
    this.#parts.changed();
  }

  #count(person: PersonId): void {
    const devices = (getPerson(this.#here, person) ?? 0) + (this.#fellows?.devicesOf(person) ?? 0);
    this.#devices =
      devices > 0 ? setPerson(this.#devices, person, devices) : deletePerson(this.#devices, person);
  }

  /** Whoever was on a node that ended has as long to come back as after a start. */
  #fellowsChanged(people: ReadonlyMap<PersonId, boolean>): void {
    for (const [person, connected] of people) {
      this.#count(person);
      if (!connected && !this.#parts.rehearsal) this.#checkLater(person, settleTime);
    }
    this.#parts.changed();
  }

  /** Whoever comes meanwhile is looked after anew when they go. */
  #checkLater(person: PersonId, wait: number): void {
    const arrivals = this.#arrivalsOf(person);
    this.#parts.timers.after(wait, () => {
      if (this.#arrivalsOf(person) === arrivals) this.#checkLost(person);
    });
  }

  #arrivalsOf(person: PersonId): number {
    return getPerson(this.#arrivals, person) ?? 0;
  }

  #checkLost(person: PersonId): void {
    if (!this.#seemsLost(person)) return;
    if (this.#fellows === null) {
      this.#parts.lost(person);
      return;
    }
    this.#fellows.look().then(
      () => {
        if (this.#seemsLost(person)) this.#parts.lost(person);
      },
      () => {
        // Nobody can tell whether another node has them, nor write it down.
        this.#checkLater(person, blip);
      },
    );
  }

  /** Whether they have no socket, as far as this node knows, and the record still says that their link is up. */
  #seemsLost(person: PersonId): boolean {
    return !this.#closed && !this.#has(person) && linkOf(this.#parts.state(), person) === 'up';
  }

  #has(person: PersonId): boolean {
    return getPerson(this.#devices, person) !== undefined;
  }
}

/** Whether the record says that somebody is away whose link alone brings them back: it is lost, or they left with it. */
export function isAway(state: MeetingState, person: PersonId): boolean {
  const seat = seatOf(state, person);
  const leftWithIt = seat.presence === 'left' && seat.leftCause === 'connection' && seat.channel === 'online';
  return leftWithIt || linkOf(state, person) === 'lost';
}

/** The link of somebody who takes part online; `none` for everybody else. */
export function linkOf(state: MeetingState, person: PersonId): 'up' | 'lost' | 'none' {
  const seat = seatOf(state, person);
  if (seat.presence !== 'present' || seat.channel !== 'online') return 'none';
  return seat.lostAt === null ? 'up' : 'lost';
}

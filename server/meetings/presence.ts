import { seatOf } from '../../shared/meeting/lookup.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import { deletePerson, emptyPersonMap, getPerson, setPerson } from '../../shared/meeting/personMap.ts';
import type { PersonMap } from '../../shared/meeting/personMap.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Ambient } from '../../shared/views/ambient.ts';
import type { Timers } from '../surroundings.ts';

/** A page that is loaded again is away for a moment: nobody is told of a link lost for less than this (ms). */
const blip = 2_000;
/** After a start, how long (ms) those who were connected have to come back before their link counts as lost. */
const settleTime = 10_000;

export interface PresenceParts {
  readonly timers: Timers;
  readonly state: () => MeetingState;
  /** A rehearsal's clock is its player's: a dropped socket is a lost link at that very moment. */
  readonly rehearsal: boolean;
  readonly lost: (person: PersonId) => void;
  readonly back: (person: PersonId) => void;
  /** Who is connected has changed. */
  readonly changed: () => void;
}

/** Which sockets are open, and what follows for people's links. A socket is not an attendance. */
export class Presence {
  readonly #parts: PresenceParts;
  #devices: PersonMap<number> = emptyPersonMap();
  #screens = 0;
  #closed = false;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
  }

  get ambient(): Omit<Ambient, 'joinUrl' | 'profile'> {
    const chair = presidingPerson(this.#parts.state());
    return {
      devices: this.#devices,
      chairConnected: chair !== null && this.#has(chair),
      screensConnected: this.#screens,
    };
  }

  personArrived(person: PersonId): void {
    this.#devices = setPerson(this.#devices, person, (getPerson(this.#devices, person) ?? 0) + 1);
    if (linkOf(this.#parts.state(), person) === 'lost') this.#parts.back(person);
    this.#parts.changed();
  }

  personLeft(person: PersonId): void {
    const left = (getPerson(this.#devices, person) ?? 1) - 1;
    this.#devices = left > 0 ? setPerson(this.#devices, person, left) : deletePerson(this.#devices, person);
    this.#parts.changed();
    if (left > 0) return;
    if (this.#parts.rehearsal) this.#checkLost(person);
    else
      this.#parts.timers.after(blip, () => {
        this.#checkLost(person);
      });
  }

  screenArrived(): void {
    this.#screens += 1;
    this.#parts.changed();
  }

  screenLeft(): void {
    this.#screens -= 1;
    this.#parts.changed();
  }

  /** After a start: those named were connected before, and are lost if they do not come back in time. */
  awaitReturn(people: readonly PersonId[]): void {
    if (people.length === 0) return;
    this.#parts.timers.after(settleTime, () => {
      for (const person of people) this.#checkLost(person);
    });
  }

  /** From now on sockets that close are the server's doing and nobody's lost link. */
  close(): void {
    this.#closed = true;
  }

  #checkLost(person: PersonId): void {
    if (this.#closed || this.#has(person)) return;
    if (linkOf(this.#parts.state(), person) === 'up') this.#parts.lost(person);
  }

  #has(person: PersonId): boolean {
    return getPerson(this.#devices, person) !== undefined;
  }
}

/** The link of somebody who takes part online; `none` for everybody else. */
export function linkOf(state: MeetingState, person: PersonId): 'up' | 'lost' | 'none' {
  const seat = seatOf(state, person);
  if (seat.presence !== 'present' || seat.channel !== 'online') return 'none';
  return seat.lostAt === null ? 'up' : 'lost';
}

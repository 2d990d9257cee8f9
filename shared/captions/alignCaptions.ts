import type { MinutesBlock } from '../minutes/block.ts';
import { meetingTime } from './clock.ts';
import type { CaptionClock } from './clock.ts';
import type { Cue } from './cue.ts';
import { floorOf } from './floorOf.ts';
import type { Slot } from './floorOf.ts';
import { followClock } from './followClock.ts';
import { hintsOf, mentionsOf, pausesBefore } from './hints.ts';
import type { Hint, Mention } from './hints.ts';
import { isNaming, layUnits, usualHabits } from './layUnits.ts';
import type { Habits } from './layUnits.ts';
import { likelyShifts } from './likelyShifts.ts';
import { matchOf } from './matchOf.ts';
import type { CaptionMatch } from './matchOf.ts';
import { ownersOfNames, personsByName } from './nameOwners.ts';
import { SpokenPeople } from './spokenPeople.ts';
import type { CaptionPerson } from './spokenPeople.ts';
import { timelineOf } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { unitsOf } from './units.ts';
import type { Unit } from './units.ts';
import { wordingsOf } from './wording.ts';
import type { Wording } from './wording.ts';

/** A meeting as captions are laid on it. */
export interface CaptionedMeeting {
  readonly blocks: readonly MinutesBlock[];
  readonly people: readonly CaptionPerson[];
  /** Where a running turn is at, epoch ms. */
  readonly now: number;
}

/** A piece of the captions and the turn it came into; null: none. Times are epoch ms of the meeting. */
export interface LaidPiece {
  readonly turn: number | null;
  readonly from: number;
  readonly to: number;
  readonly name: string | null;
  readonly text: string;
  /** The caption it is of, by its place in the file's order. */
  readonly cue: number;
}

export interface LaidCaptions {
  readonly clock: CaptionClock;
  readonly match: CaptionMatch;
  /** In the order of the file. Each of its words is in one of them, once. */
  readonly pieces: readonly LaidPiece[];
}

/** A caption file against one meeting: finds its clock, and lays it out by that clock or any other. */
export class CaptionAligner {
  readonly #slots: readonly Slot[];
  readonly #line: Timeline;
  readonly #people: SpokenPeople;
  readonly #units: readonly Unit[];
  readonly #pauses: Float64Array;
  readonly #wordings: readonly Wording[];
  readonly #hints: readonly Hint[];
  readonly #mentions: readonly Mention[];

  constructor(cues: readonly Cue[], { blocks, people, now }: CaptionedMeeting) {
    this.#slots = floorOf(blocks, now);
    this.#people = new SpokenPeople(people);
    this.#line = timelineOf(this.#slots, people);
    this.#units = unitsOf(cues);
    this.#pauses = pausesBefore(this.#units);
    this.#wordings = wordingsOf(this.#units, this.#people);
    this.#hints = hintsOf(this.#units, this.#wordings, this.#pauses);
    this.#mentions = mentionsOf(this.#units, this.#wordings);
  }

  /** The clock that the speaking pattern speaks for. Null: the meeting has no turns yet. */
  findClock(): CaptionClock | null {
    const [line, units] = [this.#line, this.#units];
    if (!this.#slots.some(({ turn }) => turn !== null)) return null;
    const evidence = {
      line,
      units,
      persons: personsByName(units, this.#people),
      hints: this.#hints,
      mentions: this.#mentions,
    };
    return followClock(
      evidence,
      likelyShifts(line, units, evidence.persons, evidence.hints, evidence.mentions),
    );
  }

  layOut(clock: CaptionClock): LaidCaptions {
    const [line, units] = [this.#line, this.#units];
    const second = (at: number) => (meetingTime(clock, at * 1000) - line.zero) / 1000;
    const from = Float64Array.from(units, (unit) => second(unit.from));
    const to = Float64Array.from(units, (unit) => second(unit.to));
    const middles = from.map((at, index) => (at + (to[index] ?? at)) / 2);
    const owners = ownersOfNames(units, middles, line, this.#people);
    const laying = {
      line,
      units,
      wordings: this.#wordings,
      from,
      to,
      pauses: this.#pauses,
      persons: Int16Array.from(units, ({ name }) => (name === null ? -1 : (owners.get(name) ?? -1))),
    };
    const habits = habitsOf(line, layUnits(laying, usualHabits), from, this.#pauses);
    const slots = layUnits(laying, habits);
    return {
      clock,
      match: matchOf(line, this.#hints, this.#mentions, second, from),
      pieces: units.map(({ name, text, cue }, index) => ({
        turn: this.#slots[slots[index] ?? -1]?.turn ?? null,
        from: Math.round(line.zero + (from[index] ?? 0) * 1000),
        to: Math.round(line.zero + (to[index] ?? 0) * 1000),
        name,
        text,
        cue,
      })),
    };
  }
}

/** How late this meeting's presses are, from the changes that a silence makes plain. */
function habitsOf(line: Timeline, slots: Int32Array, from: Float64Array, pauses: Float64Array): Habits {
  const begins: number[] = [];
  const names: number[] = [];
  slots.forEach((slot, i) => {
    const off = (from[i] ?? 0) - (line.from[slot] ?? 0);
    if (i === 0 || slots[i - 1] === slot || !Number.isFinite(off) || Math.abs(off) > 8) return;
    if (isNaming(line, slot)) names.push(off);
    else if ((pauses[i] ?? 0) >= 0.6) begins.push(off);
  });
  return {
    begins: begins.length >= 8 ? median(begins) : usualHabits.begins,
    names: names.length >= 8 ? median(names) : usualHabits.names,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

import { expect } from 'vitest';
import type { Seat } from '../../shared/features/attendance/state.ts';
import { spokenBy } from '../../shared/features/floor/endTurn.ts';
import type { Spoken } from '../../shared/features/floor/state.ts';
import { parseCommand } from '../../shared/meeting/commands.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Actor, Context } from '../../shared/meeting/context.ts';
import { createMeeting } from '../../shared/meeting/createMeeting.ts';
import { decide } from '../../shared/meeting/decide.ts';
import type { Accepted, Decision } from '../../shared/meeting/decider.ts';
import type { EventData, EventType, MeetingEvent } from '../../shared/meeting/events.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { initialState } from '../../shared/meeting/initialState.ts';
import { seatOf } from '../../shared/meeting/lookup.ts';
import { dueAt, passTime } from '../../shared/meeting/passTime.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import type { Plan } from '../../shared/meeting/plan.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { stamp } from '../../shared/meeting/unfold.ts';
import { actorOf } from './actor.ts';
import type { By } from './actor.ts';
import { planOf } from './plans.ts';
import type { PlanWishes } from './plans.ts';

export { actorOf } from './actor.ts';
export type { By } from './actor.ts';

/**
 * A meeting played through the rules, without a server. Time stands still between steps unless a step says when: a
 * number is seconds since the meeting's start.
 */
export class Played {
  state: MeetingState;
  readonly log: MeetingEvent[];
  private readonly start: number;
  private now: number;

  constructor(plan: Plan = planOf()) {
    this.start = Date.parse(plan.meeting.startsAt);
    this.now = this.start;
    const first = createMeeting('meeting', plan, { at: this.start, actor: actorOf('desk') });
    if (isRefusal(first)) throw new Error(first.en);
    this.log = [first];
    this.state = initialState(first);
  }

  /** Seconds since the start, as `at` takes them. */
  get clock(): number {
    return (this.now - this.start) / 1000;
  }

  /** Sends one command and takes what follows from it. */
  send(by: By, input: CommandInput, at?: number, extra: Pick<Context, 'box'> = {}): Decision {
    const parsed = parseCommand(input);
    if (!parsed.ok) throw new Error(`Not a command: ${parsed.problems.join('; ')}`);
    if (at !== undefined) this.passTo(at);
    const context: Context = { at: this.now, actor: actorOf(by), ...extra };
    const before = this.state;
    const decision = decide(this.state, parsed.command, context);
    expect(this.state, 'deciding changed the state').toBe(before);
    if (!isRefusal(decision)) this.take(decision.events, actorOf(by));
    return decision;
  }

  /** A command that must be carried out. */
  ok(by: By, input: CommandInput, at?: number, extra: Pick<Context, 'box'> = {}): Accepted {
    const decision = this.send(by, input, at, extra);
    if (isRefusal(decision)) throw new Error(`${input.do} by ${by}: ${decision.code}: ${decision.en}`);
    return decision;
  }

  /** A command that must be refused; the answer is why. */
  refused(by: By, input: CommandInput, at?: number, extra: Pick<Context, 'box'> = {}): Refusal {
    const version = this.state.version;
    const decision = this.send(by, input, at, extra);
    if (!isRefusal(decision))
      throw new Error(`${input.do} by ${by} was carried out: ${typesOf(decision.events).join(', ')}`);
    expect(this.state.version).toBe(version);
    expect(decision.ja).not.toBe('');
    expect(decision.en).not.toBe('');
    return decision;
  }

  /** Several commands by one actor that must be carried out. */
  all(by: By, ...inputs: readonly CommandInput[]): this {
    for (const input of inputs) this.ok(by, input);
    return this;
  }

  /** Lets time pass to `at` seconds: what falls due on the way happens when it falls due. */
  passTo(at: number): void {
    const to = this.start + at * 1000;
    for (let due = dueAt(this.state); due !== null && due <= to; due = dueAt(this.state)) {
      this.now = Math.max(this.now, due);
      const events = passTime(this.state, this.now);
      if (events.length === 0) throw new Error('What was due did not happen');
      this.take(events, actorOf('system'));
    }
    this.now = Math.max(this.now, to);
  }

  /** Checks in these members: `2-5` is m02 to m05. Online ones are identified too. */
  present(room: string, online = ''): this {
    for (const who of members(room)) this.ok('desk', { do: 'checkIn', who, channel: 'inRoom' });
    for (const who of members(online)) {
      this.ok('desk', { do: 'checkIn', who, channel: 'online' });
      this.ok('desk', { do: 'confirmIdentity', who });
    }
    return this;
  }

  seat(who: PersonId): Seat {
    return seatOf(this.state, who);
  }

  /** What somebody said on the item on the table. */
  spoken(who: PersonId): Spoken {
    return spokenBy(this.state.floor.spoken, who);
  }

  /** What somebody said in the whole meeting. */
  today(who: PersonId): Spoken {
    return spokenBy(this.state.floor.today, who);
  }

  private take(events: readonly EventData[], actor: Actor): void {
    for (const event of events) {
      const stamped = stamp(event, { at: this.now, actor });
      this.log.push(stamped);
      this.state = evolve(this.state, stamped);
    }
  }
}

/** A meeting of seven, everybody in the room but those online, opened by the chair. */
export function opened(wishes: PlanWishes = {}, room?: string, online = ''): Played {
  const played = new Played(planOf(wishes));
  played.present(room ?? `1-${String(wishes.members ?? 7)}`, online);
  played.ok(wishes.chair === false ? 'desk' : 'm01', { do: 'openMeeting' });
  return played;
}

export function typesOf(events: readonly EventData[]): EventType[] {
  return events.map((event) => event.type);
}

/** The events of one type, in order. */
export function ofType<T extends EventType>(
  events: readonly EventData[],
  type: T,
): Extract<EventData, { type: T }>[] {
  return events.filter((event): event is Extract<EventData, { type: T }> => event.type === type);
}

/** `1-3,5` → m01, m02, m03, m05. */
function members(ranges: string): string[] {
  return ranges
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => `m${String(from + index).padStart(2, '0')}`);
    });
}

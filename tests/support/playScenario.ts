import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseScenario } from '../../server/replay/scenario.ts';
import type { Scenario, ScenarioStep } from '../../server/replay/scenario.ts';
import { boxToOpen } from '../../shared/meeting/boxToOpen.ts';
import { parseCommand } from '../../shared/meeting/commands.ts';
import { createMeeting } from '../../shared/meeting/createMeeting.ts';
import { decide } from '../../shared/meeting/decide.ts';
import type { EventData, MeetingEvent } from '../../shared/meeting/events.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { initialState } from '../../shared/meeting/initialState.ts';
import { madeBy } from '../../shared/meeting/made.ts';
import { dueAt, passTime } from '../../shared/meeting/passTime.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { stamp } from '../../shared/meeting/unfold.ts';
import { actorOf } from './actor.ts';

/** A whole scenario played through the rules alone: no server, no sockets. */
export interface PlayedScenario {
  readonly log: readonly MeetingEvent[];
  readonly state: MeetingState;
  /** The step that was refused although it should not have been; the play stopped there. */
  readonly stopped: { readonly step: ScenarioStep; readonly refusal: Refusal } | null;
}

/** Reads a scenario of the repository: `shared/samples/meguro-2022-2.json`. */
export function scenarioFile(path: string): Scenario {
  return parseScenario(readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8'), path);
}

export function playScenario({ plan, steps }: Scenario): PlayedScenario {
  const first = createMeeting('scenario', plan, {
    at: Date.parse(plan.meeting.startsAt),
    actor: actorOf('desk'),
  });
  if (isRefusal(first)) throw new Error(first.en);
  const log: MeetingEvent[] = [first];
  let state = initialState(first);
  const take = (events: readonly EventData[], at: number, by: string) => {
    for (const event of events) {
      const stamped = stamp(event, { at, actor: actorOf(by) });
      log.push(stamped);
      state = evolve(state, stamped);
    }
  };
  const refs = new Map<string, number>();
  const boxes = new Map<string, string[]>();
  for (const step of steps) {
    for (let due = dueAt(state); due !== null && due <= step.at; due = dueAt(state))
      take(passTime(state, due), due, 'system');
    const fields = Object.entries(step.fields).map(([name, value]) => [
      name,
      typeof value === 'string' && ['turn', 'question', 'opinion', 'promise', 'motion'].includes(name)
        ? (refs.get(value) ?? value)
        : value,
    ]);
    const parsed = parseCommand({ ...Object.fromEntries(fields), do: step.verb });
    if (!parsed.ok) throw new Error(`step ${step.no}: ${parsed.problems.join('; ')}`);
    const by = step.verb === 'loseConnection' || step.verb === 'restoreConnection' ? 'system' : step.by;
    const opens = boxToOpen(state, parsed.command);
    const box = opens === null ? {} : { box: (boxes.get(opens) ?? []).toSorted() };
    const decision = decide(state, parsed.command, { at: step.at, actor: actorOf(by), ...box });
    if (isRefusal(decision)) {
      if (step.expectRefusal === null || !decision.code.startsWith(step.expectRefusal))
        return { log, state, stopped: { step, refusal: decision } };
      continue;
    }
    if (step.expectRefusal !== null) throw new Error(`step ${step.no} was not refused`);
    take(decision.events, step.at, by);
    const { sealed } = decision;
    if (sealed?.deposit !== undefined)
      boxes.set(sealed.box, [...(boxes.get(sealed.box) ?? []), sealed.deposit]);
    const made = madeBy(decision.events);
    if (step.ref !== null && made !== null) refs.set(step.ref, made.no);
  }
  return { log, state, stopped: null };
}

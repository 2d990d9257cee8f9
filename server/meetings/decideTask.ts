import { actorName } from '../../shared/meeting/context.ts';
import type { SealedBallot } from '../../shared/meeting/decider.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { madeBy } from '../../shared/meeting/made.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Task } from './task.ts';

/** What follows from a task, before it is durable. */
export interface Decided {
  readonly task: Task;
  readonly answer: Answer;
  /** Empty for a refusal. */
  readonly events: readonly MeetingEvent[];
  readonly sealed: SealedBallot | undefined;
  readonly after: MeetingState;
}

/** `at`: the meeting's clock; `box`: what the opened ballot box holds, where the task asked for one. */
export function decideTask(
  task: Task,
  state: MeetingState,
  { at: now, box }: { readonly at: number; readonly box: readonly string[] | undefined },
): Decided {
  const at = task.stampedAt ?? Math.max(now, state.at);
  const decision = task.decide(state, { at, actor: task.actor, ...(box === undefined ? {} : { box }) });
  const head = { id: task.commandId };
  if (isRefusal(decision)) {
    const answer: Answer = { ok: false, ...head, version: state.version, refusal: decision };
    return { task, answer, events: [], sealed: undefined, after: state };
  }
  const by = actorName(task.actor);
  const events = decision.events.map((event): MeetingEvent => ({ ...event, at, by }));
  const after = events.reduce(evolve, state);
  const made = madeBy(decision.events);
  const answer: Answer = {
    ok: true,
    ...head,
    version: after.version,
    at,
    ...(made === null ? {} : { made }),
  };
  return { task, answer, events, sealed: decision.sealed, after };
}

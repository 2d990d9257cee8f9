import { planProblem, rulesProblem } from '../features/plan/checkPlan.ts';
import { actorName } from './context.ts';
import type { Context } from './context.ts';
import type { MeetingEvent } from './events.ts';
import type { Plan } from './plan.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** The first event of a meeting's log, or why the plan cannot be held. The plan's shape was checked before. */
export function createMeeting(
  meeting: string,
  plan: Plan,
  context: Pick<Context, 'at' | 'actor'>,
  rehearsal = false,
): MeetingEvent<'MeetingCreated'> | Refusal {
  const problem = planProblem(plan);
  if (problem !== null) return refuse('plan/bad-plan', problem.ja, problem.en);
  const contradiction = rulesProblem(plan);
  if (contradiction !== null) return contradiction;
  return {
    type: 'MeetingCreated',
    meeting,
    plan,
    rehearsal,
    at: context.at,
    by: actorName(context.actor),
  };
}

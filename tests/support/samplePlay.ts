import sample from '../../shared/samples/meguro-2022-2.json' with { type: 'json' };
import { Player } from '../../server/replay/player.ts';
import { parseScenario } from '../../server/replay/scenario.ts';
import type { Scenario } from '../../server/replay/scenario.ts';
import type { PlayerSession } from '../../server/replay/seat.ts';

/** A step that the sample does not have, in the words of a scenario file. */
export interface ExtraStep {
  readonly at: string;
  readonly by: string;
  readonly do: string;
  readonly [field: string]: unknown;
}

/** Where the play holds still, HH:MM:SS since the start, and what is done there. */
export interface Moment {
  readonly at: string;
  readonly hold: () => Promise<void>;
}

/** The bundled sample with further steps; one for the same moment, actor and verb takes the place of the sample's. */
export function sampleWith(extra: readonly ExtraStep[]): Scenario {
  const steps: ExtraStep[] = sample.steps.map((step) => ({ ...step }));
  for (const step of extra) {
    const same = steps.findIndex((one) => one.at === step.at && one.by === step.by && one.do === step.do);
    const later = steps.findIndex((one) => one.at > step.at);
    if (same >= 0) steps[same] = step;
    else steps.splice(later < 0 ? steps.length : later, 0, step);
  }
  return parseScenario(JSON.stringify({ ...sample, steps }), 'sample');
}

/**
 * Plays a scenario into a rehearsal meeting and holds still at each moment, with the meeting's clock on the second.
 * @throws StepFailed at a step that is refused
 */
export async function playHolding(
  session: PlayerSession,
  meeting: string,
  { plan, steps }: Scenario,
  moments: readonly Moment[],
): Promise<void> {
  const start = Date.parse(plan.meeting.startsAt);
  const left = moments.map(({ at, hold }) => ({ at: start + seconds(at) * 1000, hold }));
  const player = new Player(session, meeting);
  let now = steps[0]?.at ?? start;
  await player.play(steps, async (gap) => {
    const next = now + gap;
    for (let moment = left[0]; moment !== undefined && moment.at < next; moment = left[0]) {
      left.shift();
      await player.passTime(moment.at - now);
      now = moment.at;
      await moment.hold();
    }
    now = next;
  });
}

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

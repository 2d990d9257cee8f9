import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { DeskClient } from '../../server/replay/deskClient.ts';
import { atOnce } from '../../server/replay/pace.ts';
import { Player } from '../../server/replay/player.ts';
import type { Pace } from '../../server/replay/player.ts';
import { parseScenario } from '../../server/replay/scenario.ts';
import { sampleScenario } from '../support/replayProgram.ts';
import { ServerProgram } from '../support/serverProgram.ts';

let server: ServerProgram;
let desk: DeskClient;

beforeAll(async () => {
  await ensureBuilt('product');
  server = await ServerProgram.start();
  desk = await DeskClient.open(server.deskLink);
}, 300_000);

afterAll(async () => {
  await server.stop();
});

interface Outcome {
  readonly state: unknown;
  readonly text: string;
}

/** Plays the sample meeting; `before` runs when so many steps are done. */
async function play(before: Pace, attempts?: number): Promise<Outcome> {
  const { plan, steps } = parseScenario(JSON.stringify(await sampleScenario()));
  const at = steps[0]?.at ?? 0;
  const meeting = await desk.createMeeting({ plan, rehearsal: true, at });
  const session = attempts === undefined ? desk.session : { ...desk.session, attempts };
  await new Player(session, meeting).play(steps, before);
  const state = JSON.parse(String(await desk.download(`/api/meetings/${meeting}/state`))) as unknown;
  return { state, text: String(await desk.minutes(meeting, 'text', plan.profile)) };
}

describe('a scenario on a server that goes away', () => {
  test('[X20] and comes back, killed twice, has the same results and the same minutes', async () => {
    const undisturbed = await play(atOnce);
    let step = 0;
    const returns: Promise<void>[] = [];
    const disturbed = await play(async () => {
      step += 1;
      // The player goes on at once, while the server is still on its way.
      if (step === 90) returns.push(server.kill().then(() => server.startAgain()));
      if (step === 200) await server.kill().then(() => server.startAgain());
    });
    await Promise.all(returns);
    expect(step).toBeGreaterThan(200);
    expect(disturbed).toEqual(undisturbed);
  });

  test('[X20] and does not, ends with a sentence', async () => {
    let step = 0;
    const played = play(async () => {
      step += 1;
      if (step === 90) await server.kill();
    }, 2);
    await expect(played).rejects.toThrow('The server went away and did not come back.');
    await server.startAgain();
  });
});

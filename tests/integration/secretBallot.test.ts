import { afterEach, describe, expect, test } from 'vitest';
import type { StateReport } from '../../shared/views/stateReport.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

afterEach(async () => {
  await server.stop();
});

describe('a secret ballot through the server', () => {
  test('[S25] the box is opened at the close alone, and nothing that is stored says who chose what', async () => {
    server = await TestServer.start();
    const { id, chair } = await holdMeeting(server);
    const people = ['m02', 'm03', 'm04', 'm05', 'm06', 'm07'];
    const voters = await Promise.all(people.map((who) => server.joinAs(id, who, 'member')));
    await chair.must({ do: 'openVote', item: 'i1', method: 'secretBallot' });
    // All at once, and the close right behind them: the box must hold every ballot before it is opened.
    const casts = voters.map((one, i) =>
      one.must({ do: 'castVote', item: 'i1', choice: i % 2 === 0 ? 'yes' : 'no' }),
    );
    await Promise.all(casts);
    await chair.must({ do: 'closeVote', item: 'i1' });
    const report = await server.fetch(`/api/meetings/${id}/state`, { session: await server.desk() });
    expect(((await report.json()) as StateReport).items[0]?.votes).toMatchObject([
      {
        method: 'secretBallot',
        eligible: 6,
        counts: { yes: 3, no: 3, abstain: 0, unaccounted: 0 },
        tie: true,
      },
    ]);
    const log = await (
      await server.fetch(`/api/meetings/${id}/log`, { session: await server.desk() })
    ).text();
    const cast = log.split('\n').filter((line) => line.includes('SecretBallotCast'));
    expect(cast).toHaveLength(6);
    for (const line of cast) expect(line).not.toMatch(/"(yes|no)"/);
  });
});

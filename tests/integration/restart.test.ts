import { afterEach, describe, expect, test } from 'vitest';
import { holdMeeting } from '../support/heldMeeting.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

afterEach(async () => {
  await server.stop();
});

describe('a restart', () => {
  test('[S23] everything is as it was, and a resend over the restart gets the first answer', async () => {
    server = await TestServer.start();
    const { id, desk, chair } = await holdMeeting(server);
    const session = await server.sessionOf(id, 'm03');
    const member = await server.join(session, id, 'member');
    await chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
    const first = await member.must({ do: 'castVote', item: 'i1', choice: 'yes', id: 'my-ballot' });
    await desk.reach(first.version);
    const { meeting, vote, floor, agenda } = desk.view;
    await server.restart();
    const deskAgain = await server.join(await server.desk(), id, 'desk');
    expect(deskAgain.view).toMatchObject({ meeting, vote, floor, agenda, version: first.version });
    expect(deskAgain.at.epoch).not.toBe(desk.at.epoch);
    const back = await server.client(session);
    const joined = await back.join({ meeting: id, audience: 'member', have: member.at });
    expect(joined.view).toBeDefined();
    expect(back.me?.ballot).toMatchObject({ choice: 'yes' });
    const again = await back.send({ do: 'castVote', item: 'i1', choice: 'yes', id: 'my-ballot' });
    expect(again).toEqual(first);
    expect(deskAgain.view.version).toBe(first.version);
  });

  test('[S24] an end in order answers what was accepted', async () => {
    server = await TestServer.start();
    const { id } = await holdMeeting(server);
    const member = await server.joinAs(id, 'm03', 'member');
    const answers = Array.from({ length: 20 }, (_, i) =>
      member.send({ do: i % 2 === 0 ? 'raiseHand' : 'lowerHand', id: `last-${String(i)}` }),
    );
    await answers[0];
    const closed = member.closed();
    const ended = server.restart();
    await closed;
    await ended;
    const given = await Promise.all(answers.map(async (one) => Promise.race([one, Promise.resolve(null)])));
    const back = await server.joinAs(id, 'm03', 'member');
    for (const [i, answer] of given.entries()) {
      if (answer === null) continue;
      const again = await back.send({
        do: i % 2 === 0 ? 'raiseHand' : 'lowerHand',
        id: `last-${String(i)}`,
      });
      if (answer.ok) expect(again).toEqual(answer);
    }
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

afterEach(async () => {
  await server.stop();
});

describe('a meeting through real sockets', () => {
  test('[S1] a command is answered when it is durable, and every screen shows what followed', async () => {
    server = await TestServer.start();
    const meeting = await server.makeMeeting(planOf());
    const desk = await server.join(await server.desk(), meeting, 'desk');
    for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
      await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
    const chair = await server.joinAs(meeting, 'm01', 'chair');
    const member = await server.joinAs(meeting, 'm03', 'member');
    await chair.must({ do: 'openMeeting' });
    await chair.must({ do: 'startItem', item: 'i1' });
    const answer = await member.must({ do: 'raiseHand' });
    await Promise.all([chair, desk, member].map((one) => one.reach(answer.version)));
    for (const { view } of [chair, desk, member])
      expect(view.floor.queue.map((line) => line.who)).toEqual(['m03']);
  });

  test('[S54] who joins again on the same line is told whether the store waits: its return may have been missed', async () => {
    server = await TestServer.start();
    const meeting = await server.makeMeeting(planOf());
    const desk = await server.join(await server.desk(), meeting, 'desk');
    expect(desk.stores).toEqual([]);
    await desk.tryJoin({ meeting, audience: 'desk' });
    await desk.until(() => desk.stores.length > 0);
    expect(desk.stores).toEqual([false]);
  });
});

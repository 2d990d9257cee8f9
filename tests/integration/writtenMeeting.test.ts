import { afterEach, describe, expect, test } from 'vitest';
import { manualSurroundings } from '../support/manualSurroundings.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

afterEach(async () => {
  await server.stop();
});

const hour = 3600_000;

describe('a meeting in writing over sockets', () => {
  test('[W10] its chair replies on the member’s page and may look at how it stands, before and after the dispatch', async () => {
    server = await TestServer.start();
    const id = await server.makeMeeting(planOf({ mode: 'written' }));
    const desk = await server.join(await server.desk(), id, 'desk');
    const session = await server.sessionOf(id, 'm01');
    expect(session.url).toContain('/member?');
    const chair = await server.join(session, id, 'chair');
    const member = await server.join(session, id, 'member');
    expect((await server.sessionOf(id, 'm02')).url).toContain('/member?');
    await expect(server.joinAs(id, 'm03', 'chair')).rejects.toThrow('server/not-your-screen');
    await desk.must({ do: 'dispatch', documents: ['資料１'] });
    await desk.must({ do: 'openRound', round: 'decisions' });
    const { version } = await member.must({ do: 'submitDecision', item: 'i1', choice: 'yes' });
    await chair.reach(version);
    expect(chair.view.writtenStanding?.interim['i1']?.counts.yes).toBe(1);
    expect([...chair.rejoins, ...member.rejoins]).toEqual([]);
    await member.until(() => member.me?.written?.decisions['i1'] !== undefined);
  });

  test('[W3, W8] what comes after the deadline is kept and late, by the server’s clock, also after a restart', async () => {
    const world = manualSurroundings();
    server = await TestServer.start({ surroundings: world });
    const id = await server.makeMeeting(planOf({ mode: 'written' }));
    const session = await server.desk();
    const desk = await server.join(session, id, 'desk');
    const phone = await server.sessionOf(id, 'm02');
    const deadline = world.clock.now() + 2 * hour;
    await desk.must({ do: 'dispatch', documents: [] });
    await desk.must({ do: 'openRound', round: 'decisions', deadline });
    const before = await server.join(phone, id, 'member');
    await before.must({ do: 'submitDecision', item: 'i1', choice: 'no' });
    await server.restart();
    world.pass(2 * hour + 1);
    const member = await server.join(phone, id, 'member');
    expect(member.me?.written?.decisions['i1']).toMatchObject({ choice: 'no', late: false });
    await member.must({ do: 'submitDecision', item: 'i2', choice: 'yes' });
    // The one in time stands, whatever is sent later.
    await member.must({ do: 'submitDecision', item: 'i1', choice: 'yes' });
    const later = await server.join(phone, id, 'member');
    expect(later.me?.written?.decisions).toMatchObject({
      i1: { choice: 'no', late: false },
      i2: { choice: 'yes', late: true },
    });
    const again = await server.join(session, id, 'desk');
    expect(again.view.writtenBook?.replies['m02']).toMatchObject({ late: true, missing: [] });
    expect(again.view.writtenBook?.interim['i2']?.counts).toMatchObject({ yes: 0, unaccounted: 7 });
  });
});

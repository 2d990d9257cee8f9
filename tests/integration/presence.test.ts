import { afterEach, describe, expect, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { manualSurroundings } from '../support/manualSurroundings.ts';
import type { ManualSurroundings } from '../support/manualSurroundings.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestClient } from '../support/testClient.ts';

let server: TestServer;
let world: ManualSurroundings;

afterEach(async () => {
  await server.stop();
});

/** A meeting with m03 taking part online from a phone. The view is looked at again after each moment that passes. */
async function onlineMeeting() {
  world = manualSurroundings();
  server = await TestServer.start({ surroundings: world });
  const id = await server.makeMeeting(planOf());
  const deskSession = await server.desk();
  const desk = await server.join(deskSession, id, 'desk');
  const phone = await server.sessionOf(id, 'm03');
  const member = await server.join(phone, id, 'member');
  for (const who of ['m01', 'm02', 'm04', 'm05', 'm06'])
    await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
  await desk.must({ do: 'checkIn', who: 'm03', channel: 'online' });
  await desk.must({ do: 'confirmIdentity', who: 'm03' });
  await desk.must({ do: 'openMeeting' });
  return { id, desk, deskSession, phone, member };
}

/** Lets so much time pass, and then what the line gathers meanwhile go out. */
async function seen(desk: TestClient<'desk'>, condition: () => boolean): Promise<void> {
  while (!condition()) {
    world.pass(200);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('links of people', () => {
  test('[S20] a phone that is away for a moment is no lost link', async () => {
    const { id, desk, phone, member } = await onlineMeeting();
    member.close();
    await seen(desk, () => desk.view.seats['m03']?.devices === 0);
    const before = world.clock.ticks();
    const back = await server.join(phone, id, 'member');
    expect(world.clock.ticks() - before).toBeLessThan(2000);
    world.pass(60_000);
    await desk.must({ do: 'raiseHand', who: 'm04' });
    await seen(desk, () => desk.view.floor.queue.length === 1);
    expect(desk.view.seats['m03']).toMatchObject({ lostAt: null, devices: 1, presence: 'present' });
    back.close();
  });

  test('[S20] a link that stays away is lost, its hand stands, and the rule follows when the grace is over', async () => {
    const { desk, member } = await onlineMeeting();
    await member.must({ do: 'raiseHand' });
    member.close();
    await seen(desk, () => desk.view.seats['m03']?.lostAt != null);
    expect(desk.view.floor.queue).toMatchObject([{ who: 'm03', lost: true }]);
    await seen(desk, () => desk.view.seats['m03']?.presence === 'left');
    expect(desk.view.seats['m03']?.leftAt).not.toBeNull();
    expect(desk.view.floor.queue).toEqual([]);
  });

  test('[S20] who comes back within the grace is back', async () => {
    const { id, desk, phone, member } = await onlineMeeting();
    member.close();
    await seen(desk, () => desk.view.seats['m03']?.lostAt != null);
    await server.join(phone, id, 'member');
    await seen(desk, () => desk.view.seats['m03']?.lostAt === null);
    expect(desk.view.seats['m03']?.presence).toBe('present');
  });

  test('[A7] who comes back after the grace has re-entered, by the link alone', async () => {
    const { id, desk, phone, member } = await onlineMeeting();
    member.close();
    await seen(desk, () => desk.view.seats['m03']?.presence === 'left');
    await server.join(phone, id, 'member');
    await seen(desk, () => desk.view.seats['m03']?.presence === 'present');
    expect(desk.view.seats['m03']).toMatchObject({ channel: 'online', lostAt: null });
    expect(desk.view.seats['m03']?.identifiedAt).not.toBeNull();
  });

  test('[A7, A8] who comes back while ballots are taken has re-entered at once, and votes from the next vote on', async () => {
    const { id, desk, phone, member } = await onlineMeeting();
    const chair = await server.joinAs(id, 'm01', 'chair');
    await chair.must({ do: 'startItem', item: 'i1' });
    member.close();
    await seen(desk, () => desk.view.seats['m03']?.presence === 'left');
    await chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
    const back = await server.join(phone, id, 'member');
    await seen(desk, () => desk.view.seats['m03']?.presence === 'present');
    expect(await back.send({ do: 'castVote', item: 'i1', choice: 'yes' })).toMatchObject({ ok: false });
  });

  test('[S20] of two devices one may go', async () => {
    const { id, desk, phone, member } = await onlineMeeting();
    await server.join(phone, id, 'member');
    await seen(desk, () => desk.view.seats['m03']?.devices === 2);
    member.close();
    await seen(desk, () => desk.view.seats['m03']?.devices === 1);
    world.pass(5000);
    await desk.must({ do: 'raiseHand', who: 'm04' });
    await seen(desk, () => desk.view.floor.queue.length === 1);
    expect(desk.view.seats['m03']?.lostAt).toBeNull();
  });

  test('[S21] after a restart those who were connected have ten seconds to come back', async () => {
    const { id, deskSession } = await onlineMeeting();
    await server.restart();
    const desk = await server.join(deskSession, id, 'desk');
    world.pass(9_000);
    await desk.must({ do: 'raiseHand', who: 'm04' });
    await seen(desk, () => desk.view.floor.queue.length === 1 || desk.view.seats['m03']?.lostAt != null);
    expect(desk.view.seats['m03']?.lostAt).toBeNull();
    await seen(desk, () => desk.view.seats['m03']?.lostAt != null);
  });

  test('[S21] after a restart who comes back in time was never lost', async () => {
    const { id, deskSession, phone } = await onlineMeeting();
    await server.restart();
    const desk = await server.join(deskSession, id, 'desk');
    await server.join(phone, id, 'member');
    world.pass(60_000);
    await desk.must({ do: 'raiseHand', who: 'm04' });
    await seen(desk, () => desk.view.floor.queue.length === 1);
    expect(desk.view.seats['m03']?.lostAt).toBeNull();
    const log = await (await server.fetch(`/api/meetings/${id}/log`, { session: deskSession })).text();
    expect(log).not.toContain('ConnectionLost');
  });

  test('[S22] the time of the record never runs backwards, whatever the machine’s clock does', async () => {
    const { desk } = await onlineMeeting();
    const first = await desk.must({ do: 'raiseHand', who: 'm04' });
    world.setClock(first.at - 24 * 3600_000);
    const second = await desk.must({ do: 'lowerHand', who: 'm04' });
    expect(second.at).toBe(first.at);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planOf, startsAt } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(async () => {
  await server.stop();
});

const minute = 60_000;

describe('a rehearsal', () => {
  test('[S18] runs on its player’s clock, which never runs backwards', async () => {
    const id = await server.makeMeeting(planOf(), { rehearsal: true });
    const desk = await server.join(await server.desk(), id, 'desk');
    const answer = await desk.must({ do: 'checkIn', who: 'm03', channel: 'inRoom', at: startsAt + minute });
    expect(answer.at).toBe(startsAt + minute);
    const back = await desk.must({ do: 'checkIn', who: 'm04', channel: 'inRoom', at: startsAt });
    expect(back.at).toBe(startsAt + minute);
    expect(await desk.raw('advance', { to: startsAt + 5 * minute })).toEqual({
      ok: true,
      now: startsAt + 5 * minute,
    });
    expect(await desk.raw('advance', { to: startsAt })).toEqual({ ok: true, now: startsAt + 5 * minute });
    expect((await desk.must({ do: 'checkIn', who: 'm05', channel: 'inRoom' })).at).toBe(
      startsAt + 5 * minute,
    );
  });

  test('[S18] the desk looks and acts as anybody in it, and the log says who', async () => {
    const id = await server.makeMeeting(planOf(), { rehearsal: true });
    const session = await server.desk();
    const desk = await server.join(session, id, 'desk');
    for (const who of ['m01', 'm02', 'm03', 'm04'])
      await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
    await desk.must({ do: 'openMeeting' });
    const member = await server.join(session, id, 'member', 'm03');
    expect(member.me?.person).toBe('m03');
    const { version } = await member.must({ do: 'raiseHand', at: startsAt + minute });
    await desk.reach(version);
    expect(desk.view.floor.queue).toMatchObject([
      { who: 'm03', source: 'self', raisedAt: startsAt + minute },
    ]);
    const log = await (await server.fetch(`/api/meetings/${id}/log`, { session })).text();
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: { by: string; type: string } });
    expect(lines[0]?.event).toMatchObject({ type: 'MeetingCreated', rehearsal: true });
    expect(lines.at(-1)?.event).toMatchObject({ type: 'HandRaised', by: 'm03' });
  });

  test('[S18] what falls due happens at its own moment while the clock moves on', async () => {
    const id = await server.makeMeeting(planOf(), { rehearsal: true });
    const session = await server.desk();
    const desk = await server.join(session, id, 'desk');
    const member = await server.join(session, id, 'member', 'm03');
    for (const who of ['m01', 'm02', 'm04', 'm05', 'm06'])
      await desk.must({ do: 'checkIn', who, channel: 'inRoom', at: startsAt });
    await desk.must({ do: 'checkIn', who: 'm03', channel: 'online' });
    await desk.must({ do: 'confirmIdentity', who: 'm03' });
    await desk.must({ do: 'openMeeting', at: startsAt + minute });
    member.close();
    await desk.until(() => desk.view.seats['m03']?.lostAt === startsAt + minute);
    await desk.raw('advance', { to: startsAt + 10 * minute });
    await desk.until(() => desk.view.seats['m03']?.presence === 'left');
    expect(desk.view.seats['m03']?.leftAt).toBe(startsAt + minute);
    const log = await (await server.fetch(`/api/meetings/${id}/log`, { session })).text();
    const left = log
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { type: string; at: number; by: string } }).event)
      .find(({ type }) => type === 'Left');
    expect(left).toMatchObject({ at: startsAt + 2 * minute, by: 'system' });
  });

  test('[S19] a real meeting takes neither a clock nor another’s name from anybody', async () => {
    const id = await server.makeMeeting(planOf());
    const desk = await server.join(await server.desk(), id, 'desk');
    const answer = await desk.send({ do: 'checkIn', who: 'm03', channel: 'inRoom', at: startsAt });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'server/not-rehearsal' } });
    expect(await desk.raw('advance', { to: startsAt })).toMatchObject({ ok: false });
    const as = await desk.tryJoin({ meeting: id, audience: 'desk', as: 'm03' });
    expect(as).toMatchObject({ ok: false, refusal: { code: 'server/not-rehearsal' } });
  });

  test('[S19] nobody but the desk plays a rehearsal', async () => {
    const id = await server.makeMeeting(planOf(), { rehearsal: true });
    const member = await server.joinAs(id, 'm03', 'member');
    expect(await member.raw('advance', { to: startsAt + minute })).toMatchObject({ ok: false });
    const stamped = await member.send({ do: 'lowerHand', at: startsAt + minute });
    expect(stamped).toMatchObject({ ok: false, refusal: { code: 'server/not-rehearsal' } });
    const as = await member.tryJoin({ meeting: id, audience: 'member', as: 'm04' });
    expect(as).toMatchObject({ ok: false, refusal: { code: 'server/only-desk' } });
  });
});

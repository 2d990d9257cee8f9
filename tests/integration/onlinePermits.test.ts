import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/protocol/messages.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(async () => {
  await server.stop();
});

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.refusal.code);

describe('leave to take part online, over sockets', () => {
  test('[A21, A22, A24] a phone asks, the chair’s tablet answers, the phone joins, and the minutes tell it', async () => {
    const id = await server.makeMeeting(planOf());
    const desk = await server.join(await server.desk(), id, 'desk');
    for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
      await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
    const chair = await server.joinAs(id, 'm01', 'chair');
    const phone = await server.joinAs(id, 'm06', 'member');
    const other = await server.joinAs(id, 'm07', 'member');
    expect(phone.me?.online).toMatchObject({ leave: 'ask', by: 'chair' });
    expect(codeOf(await phone.send({ do: 'checkIn', who: 'm06', channel: 'online' }))).toBe(
      'attendance/needs-leave',
    );
    const asked = await phone.must({ do: 'askOnline', reason: '入院のため' });
    await Promise.all([chair.reach(asked.version), other.reach(asked.version)]);
    expect(chair.view.permits?.waiting).toMatchObject([{ who: 'm06', reason: '入院のため' }]);
    expect(JSON.stringify([other.view, other.me])).not.toContain('入院のため');
    expect(codeOf(await other.send({ do: 'permitOnline', people: ['m06'] }))).toBe(
      'permission/chair-or-desk',
    );
    await chair.must({ do: 'permitOnline', people: ['m06'] });
    await phone.until(() => phone.me?.online?.leave === 'permitted');
    const joined = await phone.must({ do: 'checkIn', who: 'm06', channel: 'online' });
    await desk.reach(joined.version);
    expect(desk.view.seats['m06']).toMatchObject({ presence: 'present', permit: 'permitted' });
    const csv = await server.fetch(`/api/meetings/${id}/minutes?format=attendance.csv`, {
      session: await server.desk(),
    });
    expect(await csv.text()).toMatch(/委員06.*会長の許可/);
  });

  test('[A22, A23] the members consent on their phones; who has their consent counts, also after a restart', async () => {
    const rules = { online: { allowedWhen: 'majorityConsent' as const } };
    const id = await server.makeMeeting(planOf({ rules }));
    let desk = await server.join(await server.desk(), id, 'desk');
    for (const who of ['m01', 'm02', 'm03']) await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
    await desk.must({ do: 'askOnline', who: 'm06' });
    await desk.must({ do: 'checkIn', who: 'm06', channel: 'online' });
    await desk.must({ do: 'confirmIdentity', who: 'm06' });
    await desk.until(() => desk.view.seats['m06']?.permit === 'asked');
    expect(desk.view.quorum.present).toBe(3);
    for (const who of ['m02', 'm03', 'm04']) {
      const phone = await server.joinAs(id, who, 'member');
      expect(phone.view.permits?.waiting.map((line) => line.who)).toEqual(['m06']);
      await phone.must({ do: 'consentOnline', about: 'm06', agree: true });
    }
    expect(codeOf(await desk.send({ do: 'permitOnline', people: ['m06'] }))).toBe('attendance/consent-short');
    await desk.must({ do: 'consentOnline', about: 'm06', agree: true, who: 'm05' });
    await desk.must({ do: 'permitOnline', people: ['m06'] });
    await desk.until(() => desk.view.quorum.present === 4);
    await server.restart();
    desk = await server.join(await server.desk(), id, 'desk');
    expect(desk.view.seats['m06']?.permit).toBe('permitted');
    expect([desk.view.quorum.present, desk.view.quorum.met]).toEqual([4, true]);
    const log = await server.fetch(`/api/meetings/${id}/log`, { session: await server.desk() });
    const events = (await log.text())
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: object }).event);
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'OnlinePermitted', who: 'm06', by: 'desk' },
      ...{ how: 'named', yes: 4, no: 0, needed: 4 },
    });
  });
});

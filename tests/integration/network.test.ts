import { afterEach, describe, expect, test } from 'vitest';
import type { ViewPatch } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;

afterEach(async () => {
  await server.stop();
});

describe('views on their way', () => {
  test('[N4] for every audience, the view it joined with and all patches make the view that a newcomer gets', async () => {
    server = await TestServer.start();
    const { id, desk, chair } = await holdMeeting(server);
    const observers = await server.makeLinks(id, { role: 'observer' });
    const screens = await server.makeLinks(id, { role: 'screen' });
    const listeners = [
      desk,
      chair,
      await server.joinAs(id, 'm03', 'member'),
      await server.join(await server.open(observers[0]?.url ?? ''), id, 'observer'),
      await server.join(await server.open(screens[0]?.url ?? ''), id, 'screen'),
    ] as const;
    const audiences = ['desk', 'chair', 'member', 'observer', 'screen'] as const;
    await desk.must({ do: 'raiseHand', who: 'm04' });
    await desk.must({ do: 'recognize', who: 'm04' });
    await desk.must({ do: 'yieldFloor' });
    await chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
    const voters = await Promise.all(['m04', 'm05', 'm06'].map((who) => server.joinAs(id, who, 'member')));
    await Promise.all(voters.map((one) => one.must({ do: 'castVote', item: 'i1', choice: 'yes' })));
    for (const one of voters) one.close();
    const { version } = await desk.must({ do: 'setScreen', scene: 'agenda' });
    await desk.until(() => ['m04', 'm05', 'm06'].every((who) => desk.view.seats[who]?.devices === 0));
    await Promise.all(listeners.map((one) => one.reach(version)));
    const newcomer = await server.client(await server.desk());
    for (const [index, audience] of audiences.entries()) {
      await newcomer.join({ meeting: id, audience });
      const listener = listeners[index];
      await listener?.until(() => listener.at.revision >= newcomer.at.revision);
      expect(listener?.view, audience).toEqual(newcomer.view);
      expect(listener?.at).toEqual(newcomer.at);
    }
  });

  test('[N5] a screen that comes back gets what it missed and no more', async () => {
    server = await TestServer.start();
    const { id, desk, chair } = await holdMeeting(server);
    const session = await server.sessionOf(id, 'm03');
    const member = await server.join(session, id, 'member');
    await server.joinAs(id, 'm04', 'member');
    const have = member.at;
    const before = member.view;
    member.close();
    await desk.must({ do: 'raiseHand', who: 'm05' });
    const { version } = await chair.must({ do: 'recognize', who: 'm05' });
    const back = await server.client(session);
    const other = await server.join(await server.sessionOf(id, 'm06'), id, 'member');
    await other.reach(version);
    const joined = await back.tryJoin({ meeting: id, audience: 'member', have });
    if (!joined.ok) throw new Error(joined.refusal.code);
    expect(joined.view).toBeUndefined();
    const patches: readonly ViewPatch[] = joined.patches ?? [];
    expect(patches.map(({ from }) => from)).toEqual(patches.map((_, i) => have.revision + i));
    expect(patches.reduce((view, { patch }) => applyPatch(view, patch), before)).toEqual(other.view);
    const upToDate = await back.tryJoin({ meeting: id, audience: 'member', have: joined.at });
    expect(upToDate).toMatchObject({ ok: true, patches: [] });
  });

  test('[N5] an offset of another process, or one too far back, gets the whole view', async () => {
    server = await TestServer.start();
    const { id, desk } = await holdMeeting(server);
    const { epoch, revision } = desk.at;
    const client = await server.client(await server.desk());
    for (const have of [
      { epoch: 'another', revision },
      { epoch, revision: revision + 1 },
      { epoch, revision: 0 },
    ]) {
      const joined = await client.tryJoin({ meeting: id, audience: 'desk', have });
      expect(joined).toMatchObject({ ok: true, view: { meeting: { id } } });
    }
  });

  test('[N6] what belongs to one person goes to that person’s devices alone', async () => {
    server = await TestServer.start();
    const { id, chair } = await holdMeeting(server);
    const session = await server.sessionOf(id, 'm03');
    const [phone, tablet, neighbour] = [
      await server.join(session, id, 'member'),
      await server.join(session, id, 'member'),
      await server.joinAs(id, 'm04', 'member'),
    ];
    await chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
    await phone.must({ do: 'castVote', item: 'i1', choice: 'no' });
    await Promise.all([phone, tablet].map((one) => one.until(() => one.me?.ballot?.choice === 'no')));
    const { version } = await neighbour.must({ do: 'castVote', item: 'i1', choice: 'yes' });
    await neighbour.until(() => neighbour.me?.ballot?.choice === 'yes');
    await neighbour.reach(version);
    expect(neighbour.me?.person).toBe('m04');
    expect(JSON.stringify(neighbour.patches)).not.toContain('"no"');
  });

  test('[N7] a page of another version is told to reload', async () => {
    server = await TestServer.start();
    const id = await server.makeMeeting(planOf());
    const client = await server.client(await server.desk());
    const old = { protocol: protocolVersion - 1, meeting: id, audience: 'desk' };
    expect(await client.raw('join', old)).toMatchObject({ ok: false, refusal: { code: 'server/reload' } });
  });

  test('[N8] the minutes are followed from any position, and each new or changed block comes', async () => {
    server = await TestServer.start();
    const { id, desk } = await holdMeeting(server);
    const first = (await desk.raw('minutes', { from: 0 })) as { to: number; blocks: { id: string }[] };
    expect(first.to).toBe(desk.view.version);
    expect(first.blocks.length).toBeGreaterThan(0);
    const heard: { id: string; type: string; text: string }[] = [];
    const waiting = new Promise<void>((resolve) => {
      desk.socket.on('minutes', ({ blocks }) => {
        heard.push(...blocks);
        if (heard.some(({ text }) => text === '資料に誤りあり')) resolve();
      });
    });
    await desk.must({ do: 'note', text: '資料に誤りあり' });
    await waiting;
    expect(heard.map(({ type }) => type)).toContain('note');
    expect(await desk.raw('minutes', { from: desk.view.version })).toMatchObject({ blocks: [] });
    const member = await server.joinAs(id, 'm03', 'member');
    const theirs = (await member.raw('minutes', { from: 0 })) as { blocks: { type: string }[] };
    expect(theirs.blocks.some(({ type }) => type === 'note')).toBe(false);
  });
});

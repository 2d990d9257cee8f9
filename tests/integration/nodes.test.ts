import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../server/openStore.ts';
import type { Surroundings } from '../../server/surroundings.ts';
import { openRedisStore } from '../../server/log/redis/redisStore.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import { planOf } from '../support/plans.ts';
import { startRedisServer } from '../support/redisServer.ts';
import type { RedisServer } from '../support/redisServer.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestClient } from '../support/testClient.ts';
import { testSurroundings } from '../support/surroundings.ts';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import type { ReplacedReport } from '../../shared/protocol/api.ts';

let redis: RedisServer;
let a: TestServer;
let b: TestServer;

const startNodes = async () => {
  a = await TestServer.start({ config: { redisUrl: redis.url } });
  b = await TestServer.start({ config: { redisUrl: redis.url } });
};

beforeAll(async () => {
  redis = await startRedisServer();
});
afterEach(async () => {
  await Promise.all([a.stop(), b.stop()]);
});
afterAll(async () => {
  await redis.stop();
});

/** The log as a third party reads it. */
async function recordsOf(meeting: string) {
  const store = await openRedisStore(redis.url, testSurroundings({}));
  try {
    return await store.log.read(meeting, 0);
  } finally {
    await store.close();
  }
}

const members = Array.from({ length: 24 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);

/** A phone for each member, on one node and the other by turns. */
async function phonesOnBoth() {
  const held = await holdMeeting(a, planOf({ members: members.length }));
  const phones: TestClient<'member'>[] = [];
  // The chair votes only where the votes are equal.
  for (const [index, who] of members.slice(1).entries()) {
    const session = await a.sessionOf(held.id, who);
    phones.push(await (index % 2 === 0 ? a : b).join(session, held.id, 'member'));
  }
  return { ...held, phones };
}

async function voteOnBoth() {
  const held = await phonesOnBoth();
  await held.chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
  return held;
}

/** As a balancer asks from inside, under the machine's name there. */
async function statusAt(node: TestServer, path: string): Promise<number | undefined> {
  const asked = get(new URL(path, node.url), { headers: { host: 'node1:3000' } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe('two nodes, one meeting', () => {
  test('[S41] members vote and raise hands on both nodes; the log has each once, and all views are equal', async () => {
    await startNodes();
    const { id, desk, chair, phones } = await phonesOnBoth();
    const hands = await Promise.all(phones.slice(2, 12).map((phone) => phone.must({ do: 'raiseHand' })));
    await chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
    const votes = phones.map((phone, index) =>
      phone.must({ do: 'castVote', item: 'i1', choice: index % 3 === 0 ? 'no' : 'yes' }),
    );
    const answers = [...hands, ...(await Promise.all(votes))];
    const version = Math.max(...answers.map((answer) => answer.version));
    await Promise.all([desk, ...phones].map((one) => one.reach(version)));

    const records = await recordsOf(id);
    expect(records.length).toBe(version);
    expect(new Set(answers.map((answer) => answer.version)).size).toBe(answers.length);
    expect(records.filter(({ event }) => event.type === 'VoteCast').length).toBe(phones.length);
    for (const phone of phones.slice(1)) expect(phone.view).toEqual(phones[0]?.view);
    expect(desk.view.floor.queue).toEqual(phones[1]?.view.floor.queue);
    const raised = records.filter(({ event }) => event.type === 'HandRaised');
    expect(phones[0]?.view.floor.queue.map(({ who }) => who)).toEqual(
      raised.map(({ event }) => (event as MeetingEvent<'HandRaised'>).who),
    );
  });

  test('[S42] somebody who moves to the other node has not lost their link, and the desk sees devices of both', async () => {
    await startNodes();
    const held = await holdMeeting(a);
    const session = await a.sessionOf(held.id, 'm05');
    await held.desk.must({ do: 'changeChannel', who: 'm05', channel: 'online' });
    const first = await a.join(session, held.id, 'member');
    const second = await b.join(session, held.id, 'member');
    await held.desk.until(() => held.desk.view.seats['m05']?.devices === 2);
    first.close();
    await held.desk.until(() => held.desk.view.seats['m05']?.devices === 1);
    // Long enough for the first node to ask who still has them.
    const other = await a.join(await a.sessionOf(held.id, 'm06'), held.id, 'member');
    await held.desk.must({ do: 'changeChannel', who: 'm06', channel: 'online' });
    other.close();
    await held.desk.until(() => held.desk.view.seats['m06']?.lostAt != null);
    expect(held.desk.view.seats['m05']?.lostAt).toBeNull();
    second.close();
    await held.desk.until(() => held.desk.view.seats['m05']?.lostAt != null);
    const lost = (await recordsOf(held.id)).filter(({ event }) => event.type === 'ConnectionLost');
    expect(lost.length).toBe(2);
  });

  test('[S43] Redis is restarted in mid-vote: pages say that they wait, nothing acknowledged is lost, nothing doubled', async () => {
    await startNodes();
    const { id, phones } = await voteOnBoth();
    const cast = async (phone: TestClient<'member'>, index: number) => {
      for (;;) {
        const answer = await phone.send({
          ...{ do: 'castVote', item: 'i1', choice: 'yes' },
          id: `vote-${id}-${index}`,
        });
        if (answer.ok) return answer;
        expect(answer.refusal.code).toBe('server/unavailable');
        await phone.until(() => phone.stores.includes(false));
      }
    };
    const votes = phones.map(cast);
    await Promise.race(votes);
    await redis.kill();
    await redis.start();
    const answers = await Promise.all(votes);
    const records = await recordsOf(id);
    const ballots = records.filter(({ event }) => event.type === 'VoteCast');
    expect(ballots.map(({ commandId }) => commandId).sort()).toEqual(
      phones.map((_, index) => `vote-${id}-${index}`).sort(),
    );
    for (const answer of answers) expect(answer.version).toBeLessThanOrEqual(records.length);
    await Promise.all(phones.map((phone) => phone.reach(records.length)));
    for (const phone of phones) {
      expect(phone.stores).toEqual([true, false]);
      expect(phone.view).toEqual(phones[0]?.view);
    }
  });

  test('[S44] replaced by an older copy: frozen on every node, the desk sees what is missing, and goes on', async () => {
    await startNodes();
    const held = await holdMeeting(a);
    const session = await b.sessionOf(held.id, 'm03');
    const phone = await b.join(session, held.id, 'member');
    await phone.reach(held.desk.view.version);
    const has = phone.view.version;
    await redis.shutdown();
    const copy = await mkdtemp(join(tmpdir(), 'kyoshu-copy-'));
    await cp(redis.dir, copy, { recursive: true });
    await redis.start();
    await phone.until(() => phone.stores.at(-1) === false);
    await held.desk.until(() => held.desk.stores.at(-1) === false);
    const { version: had } = await phone.must({ do: 'raiseHand' });
    await held.desk.reach(had);

    await redis.shutdown();
    await rm(redis.dir, { recursive: true });
    await cp(copy, redis.dir, { recursive: true });
    await redis.start();
    await Promise.all([phone, held.desk].map((one) => one.until(() => one.rejoins.includes('frozen'))));
    expect(await phone.send({ do: 'lowerHand' })).toMatchObject({ refusal: { code: 'server/frozen' } });
    expect(await phone.tryJoin({ meeting: held.id, audience: 'member' })).toMatchObject({
      refusal: { code: 'server/frozen' },
    });
    const path = `/api/meetings/${held.id}/replaced`;
    const desk = await a.desk();
    for (const node of [a, b]) {
      const report = (await (await node.fetch(path, { session: desk })).json()) as ReplacedReport;
      expect(report).toMatchObject({ had, has, missing: [{ no: had, by: '委員03', type: 'HandRaised' }] });
    }
    expect((await b.fetch(path, { session })).status).toBe(403);
    expect((await b.fetch(`${path}/confirm`, { session, method: 'POST' })).status).toBe(403);

    expect((await b.fetch(`${path}/confirm`, { session: desk, method: 'POST' })).status).toBe(204);
    expect((await b.fetch(`${path}/confirm`, { session: desk, method: 'POST' })).status).toBe(409);
    phone.forget();
    await phone.join({ meeting: held.id, audience: 'member' });
    expect(phone.view.version).toBe(has);
    expect(phone.view.floor.queue).toEqual([]);
    const { version } = await phone.must({ do: 'raiseHand' });
    await held.desk.until(() => held.desk.rejoins.length > 0);
    held.desk.forget();
    for (;;) {
      const joined = await held.desk.tryJoin({ meeting: held.id, audience: 'desk' });
      if (joined.ok) break;
      expect(joined.refusal.code).toBe('server/frozen');
    }
    await held.desk.reach(version);
    expect(held.desk.view.floor.queue).toMatchObject([{ who: 'm03' }]);
    await rm(copy, { recursive: true });
  });

  test('[S46] a request waits for a Redis that is away for a moment, and is told when it stays away', async () => {
    await startNodes();
    const held = await holdMeeting(a);
    const session = await a.desk();
    await redis.kill();
    await held.desk.until(() => held.desk.stores.at(-1) === true);
    const asked = Promise.all([a, b].map((node) => node.fetch('/api/meetings', { session })));
    await redis.start();
    for (const answer of await asked) expect(answer.status).toBe(200);

    await redis.kill();
    await held.desk.until(() => held.desk.stores.at(-1) === true);
    const refused = await a.fetch('/api/meetings', { session });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ refusal: { code: 'server/unavailable' } });
    await redis.start();
  });

  test('[S49] a balancer is told that a node lives, under any name and while Redis is away', async () => {
    await startNodes();
    const held = await holdMeeting(a);
    expect(await statusAt(a, '/livez')).toBe(200);
    expect(await statusAt(a, '/healthz')).toBe(200);
    expect(await statusAt(a, '/')).toBe(421);
    await redis.kill();
    await held.desk.until(() => held.desk.stores.at(-1) === true);
    expect(await statusAt(a, '/livez')).toBe(200);
    expect(await statusAt(a, '/healthz')).toBe(503);
    await redis.start();
    await held.desk.until(() => held.desk.stores.at(-1) === false);
    expect(await statusAt(a, '/healthz')).toBe(200);
  });

  test('[S50] a page that comes to a node that is behind is not shown less than it has seen', async () => {
    a = await TestServer.start({ config: { redisUrl: redis.url } });
    // Its follower is slow: it has heard of nothing yet.
    const slow = async (surroundings: Surroundings) => {
      const store = await openStore({ data: '', redisUrl: redis.url }, surroundings);
      return { ...store, log: { ...store.log, follow: () => () => undefined } };
    };
    b = await TestServer.start({ store: slow });
    const held = await holdMeeting(a);
    const session = await a.sessionOf(held.id, 'm03');
    const elsewhere = await b.joinAs(held.id, 'm04', 'member');
    const phone = await a.join(session, held.id, 'member');
    const { version } = await phone.must({ do: 'raiseHand' });
    expect(elsewhere.view.version).toBeLessThan(version);
    const moved = await b.client<'member'>(session);
    const join = { meeting: held.id, audience: 'member' } as const;
    expect(await moved.tryJoin({ ...join, seen: version })).toMatchObject({ ok: true, view: { version } });
    // Where it cannot be read, the page is told to wait.
    const next = await held.chair.must({ do: 'recognize', who: 'm03' });
    await redis.kill();
    await moved.until(() => moved.stores.at(-1) === true);
    expect(await moved.tryJoin({ ...join, seen: next.version })).toMatchObject({
      refusal: { code: 'server/unavailable' },
    });
    await redis.start();
  });

  test('[S45] a meeting that is archived on one node is closed on the other', async () => {
    await startNodes();
    const held = await holdMeeting(a);
    const phone = await b.join(await b.sessionOf(held.id, 'm03'), held.id, 'member');
    const store = await openRedisStore(redis.url, testSurroundings({}));
    expect(await store.log.remove(held.id, held.desk.view.version)).toBe(true);
    await store.close();
    await Promise.all([phone, held.desk].map((one) => one.until(() => one.rejoins.length > 0)));
    expect(await phone.tryJoin({ meeting: held.id, audience: 'member' })).toMatchObject({
      refusal: { code: 'server/unknown-meeting' },
    });
  });
});

describe('two nodes, after the meeting', () => {
  test('[K28, K30] what one node deletes is deleted on both: pages there are told, and cookies open nothing', async () => {
    await startNodes();
    const held = await holdMeeting(a, planOf());
    const session = await a.sessionOf(held.id, 'm03');
    const phone = await b.join(session, held.id, 'member');
    const told = new Promise((resolve) => phone.socket.once('rejoin', resolve));
    await held.chair.must({ do: 'closeMeeting' });
    await held.desk.must({ do: 'finalizeMinutes' });
    await held.desk.must({ do: 'deleteDetails' });
    expect(await told).toMatchObject({ reason: 'revoked' });
    for (const node of [a, b])
      await expect.poll(async () => (await node.fetch('/api/session', { session })).status).toBe(401);
    const types = (await recordsOf(held.id)).map(({ event }) => event.type);
    expect(types.filter((type) => type === 'DetailsDeleted')).toHaveLength(1);
  });

  test('[J8] the body’s confirmation is recorded once, though both nodes hear of it', async () => {
    await startNodes();
    const first = await holdMeeting(a, planOf());
    await first.chair.must({ do: 'closeMeeting' });
    const next = await a.fetch(`/api/meetings/${first.id}/next`, { session: await a.desk() });
    const second = await a.makeMeeting((await next.json()) as PlanInput);
    const desk = await b.join(await b.desk(), second, 'desk');
    const watching = await a.join(await a.desk(), second, 'desk');
    for (const who of ['m01', 'm02', 'm03', 'm04'])
      await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
    await desk.must({ do: 'openMeeting' });
    await desk.must({ do: 'startItem', item: 'confirmation' });
    const { version } = await desk.must({ do: 'concludeItem', item: 'confirmation' });
    await watching.reach(version);
    await expect.poll(() => first.desk.view.confirmation.byBody?.meeting).toBe(second);
    await Promise.all([a.stop(), b.stop()]);
    const types = (await recordsOf(first.id)).map(({ event }) => event.type);
    expect(types.filter((type) => type === 'MinutesConfirmedByBody')).toHaveLength(1);
    await startNodes();
  });
});

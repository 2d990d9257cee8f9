import { afterEach, describe, expect, test } from 'vitest';
import { readLines } from '../../server/log/lines.ts';
import type {
  DisposalListing,
  LinkListing,
  Links,
  MeetingListing,
  Refused,
} from '../../shared/protocol/api.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import type { HeldMeeting } from '../support/heldMeeting.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestSession } from '../support/testClient.ts';

const day = 24 * 3600_000;
const hour = 3600_000;
let server: TestServer;
/** How far the calendar was turned on. */
let ahead = 0;
/** What waits for an hour and more; shorter waits are the real ones. */
const waiting = new Set<() => void>();
const surroundings = {
  clock: { ...realSurroundings.clock, now: () => realSurroundings.clock.now() + ahead },
  timers: {
    ...realSurroundings.timers,
    after(ms: number, task: () => void) {
      if (ms < hour) return realSurroundings.timers.after(ms, task);
      waiting.add(task);
      return () => void waiting.delete(task);
    },
  },
};

/** Turns the calendar on; whatever waits for an hour and more has waited long enough. */
function pass(ms: number): void {
  ahead += ms;
  for (const task of [...waiting]) {
    waiting.delete(task);
    task();
  }
}

afterEach(async () => {
  await server.stop();
});

/** A meeting over and its minutes final, with a member and an observer who have come in by their links. */
async function finalMeeting(): Promise<{ held: HeldMeeting; member: TestSession; observer: string }> {
  const held = await holdMeeting(server, planOf());
  const member = await server.sessionOf(held.id, 'm03');
  const [made] = await server.makeLinks(held.id, { role: 'observer' });
  await held.chair.must({ do: 'closeMeeting' });
  await held.desk.must({ do: 'finalizeMinutes' });
  return { held, member, observer: made?.url ?? '' };
}

async function links(meeting: string): Promise<readonly LinkListing[]> {
  const response = await server.fetch(`/api/meetings/${meeting}/links`, { session: await server.desk() });
  return ((await response.json()) as Links).links;
}

async function listed(meeting: string): Promise<MeetingListing | undefined> {
  const response = await server.fetch('/api/meetings', { session: await server.desk() });
  return ((await response.json()) as MeetingListing[]).find(({ id }) => id === meeting);
}

async function logOf(meeting: string): Promise<string> {
  return (await server.fetch(`/api/meetings/${meeting}/log`, { session: await server.desk() })).text();
}

describe('what is deleted after the minutes are final', () => {
  test('[K32] goes by itself when it is due; the desk’s list says when, and that it was done', async () => {
    server = await TestServer.start({ surroundings });
    const { held, member, observer } = await finalMeeting();
    const due = (await listed(held.id))?.retention.detailsDueAt ?? 0;
    expect(Math.abs(due - surroundings.clock.now() - 30 * day)).toBeLessThan(hour);
    pass(30 * day - hour);
    expect(await links(held.id)).not.toHaveLength(0);
    expect((await server.fetch('/api/session', { session: member })).status).toBe(200);

    pass(hour);
    await expect.poll(async () => (await links(held.id)).length).toBe(0);
    expect((await listed(held.id))?.retention).toMatchObject({ detailsDueAt: null });
    expect((await listed(held.id))?.retention.detailsDeletedAt).toBeGreaterThanOrEqual(due);
    expect((await server.fetch('/api/session', { session: member })).status).toBe(401);
    await expect(server.open(observer)).rejects.toThrow('server/link-unknown');
  });

  test('[K30] goes at the desk’s word: open pages are told, and no new links are made', async () => {
    server = await TestServer.start({ surroundings });
    const { held, member } = await finalMeeting();
    const page = await server.join(member, held.id, 'member');
    const told = new Promise((resolve) => page.socket.once('rejoin', resolve));
    await held.desk.must({ do: 'deleteDetails' });
    expect(await told).toMatchObject({ reason: 'revoked' });
    await expect.poll(async () => (await links(held.id)).length).toBe(0);
    const response = await server.fetch(`/api/meetings/${held.id}/links`, {
      method: 'POST',
      session: await server.desk(),
      json: { role: 'observer' },
    });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ refusal: { code: 'retention/links-deleted' } });
    expect(await links(held.id)).toHaveLength(0);
  });

  test('[K28] what a sudden end left behind goes at the next start; of the log nothing goes', async () => {
    server = await TestServer.start({ surroundings });
    const { held, member } = await finalMeeting();
    const before = (await logOf(held.id)).trimEnd();
    await held.desk.must({ do: 'deleteDetails' });
    // As if the process had ended between the two: a link is there again.
    await server.app.links.make(
      { role: 'observer', meeting: held.id, person: null, oneTime: false },
      server.url,
    );
    expect(await links(held.id)).not.toHaveLength(0);
    await server.restart();
    await expect.poll(async () => (await links(held.id)).length).toBe(0);
    expect((await server.fetch('/api/session', { session: member })).status).toBe(401);
    const after = await logOf(held.id);
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toContain('DetailsDeleted');
    expect((await server.fetch('/api/meetings', { session: await server.desk() })).status).toBe(200);
  });

  test('[K27] a meeting whose minutes are not final keeps its links however long it takes', async () => {
    server = await TestServer.start({ surroundings });
    const held = await holdMeeting(server, planOf());
    await held.chair.must({ do: 'closeMeeting' });
    const before = await links(held.id);
    pass(400 * day);
    await server.app.registry.use(held.id, () => undefined);
    expect(await links(held.id)).toEqual(before);
    expect(await held.desk.send({ do: 'deleteDetails' })).toMatchObject({
      ok: false,
      refusal: { code: 'retention/not-final' },
    });
  });
});

describe('the end of a record', () => {
  async function removal(meeting: string, file: string, session?: TestSession) {
    const response = await server.fetch(`/api/meetings/${meeting}/removal`, {
      method: 'POST',
      session: session ?? (await server.desk()),
      json: { file, name: '第１回_記録.jsonl' },
    });
    const answer = response.status === 204 ? null : ((await response.json()) as Refused);
    return { status: response.status, code: answer?.refusal.code, ja: answer?.refusal.ja };
  }

  test('[K31, K60, K61] is the desk’s, after its time, with the very file in hand, which still holds it whole; the register says so', async () => {
    server = await TestServer.start({ surroundings });
    const { held, member } = await finalMeeting();
    const archive = async () =>
      (await server.fetch(`/api/meetings/${held.id}/archive`, { session: await server.desk() })).text();
    expect(await removal(held.id, await archive())).toMatchObject({
      status: 409,
      code: 'retention/record-kept',
    });
    pass(10 * 366 * day);
    await expect.poll(async () => (await links(held.id)).length).toBe(0);
    const file = await archive();
    expect((await removal(held.id, file, member)).status).toBe(401);
    const bad = await removal(held.id, file.replace('第１回審議会', '第２回審議会'));
    expect(bad).toMatchObject({ status: 400, code: 'retention/bad-file' });
    expect(bad.ja).toContain('2行目');
    expect(await removal(held.id, '')).toMatchObject({ code: 'retention/bad-file' });
    const other = await holdMeeting(server, planOf());
    const session = await server.desk();
    const wrong = await (await server.fetch(`/api/meetings/${other.id}/archive`, { session })).text();
    expect(await removal(held.id, wrong)).toMatchObject({ code: 'retention/other-file' });
    expect(await removal(held.id, file + wrong)).toMatchObject({ code: 'retention/other-file' });

    expect((await removal(held.id, file)).status).toBe(204);
    expect(await listed(held.id)).toBeUndefined();
    expect((await server.fetch(`/api/meetings/${held.id}/log`, { session })).status).toBe(404);
    expect(await listed(other.id)).toBeDefined();
    const register = (session: TestSession, query = '') =>
      server.fetch(`/api/disposals${query}`, { session });
    const [entry, ...more] = (await (await register(session)).json()) as DisposalListing[];
    const read = readLines(file);
    const kept = read.ok ? read.copies[0]?.records : undefined;
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      meeting: held.id,
      title: '第１回審議会',
      heldAt: planOf().meeting.startsAt,
      records: kept?.length,
      head: kept?.at(-1)?.hash,
      file: '第１回_記録.jsonl',
    });
    expect(Math.abs((entry?.removedAt ?? 0) - surroundings.clock.now())).toBeLessThan(hour);
    const desks = (await (await server.fetch('/api/links', { session })).json()) as Links;
    expect(desks.links.map(({ id }) => id)).toContain(entry?.removedBy);
    const others = await server.sessionOf(other.id, 'm03');
    expect((await register(others)).status).toBe(403);
    const csv = await (await register(session, '?format=csv')).text();
    expect(csv.split('\r\n')[1]).toBe(
      [
        /\d{4}-\d{2}-\d{2} [\d:]{8}/.exec(csv)?.[0],
        '第１回審議会',
        entry?.body,
        planOf().meeting.startsAt.slice(0, 10),
        entry?.records,
        entry?.head,
        '第１回_記録.jsonl',
        `事務局（リンク ${entry?.removedBy ?? ''}）`,
        held.id,
      ].join(','),
    );
    expect(read.ok && read.copies.map(({ meeting }) => meeting)).toEqual([held.id]);
  });

  test('[K31] a record whose minutes are not final, or that is kept without end, stays', async () => {
    server = await TestServer.start({ surroundings });
    const held = await holdMeeting(server, planOf({ rules: { retention: { recordYears: 'keep' } } }));
    const session = await server.desk();
    const file = async () => (await server.fetch(`/api/meetings/${held.id}/archive`, { session })).text();
    pass(40 * 366 * day);
    expect((await removal(held.id, await file())).code).toBe('retention/record-kept');
    await held.chair.must({ do: 'closeMeeting' });
    await held.desk.must({ do: 'finalizeMinutes' });
    pass(40 * 366 * day);
    expect((await removal(held.id, await file())).code).toBe('retention/record-kept');
    expect(await listed(held.id)).toBeDefined();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { DraftListing, MeetingListing, MinutesPage, ProfileListing } from '../../shared/protocol/api.ts';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import type { MeetingReport } from '../../shared/minutes/report/report.ts';
import { plainProfile } from '../../shared/minutes/profiles.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import type { HeldMeeting } from '../support/heldMeeting.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestSession } from '../support/testClient.ts';

let server: TestServer;
let meeting: HeldMeeting;
let session: TestSession;

beforeAll(async () => {
  server = await TestServer.start();
  meeting = await holdMeeting(server);
  session = await server.desk();
});

afterAll(async () => {
  await server.stop();
});

async function refusalOf(response: Response): Promise<Refusal> {
  return ((await response.json()) as { refusal: Refusal }).refusal;
}

describe('the minutes over HTTP', () => {
  const path = () => `/api/meetings/${meeting.id}/minutes`;

  test('[S26] as blocks with their labels, and in each form of the profile', async () => {
    const blocks = (await (await server.fetch(path(), { session })).json()) as {
      type: string;
      label: string;
    }[];
    expect(blocks.find(({ type }) => type === 'turn')?.label).toMatch(/^会長/);
    for (const [format, sign] of [
      ['text', '第１回審議会'],
      ['markdown', '#'],
      ['html', '<!doctype html>'],
    ] as const) {
      const response = await server.fetch(`${path()}?format=${format}&profile=meguro`, { session });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain('attachment');
      expect((await response.text()).toLowerCase()).toContain(sign);
    }
  });

  test('[S26] tables and data are the desk’s, and Shift_JIS names what it cannot write', async () => {
    const member = await server.sessionOf(meeting.id, 'm03');
    for (const format of ['data', 'xlsx', 'votes.csv', 'attendance.csv', 'turns.csv', 'speaking.csv']) {
      const response = await server.fetch(`${path()}?format=${format}`, { session });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10);
      expect((await server.fetch(`${path()}?format=${format}`, { session: member })).status).toBe(403);
    }
    await meeting.desk.must({ do: 'note', text: '𠮷' });
    const sjis = await server.fetch(`${path()}?format=sjis&profile=plain&copy=record`, { session });
    expect(sjis.headers.get('content-type')).toMatch(/shift_jis/i);
    // Of very many only the first are named.
    const strange = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x20000 + index)).join(
      '',
    );
    await meeting.desk.must({ do: 'writeTurn', turn: 1, text: strange, base: '' });
    const many = await server.fetch(`${path()}?format=sjis&profile=plain&copy=record`, { session });
    const named = decodeURIComponent(many.headers.get('x-unwritable') ?? '');
    expect([...named]).toHaveLength(100);
    await meeting.desk.must({ do: 'writeTurn', turn: 1, text: '', base: strange });
  });

  test('[P80] with the report behind every document, and refused where there is no document', async () => {
    const member = await server.sessionOf(meeting.id, 'm03');
    for (const [format, more] of Object.entries({
      docx: 1500,
      html: 1500,
      text: 300,
      sjis: 300,
      markdown: 300,
    })) {
      const size = async (query: string) => {
        const response = await server.fetch(`${path()}?format=${format}${query}`, { session: member });
        expect(response.status).toBe(200);
        return (await response.arrayBuffer()).byteLength;
      };
      expect(await size('&annex=report')).toBeGreaterThan((await size('')) + more);
    }
    const refused = await server.fetch(`${path()}?format=json&annex=report`, { session: member });
    expect(refused.status).toBe(400);
    expect((await refusalOf(refused)).en).toContain('html or docx, not json');
    const report = await server.fetch(`/api/meetings/${meeting.id}/report?format=docx`, { session: member });
    expect(decodeURIComponent(report.headers.get('content-disposition') ?? '')).toMatch(/図と表.*\.docx/);
    expect(Buffer.from(await report.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  });

  test('[P93] where the form is missing the page is told, and a file is made only in another form that was asked for', async () => {
    const lost = await holdMeeting(server, { ...planOf(), profile: 'kirigahara' });
    const lostPath = `/api/meetings/${lost.id}/minutes`;
    const page = async (query = '') =>
      (await (await server.fetch(`${lostPath}/document${query}`, { session })).json()) as MinutesPage;
    const first = await page();
    expect(first).toMatchObject({ missing: 'kirigahara', profile: 'plain' });
    const other = await page(`?profile=shigikai&have=${first.revision}`);
    expect(other).toMatchObject({ missing: 'kirigahara', profile: 'shigikai' });
    expect(other.document?.nodes).not.toEqual(first.document?.nodes);
    expect((await server.fetch(`${lostPath}/document?profile=nowhere`, { session })).status).toBe(400);
    const silent = await server.fetch(`${lostPath}?format=text`, { session });
    expect(silent.status).toBe(409);
    const refusal = await refusalOf(silent);
    expect(refusal.code).toBe('minutes/form-missing');
    for (const said of [refusal.ja, refusal.en]) expect(said).toMatch(/kirigahara.*KYOSHU_PROFILES/);
    expect((await server.fetch(`${lostPath}?format=text&profile=shigikai`, { session })).status).toBe(200);
    const member = await server.sessionOf(lost.id, 'm03');
    const read = await server.fetch(`${lostPath}/document`, { session: member });
    expect(await read.json()).toMatchObject({ missing: 'kirigahara' });
    const own = await server.fetch(`${path()}/document`, { session });
    expect(await own.json()).toMatchObject({ missing: null, profile: 'plain' });
  });

  test('[C83] as a document that grows: whole at first, then what has changed since', async () => {
    const ask = async (have = '') =>
      (await (
        await server.fetch(`${path()}/document${have === '' ? '' : `?have=${have}`}`, { session })
      ).json()) as MinutesPage;
    const first = await ask();
    if (first.document === undefined) throw new Error('the first answer is the whole document');
    expect((await ask(first.revision)).patch).toEqual([]);
    await meeting.desk.must({ do: 'writeTurn', turn: 1, text: 'ただいまから開会します。', base: '' });
    const next = await ask(first.revision);
    if (next.patch === undefined) throw new Error('what the reader has is known');
    expect(JSON.stringify(next.patch).length).toBeLessThan(JSON.stringify(first.document).length / 2);
    const grown = applyPatch(first.document, next.patch);
    expect(grown).toEqual((await ask()).document);
    expect(JSON.stringify(grown)).toContain('ただいまから開会します。');
    expect((await ask('unknown')).document).toEqual(grown);
  });

  test('[S26] a profile that is sent along prints them, a damaged or unknown one is refused', async () => {
    const own = { ...plainProfile, id: 'own', title: ['わが町の会議録'] };
    const post = (profile: unknown) =>
      server.fetch(`${path()}?format=text`, { session, method: 'POST', json: { profile } });
    expect(await (await post(own)).text()).toContain('わが町の会議録');
    const damaged = await post({ ...own, digits: 'roman' });
    expect(damaged.status).toBe(400);
    expect((await refusalOf(damaged)).en).toContain('profile.digits');
    for (const query of ['profile=nobody', 'format=pdf']) {
      const refused = await server.fetch(`${path()}?${query}`, { session });
      expect(refused.status).toBe(400);
      expect((await refusalOf(refused)).code).toBe('server/malformed');
    }
    const known = (await (await server.fetch('/api/profiles', { session })).json()) as ProfileListing[];
    expect(known.map(({ id }) => id)).toContain('meguro');
  });

  test('[S27] the stream gives each block and then whatever is new, by a bearer as well, until the link dies', async () => {
    const { link, url } = await server.app.links.make(
      { role: 'desk', meeting: null, person: null, oneTime: true },
      server.url,
    );
    const reader = await server.open(url);
    const secret = reader.cookie.split('=')[1] ?? '';
    const response = await server.fetch(`${path()}/stream`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    const lines = linesOf(response);
    const first = JSON.parse((await lines.next()).value ?? '') as { order: number };
    expect(first.order).toBeDefined();
    await meeting.desk.must({ do: 'note', text: '配付資料の差替えあり' });
    for await (const line of lines) if (line.includes('配付資料の差替えあり')) break;
    expect(await server.app.links.revoke(link.id)).toBe(true);
    for await (const line of lines) expect(JSON.parse(line)).toBeDefined();
    expect((await server.fetch(path(), { session: reader })).status).toBe(401);
  });
});

/** The lines of a body as they come; leaving the loop leaves the body open. */
function linesOf(response: Response): AsyncIterableIterator<string, undefined> {
  const decoder = new TextDecoder();
  const body = response.body?.getReader();
  let rest = '';
  const lines: AsyncIterableIterator<string, undefined> = {
    async next() {
      while (!rest.includes('\n')) {
        const chunk = await body?.read();
        if (chunk?.value === undefined) return { done: true, value: undefined };
        rest += decoder.decode(chunk.value, { stream: true });
      }
      const end = rest.indexOf('\n');
      const value = rest.slice(0, end);
      rest = rest.slice(end + 1);
      return { done: false, value };
    },
    [Symbol.asyncIterator]: () => lines,
  };
  return lines;
}

describe('the desk over HTTP', () => {
  test('[S28] a plan that cannot be held is refused with the field named, and nothing is made', async () => {
    const list = async () =>
      (await (await server.fetch('/api/meetings', { session })).json()) as MeetingListing[];
    const before = await list();
    const plan = planOf();
    const make = (change: object) =>
      server.fetch('/api/meetings', { session, method: 'POST', json: { plan: { ...plan, ...change } } });
    const twice = await make({ people: [...plan.people, plan.people[0]] });
    expect(twice.status).toBe(400);
    expect((await refusalOf(twice)).code).toBe('plan/bad-plan');
    for (const [change, field] of [
      [{ people: [] }, 'people'],
      [{ surprise: 1 }, 'surprise'],
      [{ meeting: { ...plan.meeting, startsAt: 'tomorrow' } }, 'startsAt'],
    ] as const) {
      const refused = await make(change);
      expect(refused.status).toBe(400);
      expect((await refusalOf(refused)).en).toContain(field);
    }
    expect(await list()).toEqual(before);
    expect(before.find(({ id }) => id === meeting.id)).toMatchObject({
      status: 'open',
      rehearsal: false,
      people: 11,
    });
  });

  test('[S28] what is not JSON, or too large, is refused', async () => {
    const raw = async (body: string) =>
      server.fetch('/api/meetings', {
        session,
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    expect((await refusalOf(await raw('{"plan": '))).code).toBe('server/malformed');
    expect((await raw(`"${'x'.repeat(9_000_000)}"`)).status).toBe(413);
    expect((await server.fetch('/api/nothing', { session })).status).toBe(404);
    expect((await server.fetch('/api/meetings/unknown/state', { session })).status).toBe(404);
  });

  test('[S29] a draft is kept as it was last saved, and gone when it is removed', async () => {
    const path = '/api/drafts/next-month';
    const put = (body: unknown) => server.fetch(path, { session, method: 'PUT', json: body });
    expect((await put({ title: '第２回', people: [] })).status).toBe(200);
    expect((await put({ title: '第２回審議会' })).status).toBe(200);
    expect(await (await server.fetch(path, { session })).json()).toMatchObject({
      id: 'next-month',
      body: { title: '第２回審議会' },
    });
    const list = (await (await server.fetch('/api/drafts', { session })).json()) as DraftListing[];
    expect(list.map(({ id }) => id)).toEqual(['next-month']);
    expect((await put('a text')).status).toBe(400);
    expect((await server.fetch(path, { session, method: 'DELETE' })).status).toBe(204);
    expect((await server.fetch(path, { session })).status).toBe(404);
  });

  test('[S30] monitors get health and numbers, which name nobody', async () => {
    expect(await (await server.fetch('/healthz')).json()).toMatchObject({ status: 'ok', log: 'ok' });
    const metrics = await (await server.fetch('/metrics')).text();
    expect(metrics).toContain('kyoshu_commands_total{verb="checkIn",result="ok"}');
    expect(metrics).toMatch(/kyoshu_sockets\{audience="desk"\} [1-9]/);
    for (const secret of ['委員', 'm03', meeting.id]) expect(metrics).not.toContain(secret);
    const far = { 'x-forwarded-for': '192.168.1.5' };
    expect((await server.fetch('/metrics', { headers: far })).status).toBe(403);
    expect((await server.fetch('/metrics', { headers: far, session })).status).toBe(200);
  });
});

describe('the report over HTTP', () => {
  test('[P91] the report tells observers nothing of turns behind closed doors', async () => {
    const closed = await holdMeeting(server);
    await closed.chair.must({ do: 'closeToPublic', item: 'i1', reason: '個人の事情にわたるため' });
    const { version } = await closed.desk.must({ do: 'speak', who: 'm03' });
    await closed.desk.reach(version);
    const turns = async (who: string) => {
      const own = await server.sessionOf(closed.id, who);
      const response = await server.fetch(`/api/meetings/${closed.id}/report`, { session: own });
      const { speakers } = (await response.json()) as MeetingReport;
      return speakers.flatMap(({ name, turns: own }) => own.map(() => name));
    };
    const [member, observer] = [await turns('m03'), await turns('o01')];
    expect(member).toContain('委員03');
    expect(observer).not.toContain('委員03');
    expect(observer.length).toBe(member.length - member.filter((name) => name === '委員03').length);
    for (const format of ['html', 'docx']) {
      const own = await server.sessionOf(closed.id, 'o01');
      const response = await server.fetch(`/api/meetings/${closed.id}/report?format=${format}`, {
        session: own,
      });
      expect(response.status).toBe(200);
    }
  });
});

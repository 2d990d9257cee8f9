import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atOnce } from '../../server/replay/pace.ts';
import { Player } from '../../server/replay/player.ts';
import type { Scenario } from '../../server/replay/scenario.ts';
import type { Plan } from '../../shared/meeting/plan.ts';
import type { MeetingReport } from '../../shared/minutes/report/report.ts';
import type { Across, FollowUps } from '../../shared/protocol/api.ts';
import type { StateReport } from '../../shared/views/stateReport.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import { planOf } from '../support/plans.ts';
import { scenarioFile } from '../support/playScenario.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestSession } from '../support/testClient.ts';

let server: TestServer;
let session: TestSession;

beforeAll(async () => {
  server = await TestServer.start();
  session = await server.desk();
});

afterAll(async () => {
  await server.stop();
});

async function get<T>(path: string, as = session): Promise<T> {
  const response = await server.fetch(path, { session: as });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('a meeting and the one made from it, over HTTP and sockets', () => {
  test('[J7] what one leaves is in the next, and gone from the first page when it is done there', async () => {
    const first = await holdMeeting(server);
    await first.desk.must({ do: 'promise', item: 'i1', from: 'k01', text: '調査', due: '次回' });
    await first.desk.must({ do: 'attachOpinion', item: 'i1', text: '周知' });
    await first.chair.must({ do: 'closeMeeting' });

    const next = await get<Plan>(`/api/meetings/${first.id}/next`);
    expect(next.meeting.title).toBe('第２回審議会');
    expect(next.previous).toEqual({ meeting: first.id, title: '第１回審議会' });
    const second = await server.makeMeeting({
      ...next,
      meeting: { ...next.meeting, startsAt: '2026-12-20T14:00:00+09:00' },
    });
    const open = await get<FollowUps>('/api/follow-ups');
    expect(open.promises).toMatchObject([{ text: '調査', carriedTo: { id: second }, done: null }]);
    expect(open.opinions).toMatchObject([{ text: '周知', carriedTo: { id: second }, done: null }]);

    const desk = await server.join(session, second, 'desk');
    await desk.must({ do: 'fulfil', promise: 1, text: '表を配った' });
    await desk.must({ do: 'respondOpinion', opinion: 1, text: '広報に載せた' });
    const done = await get<FollowUps>('/api/follow-ups');
    expect(done.promises).toMatchObject([
      { made: { id: first.id }, done: { text: '表を配った', in: { id: second, session: '第２回' } } },
    ]);
    expect(done.opinions).toMatchObject([{ done: { text: '広報に載せた', in: { id: second } } }]);
    expect(done.promises).toHaveLength(1);
  });

  test('[J7] a rehearsal leaves nothing; members and other meetings’ secretaries are not told', async () => {
    const id = await server.makeMeeting(planOf(), { rehearsal: true });
    const desk = await server.join(session, id, 'desk');
    await desk.must({ do: 'promise', item: 'i1', from: 'k01', text: '練習の宿題' });
    expect(JSON.stringify(await get<FollowUps>('/api/follow-ups'))).not.toContain('練習の宿題');
    const held = await server.makeMeeting(planOf());
    for (const who of ['m03', 's01']) {
      const theirs = await server.sessionOf(held, who);
      expect((await server.fetch('/api/follow-ups', { session: theirs })).status).toBe(403);
    }
    const member = await server.sessionOf(held, 'm03');
    expect((await server.fetch(`/api/meetings/${held}/next`, { session: member })).status).toBe(403);
  });

  test('[J3] what was handed on is still there after a restart', async () => {
    const id = await server.makeMeeting({
      ...planOf(),
      carriedPromises: [
        { origin: '第９回', item: '別件', name: '前の課長', department: '総務課', under: 'i1', text: '報告' },
      ],
    });
    await server.restart();
    session = await server.desk();
    const desk = await server.join(session, id, 'desk');
    expect(desk.view.promises).toMatchObject([
      { no: 1, from: null, carried: { origin: '第９回', name: '前の課長' } },
    ]);
  });
});

describe('a published pair of meetings, each played through the real interface', () => {
  /** Plays a scenario on the server as the replay does; resolves with the meeting's id. */
  async function play({ plan, steps }: Scenario): Promise<string> {
    const at = Date.parse(plan.meeting.startsAt);
    const id = await server.makeMeeting(plan, { rehearsal: true, at });
    await new Player({ ...session, url: server.url }, id).play(steps, atOnce);
    return id;
  }

  async function minutes(id: string): Promise<string> {
    const response = await server.fetch(`/api/meetings/${id}/minutes?format=text`, { session });
    return response.text();
  }

  test('[J1, J2, J3] the fifth begins from what the fourth left, and prints the published answers', async () => {
    const fourth = scenarioFile('tests/golden/higashimurayama-2011-4/scenario.json');
    const fifth = scenarioFile('tests/golden/higashimurayama-2012-5/scenario.json');
    const id = await play(fourth);
    const next = await get<Plan>(`/api/meetings/${id}/next`);
    expect(next.meeting.title).toBe(fifth.plan.meeting.title);
    expect(next.previous).toEqual({ meeting: id, title: fourth.plan.meeting.title });
    expect(next.carriedPromises).toMatchObject([{ origin: '第4回', name: '職員04', due: '次回' }]);

    const carriedOver = next.carriedOver.map((group) => ({ ...group, under: 'o4' }));
    expect(carriedOver.map(({ item, opinions }) => [item, opinions.length])).toEqual(
      fifth.plan.carriedOver.map(({ item, opinions }) => [item, opinions.length]),
    );
    const made = await play({ ...fifth, plan: { ...fifth.plan, carriedOver } });
    const published = await play(fifth);
    const text = await minutes(made);
    expect(text.slice(text.indexOf('前の会議で答申に付した意見への回答'))).toContain(
      '(5) について、広報広聴課で対応している。',
    );
    expect(text).toBe(await minutes(published));
    const { opinions } = await get<StateReport>(`/api/meetings/${made}/state`);
    expect(opinions.map(({ response }) => response === null)).toEqual(
      Array.from({ length: opinions.length }, () => false),
    );
    expect(opinions).toHaveLength(14);
  });
});

describe('the minutes of the meeting before, over sockets', () => {
  /** A meeting that is over, and the next one, open on the item for its minutes. */
  async function two() {
    const first = await holdMeeting(server);
    await first.chair.must({ do: 'closeMeeting' });
    const next = await get<Plan>(`/api/meetings/${first.id}/next`);
    const id = await server.makeMeeting({
      ...next,
      meeting: { ...next.meeting, startsAt: '2026-12-20T14:00:00+09:00' },
    });
    const desk = await server.join(session, id, 'desk');
    for (const who of ['m01', 'm02', 'm03', 'm04'])
      await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
    await desk.must({ do: 'openMeeting' });
    await desk.must({ do: 'startItem', item: 'confirmation' });
    const previous = async () => (await get<Across>(`/api/meetings/${id}/across`)).previous;
    return { first, second: { id, desk }, previous };
  }

  /** They are brought one after the other: when a later one has come, whatever was agreed before was judged. */
  async function oneMoreIsBrought(): Promise<void> {
    const { first, second } = await two();
    await second.desk.must({ do: 'concludeItem', item: 'confirmation' });
    await expect.poll(() => first.desk.view.confirmation.byBody).not.toBeNull();
  }

  test('[J8] are recorded as confirmed where they are, once, also over a restart', async () => {
    const { first, second, previous } = await two();
    expect(await previous()).toMatchObject({ id: first.id, known: true, agreedAt: null, recorded: false });
    await second.desk.must({ do: 'concludeItem', item: 'confirmation' });
    await expect
      .poll(() => first.desk.view.confirmation.byBody)
      .toMatchObject({
        meeting: second.id,
        session: '第２回',
        current: true,
      });
    expect(await previous()).toMatchObject({ recorded: true, finalizedAt: null });
    const { version } = first.desk.view;
    await server.restart();
    session = await server.desk();
    await server.app.registry.use(first.id, () => undefined);
    const again = await server.join(session, first.id, 'desk');
    // Whatever is delivered at the start was delivered before what is asked now.
    await again.must({ do: 'note', text: '確かめる' });
    expect(again.view.version).toBeLessThanOrEqual(version + 1);
  });

  test('[J11] final ones are not touched, and the desk is told', async () => {
    const { first, second, previous } = await two();
    await first.desk.must({ do: 'finalizeMinutes' });
    await second.desk.must({ do: 'concludeItem', item: 'confirmation' });
    await oneMoreIsBrought();
    const there = await previous();
    expect(there).toMatchObject({ recorded: false });
    expect(there?.agreedAt).not.toBeNull();
    expect(there?.finalizedAt).not.toBeNull();
    expect(first.desk.view.confirmation.byBody).toBeNull();
  });

  test('[J11] a rehearsal confirms nothing in a meeting that was held', async () => {
    const first = await holdMeeting(server);
    await first.chair.must({ do: 'closeMeeting' });
    const next = await get<Plan>(`/api/meetings/${first.id}/next`);
    const id = await server.makeMeeting(next, { rehearsal: true });
    const desk = await server.join(session, id, 'desk');
    await desk.must({ do: 'checkIn', who: 'm01', channel: 'inRoom' });
    await desk.must({ do: 'checkIn', who: 'm02', channel: 'inRoom' });
    await desk.must({ do: 'openMeeting' });
    await desk.must({ do: 'startItem', item: 'confirmation' });
    await desk.must({ do: 'concludeItem', item: 'confirmation' });
    await oneMoreIsBrought();
    await server.app.registry.use(first.id, ({ state }) => {
      expect(state.confirmation.byBody).toBeNull();
    });
  });

  test('[J10] the desk of the earlier meeting reads what the later one did', async () => {
    const first = await holdMeeting(server);
    await first.desk.must({ do: 'promise', item: 'i1', from: 'k01', text: '調査' });
    await first.chair.must({ do: 'closeMeeting' });
    const second = await server.makeMeeting(await get<Plan>(`/api/meetings/${first.id}/next`));
    const desk = await server.join(session, second, 'desk');
    await desk.must({ do: 'fulfil', promise: 1, text: '表を配った' });
    const { done } = await get<Across>(`/api/meetings/${first.id}/across`);
    expect(done.promises).toMatchObject([
      { no: 1, text: '表を配った', in: { id: second, session: '第２回' } },
    ]);
    const member = await server.sessionOf(first.id, 'm03');
    expect((await server.fetch(`/api/meetings/${first.id}/across`, { session: member })).status).toBe(403);
  });
});

describe('the report over HTTP', () => {
  test('[P68] whoever may read the minutes sees it; the workbook is the desk’s; a closed session shows nothing', async () => {
    const open = await holdMeeting(server);
    const path = `/api/meetings/${open.id}/report`;
    const report = await get<MeetingReport>(path);
    expect(report).toMatchObject({ live: true, seats: 7, attended: { inRoom: 7, online: 0 } });
    const [made] = await server.makeLinks(open.id, { role: 'observer' });
    const observer = await server.open(made?.url ?? '');
    expect(await get<MeetingReport>(path, observer)).toMatchObject({ title: '第１回審議会' });
    const page = await server.fetch(`${path}?format=html`, { session: observer });
    expect(page.headers.get('content-disposition')).toContain('attachment');
    expect(await page.text()).toContain('だれが、いつ話したか');
    const book = await server.fetch(`/api/meetings/${open.id}/minutes?format=xlsx`, { session });
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const theirs = await server.fetch(`/api/meetings/${open.id}/minutes?format=xlsx`, { session: observer });
    expect(theirs.status).toBe(403);
    expect((await server.fetch(`${path}?format=pdf`, { session })).status).toBe(400);

    const closed = await holdMeeting(server, planOf({ open: false }));
    const [link] = await server.makeLinks(closed.id, { role: 'observer' });
    const outside = await server.open(link?.url ?? '');
    expect((await server.fetch(`/api/meetings/${closed.id}/report`, { session: outside })).status).toBe(403);
    const [wall] = await server.makeLinks(open.id, { role: 'screen' });
    const screen = await server.open(wall?.url ?? '');
    expect((await server.fetch(path, { session: screen })).status).toBe(403);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import type { Link } from '../../client/connection/link.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import { openPage, until } from '../support/page.ts';
import { TestServer } from '../support/startServer.ts';
import { TestDrawer } from '../support/testLine.ts';

let server: TestServer;
const pages: Link<'member'>[] = [];

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

/** A meeting with a vote open on i1, and the phone of m03. */
async function votingPhone(drawer?: TestDrawer) {
  server = await TestServer.start();
  const { id, desk, chair } = await holdMeeting(server);
  await chair.must({ do: 'openVote', item: 'i1', method: 'electronic' });
  const session = await server.sessionOf(id, 'm03');
  const open = () => {
    const page = openPage(server.url, session, id, 'member', drawer);
    pages.push(page);
    return page;
  };
  const page = open();
  await until(page, ({ replica }) => replica.view?.vote?.status === 'open');
  return { id, desk, chair, page, open };
}

describe("a page's link to the real server", () => {
  test('[C21] votes, follows the view and knows the server’s clock', async () => {
    const { page } = await votingPhone();
    const answer = await page.send({ do: 'castVote', item: 'i1', choice: 'yes' });
    expect(answer.ok).toBe(true);
    await until(page, ({ replica }) => (replica.view?.version ?? 0) >= answer.version);
    await until(page, ({ replica }) => replica.me?.ballot !== null);
    expect(page.replica.me?.ballot).toMatchObject({ vote: 'i1#1', choice: 'yes' });
    expect(page.replica.view?.vote?.taken).toBe(1);
    expect(Math.abs(page.clock.now() - Date.now())).toBeLessThan(1000);
  });

  test('[C21, N3] comes back by itself over a restart, and what was pressed meanwhile counts once', async () => {
    const { page } = await votingPhone();
    const epoch = page.replica.at?.epoch;
    const restarted = server.restart();
    // Wherever the server is in its end when this is pressed, it counts once.
    const answer = page.send({ do: 'castVote', item: 'i1', choice: 'no' });
    await restarted;
    expect(await answer).toMatchObject({ ok: true });
    await until(page, ({ replica }) => replica.me?.ballot?.choice === 'no');
    expect(page.replica.at?.epoch).not.toBe(epoch);
    expect(page.replica.view?.vote?.taken).toBe(1);
    expect(page.state.is).toBe('connected');
  });

  test('[C24] a vote that the page could not send is sent by the next page, once', async () => {
    const drawer = new TestDrawer();
    const { page, open } = await votingPhone(drawer);
    await page.send({ do: 'raiseHand', kind: 'pointOfOrder' });
    void page.send({ do: 'castVote', item: 'i1', choice: 'abstain' });
    const kept = drawer.kept;
    page.close();
    drawer.kept = kept;
    const next = open();
    await until(next, ({ replica }) => replica.me?.ballot?.choice === 'abstain');
    await until(next, ({ waiting }) => waiting.length === 0);
    expect(next.replica.view?.vote?.taken).toBe(1);
    expect(drawer.kept).toEqual([]);
  });

  test('[C27] a revoked link ends the page and says so', async () => {
    const { id, page } = await votingPhone();
    const response = await server.fetch(`/api/meetings/${id}/links`, { session: await server.desk() });
    const { links } = (await response.json()) as { links: { id: string; person: string | null }[] };
    const mine = links.find(({ person }) => person === 'm03');
    const gone = await server.fetch(`/api/links/${mine?.id ?? ''}`, {
      method: 'DELETE',
      session: await server.desk(),
    });
    expect(gone.ok).toBe(true);
    await until(page, ({ state }) => state.is === 'revoked');
    expect(page.state).toMatchObject({ ja: expect.stringContaining('無効') as string });
    expect(await page.send({ do: 'raiseHand' })).toMatchObject({ ok: false });
  });

  test('[C27] a page without a session is told what to do', async () => {
    server = await TestServer.start();
    const { id } = await holdMeeting(server);
    const nobody = { session: 'x', cookie: 'x=y', url: '' };
    const page = openPage(server.url, nobody, id, 'member');
    pages.push(page);
    await until(page, ({ state }) => state.is === 'refused');
    expect(page.state).toMatchObject({ ja: expect.stringContaining('リンク') as string });
  });

  test('[C28] follows the minutes', async () => {
    const { page, desk } = await votingPhone();
    const ids = new Set<string>();
    const heard = new Promise<void>((resolve) => {
      page.listen({
        changed: () => undefined,
        minutes: ({ blocks }) => {
          for (const block of blocks) ids.add(block.type);
          if (ids.has('stage')) resolve();
        },
      });
    });
    page.followMinutes();
    await desk.must({ do: 'stageDirection', text: '資料を配付' });
    await heard;
    expect([...ids]).toEqual(expect.arrayContaining(['heading', 'vote', 'stage']));
  });
});

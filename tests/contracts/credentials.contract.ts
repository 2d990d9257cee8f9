import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../server/log/chain.ts';
import type { NewLink } from '../../server/log/credentials.ts';
import type { Store } from '../../server/log/store.ts';
import type { MakeHarness, StoreHarness } from '../support/storeHarness.ts';

const token = (id: string): string => sha256(`token of ${id}`);

const link = (id: string, change: Partial<NewLink> = {}): NewLink => ({
  id,
  tokenHash: token(id),
  meeting: 'm-1',
  person: 'p01',
  role: 'person',
  createdAt: 100,
  expiresAt: null,
  oneTime: false,
  ...change,
});

const session = (id: string): { id: string; secretHash: string } => ({
  id,
  secretHash: sha256(`secret of ${id}`),
});

/** What every store must do with links and sessions. */
export const credentialsContract = (name: string, make: MakeHarness): void => {
  describe(`credentials: ${name}`, () => {
    let harness: StoreHarness;
    let store: Store;
    beforeEach(async () => {
      harness = await make();
      store = await harness.open();
    });
    afterEach(() => harness.remove());

    it('[L20] a link is found by the hash of its token, also after the store was opened again', async () => {
      const made = await store.credentials.createLink(link('l1', { expiresAt: 900 }));
      expect(made).toEqual({ ...link('l1', { expiresAt: 900 }), revokedAt: null, usedAt: null });
      await store.close();
      store = await harness.open();
      expect(await store.credentials.findLink(token('l1'))).toEqual(made);
      expect(await store.credentials.linkById('l1')).toEqual(made);
      expect(await store.credentials.findLink(token('l2'))).toBeNull();
      expect(await store.credentials.linkById('l2')).toBeNull();
    });

    it("[L20] links are listed by meeting, the town hall's own by themselves", async () => {
      await store.credentials.createLink(link('l2'));
      await store.credentials.createLink(link('l1', { person: null, role: 'screen' }));
      await store.credentials.createLink(link('l3', { meeting: 'm-2' }));
      await store.credentials.createLink(link('l4', { meeting: null, person: null, role: 'desk' }));
      const ids = async (meeting: string | null): Promise<string[]> =>
        (await store.credentials.listLinks(meeting)).map(({ id }) => id);
      expect(await ids('m-1')).toEqual(['l2', 'l1']);
      expect(await ids('m-2')).toEqual(['l3']);
      expect(await ids(null)).toEqual(['l4']);
      expect(await ids('m-3')).toEqual([]);
    });

    it('[L20] two links cannot have one id or one token', async () => {
      await store.credentials.createLink(link('l1'));
      await expect(store.credentials.createLink(link('l1', { tokenHash: token('x') }))).rejects.toThrow();
      await expect(store.credentials.createLink(link('l2', { tokenHash: token('l1') }))).rejects.toThrow();
      expect(await store.credentials.listLinks('m-1')).toHaveLength(1);
    });

    it('[L21] a token is exchanged for a session that stands after a restart', async () => {
      await store.credentials.createLink(link('l1'));
      const opened = await store.credentials.exchange(token('l1'), session('s1'), 200);
      expect(opened).toEqual({
        status: 'opened',
        link: { ...link('l1'), revokedAt: null, usedAt: 200 },
        session: { ...session('s1'), linkId: 'l1', createdAt: 200, lastSeenAt: 200, revokedAt: null },
      });
      await store.close();
      store = await harness.open();
      const found = await store.credentials.findSession(session('s1').secretHash, 300);
      expect(found).toEqual(opened.status === 'opened' && { session: opened.session, link: opened.link });
      expect(await store.credentials.findSession(session('s2').secretHash, 300)).toBeNull();
    });

    it('[L21] a link for many opens many sessions', async () => {
      await store.credentials.createLink(link('l1'));
      await store.credentials.exchange(token('l1'), session('s1'), 200);
      const second = await store.credentials.exchange(token('l1'), session('s2'), 250);
      expect(second).toMatchObject({ status: 'opened', link: { usedAt: 200 } });
      expect((await store.credentials.listSessions('m-1')).map(({ id }) => id)).toEqual(['s1', 's2']);
      expect(await store.credentials.listSessions(null)).toEqual([]);
    });

    it('[L21] a one-time link lets one in, however many come at once', async () => {
      await store.credentials.createLink(link('l1', { oneTime: true }));
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          store.credentials.exchange(token('l1'), session(`s${index}`), 200),
        ),
      );
      expect(results.filter(({ status }) => status === 'opened')).toHaveLength(1);
      expect(
        results.filter((result) => result.status === 'refused' && result.reason === 'used'),
      ).toHaveLength(9);
      expect(await store.credentials.listSessions('m-1')).toHaveLength(1);
      const [standing] = await store.credentials.listSessions('m-1');
      expect(await store.credentials.findSession(standing!.secretHash, 300)).not.toBeNull();
    });

    it('[L21] an unknown, revoked or expired link opens nothing, and says why', async () => {
      await store.credentials.createLink(link('l1', { expiresAt: 500 }));
      await store.credentials.createLink(link('l2'));
      await store.credentials.revokeLink('l2', 150);
      const reason = async (id: string, now: number): Promise<unknown> =>
        store.credentials.exchange(token(id), session(`s-${id}-${now}`), now);
      expect(await reason('l9', 200)).toEqual({ status: 'refused', reason: 'unknown' });
      expect(await reason('l2', 200)).toEqual({ status: 'refused', reason: 'revoked' });
      expect(await reason('l1', 499)).toMatchObject({ status: 'opened' });
      expect(await reason('l1', 500)).toEqual({ status: 'refused', reason: 'expired' });
    });

    it("[L22] revoking a link ends its sessions, and nobody else's", async () => {
      await store.credentials.createLink(link('l1'));
      await store.credentials.createLink(link('l2'));
      await store.credentials.exchange(token('l1'), session('s1'), 200);
      await store.credentials.exchange(token('l1'), session('s2'), 200);
      await store.credentials.exchange(token('l2'), session('s3'), 200);
      expect(await store.credentials.revokeLink('l1', 300)).toBe(true);
      expect(await store.credentials.revokeLink('l1', 400)).toBe(false);
      expect(await store.credentials.revokeLink('l9', 400)).toBe(false);
      await store.close();
      store = await harness.open();
      expect(await store.credentials.linkById('l1')).toMatchObject({ revokedAt: 300 });
      for (const [id, stands] of Object.entries({ s1: false, s2: false, s3: true })) {
        expect((await store.credentials.findSession(session(id).secretHash, 500)) !== null).toBe(stands);
      }
      expect((await store.credentials.listSessions('m-1')).map(({ id }) => id)).toEqual(['s3']);
    });

    it('[L22] a session ends with its link, or when it signs out', async () => {
      await store.credentials.createLink(link('l1', { expiresAt: 500 }));
      await store.credentials.exchange(token('l1'), session('s1'), 200);
      await store.credentials.exchange(token('l1'), session('s2'), 200);
      expect(await store.credentials.findSession(session('s1').secretHash, 499)).not.toBeNull();
      expect(await store.credentials.findSession(session('s1').secretHash, 500)).toBeNull();
      expect(await store.credentials.revokeSession('s2', 300)).toBe(true);
      expect(await store.credentials.revokeSession('s2', 310)).toBe(false);
      expect(await store.credentials.findSession(session('s2').secretHash, 320)).toBeNull();
    });

    it("[K27] a meeting's links go with all their sessions, and nobody else's", async () => {
      const { credentials } = store;
      await credentials.createLink(link('l1'));
      await credentials.createLink(link('l2', { person: null, role: 'observer' }));
      await credentials.createLink(link('l3', { meeting: 'm-2' }));
      await credentials.createLink(link('l4', { meeting: null, person: null, role: 'desk' }));
      for (const id of ['1', '2', '3', '4'])
        await credentials.exchange(token(`l${id}`), session(`s${id}`), 200);
      await credentials.revokeLink('l2', 250);
      await credentials.touchSessions(['s1', 's3'], 260);
      await credentials.removeLinks('m-1');
      await credentials.removeLinks('m-1');
      await store.close();
      store = await harness.open();
      const after = store.credentials;
      expect(await after.listLinks('m-1')).toEqual([]);
      expect(await after.listSessions('m-1')).toEqual([]);
      for (const id of ['1', '2']) {
        expect(await after.linkById(`l${id}`)).toBeNull();
        expect(await after.findLink(token(`l${id}`))).toBeNull();
        expect(await after.findSession(session(`s${id}`).secretHash, 300)).toBeNull();
        expect(await after.exchange(token(`l${id}`), session('s9'), 300)).toEqual({
          status: 'refused',
          reason: 'unknown',
        });
      }
      for (const id of ['3', '4'])
        expect(await after.findSession(session(`s${id}`).secretHash, 300)).not.toBeNull();
    });

    it('[L22] a session knows when it was last seen', async () => {
      await store.credentials.createLink(link('l1'));
      await store.credentials.exchange(token('l1'), session('s1'), 200);
      await store.credentials.touchSessions(['s1', 's2'], 700);
      await store.credentials.touchSessions(['s1'], 600);
      const found = await store.credentials.findSession(session('s1').secretHash, 800);
      expect(found?.session.lastSeenAt).toBe(700);
    });
  });
};

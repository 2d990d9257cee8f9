import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionInfo } from '../../shared/protocol/api.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import type { HeldMeeting } from '../support/heldMeeting.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;
let meeting: HeldMeeting;

beforeAll(async () => {
  server = await TestServer.start({ config: { origins: ['http://kaigi.local:3000'] } });
  meeting = await holdMeeting(server);
});

afterAll(async () => {
  await server.stop();
});

async function refusalOf(response: Response): Promise<string> {
  return ((await response.json()) as { refusal: Refusal }).refusal.code;
}

const tokenOf = (url: string) => new URL(url).hash.replace('#t=', '');

describe('links', () => {
  test('[S8] a one-time link is not used up by a GET, opens once, and again only in the same browser', async () => {
    const { url } = await server.app.links.make(
      { role: 'desk', meeting: null, person: null, oneTime: true },
      server.url,
    );
    // A messenger that looks at the address for its preview sees no token: it is in the fragment.
    for (const path of ['/link', `/link?t=${tokenOf(url)}`]) await server.fetch(path);
    const opened = await server.open(url);
    const elsewhere = await server.fetch('/api/link', { method: 'POST', json: { token: tokenOf(url) } });
    expect(elsewhere.status).toBe(403);
    expect(await refusalOf(elsewhere)).toBe('server/link-used');
    const here = await server.fetch('/api/link', {
      method: 'POST',
      json: { token: tokenOf(url) },
      headers: { cookie: opened.cookie },
    });
    expect(await here.json()).toEqual({ session: opened.session, url: opened.url });
  });

  test('[S9] the cookie is out of reach of scripts and of other sites, and named by its session', async () => {
    const [made] = await server.makeLinks(meeting.id, { role: 'person', people: ['m02'] });
    const response = await server.fetch('/api/link', {
      method: 'POST',
      json: { token: tokenOf(made?.url ?? '') },
    });
    const { session } = (await response.json()) as { session: string };
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^ky_${session}=[\\w-]{22};`));
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Secure');
  });

  test('[S10] a revoked link closes its sockets at once, and nothing of it is let in again', async () => {
    const session = await server.sessionOf(meeting.id, 'm05');
    const member = await server.join(session, meeting.id, 'member');
    const links = await server.fetch(`/api/meetings/${meeting.id}/links`, { session: await server.desk() });
    const { links: all } = (await links.json()) as {
      links: { id: string; person: string; revokedAt: number | null }[];
    };
    const own = all.find((link) => link.person === 'm05' && link.revokedAt === null);
    const sent = member.send({ do: 'raiseHand' });
    await sent;
    const revoked = await server.fetch(`/api/links/${own?.id ?? ''}`, {
      method: 'DELETE',
      session: await server.desk(),
    });
    expect(revoked.status).toBe(204);
    await member.closed();
    expect(member.rejoins).toEqual(['revoked']);
    await expect(server.client(session)).rejects.toMatchObject({ data: { code: 'server/link-revoked' } });
    expect((await server.fetch('/api/session', { session })).status).toBe(401);
  });

  test('[S10] a new link for a person takes the place of the one before', async () => {
    const before = await server.sessionOf(meeting.id, 'm06');
    const after = await server.sessionOf(meeting.id, 'm06');
    expect((await server.fetch('/api/session', { session: before })).status).toBe(401);
    expect((await server.fetch('/api/session', { session: after })).status).toBe(200);
  });

  test('[S11] links are the desk’s affair, and nobody else sees them', async () => {
    const member = await server.sessionOf(meeting.id, 'm03');
    const path = `/api/meetings/${meeting.id}/links`;
    for (const request of [
      server.fetch(path, { session: member }),
      server.fetch(path, { session: member, method: 'POST', json: { role: 'screen' } }),
      server.fetch('/api/links', { session: member, method: 'POST', json: { role: 'desk' } }),
      server.fetch('/api/meetings', { session: member }),
      server.fetch(`/api/meetings/${meeting.id}/log`, { session: member }),
      server.fetch('/api/drafts', { session: member }),
    ])
      expect((await request).status).toBe(403);
    expect((await server.fetch(path)).status).toBe(401);
    const secretary = await server.sessionOf(meeting.id, 's01');
    expect((await server.fetch(path, { session: secretary })).status).toBe(200);
  });

  test('[S11] seat cards: a link and a QR code for each person', async () => {
    const made = await server.makeLinks(meeting.id, { role: 'person', people: ['k01', 'k02'] });
    expect(made.map(({ link }) => link.person)).toEqual(['k01', 'k02']);
    for (const { url, qr } of made) {
      expect(url).toMatch(/\/link#t=[\w-]{22}$/);
      expect(qr.length).toBeGreaterThanOrEqual(21);
      for (const row of qr) expect(row).toMatch(new RegExp(`^[01]{${qr.length}}$`));
      expect(qr[0]?.startsWith('1111111')).toBe(true);
    }
  });
});

describe('who sees what', () => {
  test.each([
    ['m03', ['member']],
    ['m01', ['chair', 'member']],
    ['k01', ['member']],
    ['s01', ['desk', 'chair', 'member', 'observer', 'screen']],
    ['o01', ['observer']],
  ] as const)('[S12] %s may open the screens %j and no other', async (who, allowed) => {
    const session = await server.sessionOf(meeting.id, who);
    const info = (await (await server.fetch('/api/session', { session })).json()) as SessionInfo;
    expect(info.audiences).toEqual(allowed);
    expect(info.url).toBe(`/m/${meeting.id}/${allowed[0]}?s=${session.session}`);
    const client = await server.client(session);
    for (const audience of ['chair', 'desk', 'member', 'observer', 'screen'] as const) {
      const joined = await client.tryJoin({ meeting: meeting.id, audience });
      expect(joined.ok, audience).toBe((allowed as readonly string[]).includes(audience));
      if (!joined.ok) expect(joined.refusal.code).toBe('server/not-your-screen');
    }
  });

  test('[S12] a screen’s and an observer’s link look on and change nothing', async () => {
    for (const role of ['screen', 'observer'] as const) {
      const [made] = await server.makeLinks(meeting.id, { role });
      const client = await server.join(await server.open(made?.url ?? ''), meeting.id, role);
      const answer = await client.send({ do: 'raiseHand', who: 'm03' });
      expect(answer.ok ? 'ok' : answer.refusal.code).toBe('server/not-your-screen');
    }
  });

  test('[S12] a link is for its own meeting only', async () => {
    const other = await server.makeMeeting(planOf());
    const client = await server.client(await server.sessionOf(other, 'm03'));
    const joined = await client.tryJoin({ meeting: meeting.id, audience: 'member' });
    expect(joined.ok ? 'ok' : joined.refusal.code).toBe('server/unknown-meeting');
  });

  test('[S13] who takes the chair is asked to open the chair’s screen, who leaves it to close it', async () => {
    const { id, desk } = meeting;
    const chair = await server.joinAs(id, 'm01', 'chair');
    const deputy = await server.joinAs(id, 'm02', 'member');
    await desk.must({ do: 'preside', who: 'm02' });
    await Promise.all([chair, deputy].map((one) => one.until(() => one.rejoins.includes('audience'))));
    expect((await chair.tryJoin({ meeting: id, audience: 'chair' })).ok).toBe(false);
    await deputy.join({ meeting: id, audience: 'chair' as 'member' });
    await chair.join({ meeting: id, audience: 'member' as 'chair' });
    await desk.must({ do: 'preside', who: 'm01' });
    await chair.until(() => chair.rejoins.length === 2);
    await chair.join({ meeting: id, audience: 'chair' });
  });
});

describe('addresses', () => {
  const json = { token: 'A'.repeat(22) };

  test('[S14] a host name that nobody configured is not ours, whatever it resolves to', async () => {
    const { request } = await import('node:http');
    const statusFor = async (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { port } = new URL(server.url);
        request({ host: '127.0.0.1', port, path: '/', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .once('error', reject)
          .end();
      });
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor('127.0.0.1.evil.example:3000')).toBe(421);
    expect(await statusFor('user@127.0.0.1')).toBe(421);
    for (const own of ['127.0.0.1', 'localhost:3000', '192.168.1.20', '[::1]:3000', 'kaigi.local:3000'])
      expect(await statusFor(own), own).toBe(200);
  });

  test('[S15] what changes something must come from a page of ours', async () => {
    const from = (headers: Record<string, string>) =>
      server.fetch('/api/link', { method: 'POST', json, headers }).then(({ status }) => status);
    expect(await from({ origin: 'http://evil.example' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
    expect(await from({ origin: server.url.replace('http:', 'https:').replace(/\d+$/, '1') })).toBe(403);
    expect(await refusalOf(await server.fetch('/api/link', { method: 'POST', json }))).toBe(
      'server/link-unknown',
    );
    const own = await server.fetch('/api/link', { method: 'POST', json, headers: { origin: server.url } });
    expect(await refusalOf(own)).toBe('server/link-unknown');
  });

  test('[S15] a socket is opened only by a page of ours', async () => {
    const session = await server.desk();
    await expect(server.client(session, { origin: 'http://evil.example' })).rejects.toThrow();
    await expect(server.client(session, { host: 'evil.example' })).rejects.toThrow();
    for (const origin of [server.url, 'http://kaigi.local:3000'])
      (await server.client(session, { origin })).close();
  });

  test('[S16] a socket without a session is told to open its link', async () => {
    await expect(server.client(null)).rejects.toMatchObject({ data: { code: 'server/no-session' } });
    const { cookie } = await server.desk();
    const other = { session: 'another', cookie, url: '' };
    await expect(server.client(other)).rejects.toMatchObject({ data: { code: 'server/no-session' } });
  });

  test('[S17] pages get a policy without anything inline or foreign', async () => {
    const { headers } = await server.fetch('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

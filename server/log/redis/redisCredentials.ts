import { linkRefusal, sessionStands } from '../admission.ts';
import type { Credentials, Link, Session } from '../credentials.ts';
import { change } from './change.ts';
import type { Client } from './connection.ts';
import type { Ask } from './ask.ts';
import { LINK_TOKENS, LINKS, linksOfKey, SEEN, SESSION_SECRETS, SESSIONS, sessionsOfKey } from './keys.ts';

/** A value and the text it was read from, which a change must still find. */
interface Held<T> {
  readonly value: T;
  readonly text: string;
}

const held = async <T>(client: Client, key: string, id: string | null): Promise<Held<T> | null> => {
  const text = id === null ? null : await client.hGet(key, id);
  return text === null ? null : { value: JSON.parse(text) as T, text };
};

const valuesOf = async <T>(client: Client, key: string, ids: readonly string[]): Promise<T[]> => {
  if (ids.length === 0) return [];
  const texts = await client.hmGet(key, [...ids]);
  return texts.flatMap((text) => (typeof text === 'string' ? [JSON.parse(text) as T] : []));
};

const linkOf = (client: Client, id: string | null): Promise<Held<Link> | null> =>
  held<Link>(client, LINKS, id);

const linkByToken = async (client: Client, tokenHash: string): Promise<Held<Link> | null> =>
  linkOf(client, await client.hGet(LINK_TOKENS, tokenHash));

const withSeen = async (client: Client, session: Session): Promise<Session> => {
  const seen = await client.zScore(SEEN, session.id);
  return { ...session, lastSeenAt: Math.max(session.lastSeenAt, seen ?? 0) };
};

const linksOf = async (client: Client, meeting: string | null): Promise<Link[]> =>
  valuesOf<Link>(client, LINKS, await client.lRange(linksOfKey(meeting), 0, -1));

const createLink = async (client: Client, link: Link): Promise<Link> => {
  const made = await change(client, [
    { op: 'none', key: LINKS, field: link.id },
    { op: 'none', key: LINK_TOKENS, field: link.tokenHash },
    { op: 'set', key: LINKS, field: link.id, value: JSON.stringify(link) },
    { op: 'set', key: LINK_TOKENS, field: link.tokenHash, value: link.id },
    { op: 'push', key: linksOfKey(link.meeting), value: link.id },
  ]);
  if (!made) throw new Error(`a link like ${link.id} is there already`);
  return link;
};

/** Opens the session where nobody has changed the link since it was read. */
const open = (client: Client, before: Held<Link>, link: Link, session: Session): Promise<boolean> =>
  change(client, [
    { op: 'is', key: LINKS, field: link.id, value: before.text },
    { op: 'set', key: LINKS, field: link.id, value: JSON.stringify(link) },
    { op: 'set', key: SESSIONS, field: session.id, value: JSON.stringify(session) },
    { op: 'set', key: SESSION_SECRETS, field: session.secretHash, value: session.id },
    { op: 'push', key: sessionsOfKey(link.id), value: session.id },
  ]);

/** Marks a link or session as revoked; false when it was, or is not there. */
const revoke = async (client: Client, key: string, id: string, now: number): Promise<boolean> => {
  for (;;) {
    const before = await held<Link | Session>(client, key, id);
    if (before === null || before.value.revokedAt !== null) return false;
    const value = JSON.stringify({ ...before.value, revokedAt: now });
    const steps = [
      { op: 'is', key, field: id, value: before.text },
      { op: 'set', key, field: id, value },
    ] as const;
    if (await change(client, steps)) return true;
  }
};

/** The lists of ids go last: what a crash left is found again by them. */
const removeLinks = async (client: Client, meeting: string): Promise<void> => {
  const ids = await client.lRange(linksOfKey(meeting), 0, -1);
  for (const id of ids) {
    const own = await client.lRange(sessionsOfKey(id), 0, -1);
    const secrets = (await valuesOf<Session>(client, SESSIONS, own)).map(({ secretHash }) => secretHash);
    if (secrets.length > 0) await client.hDel(SESSION_SECRETS, secrets);
    if (own.length > 0) {
      await client.zRem(SEEN, own);
      await client.hDel(SESSIONS, own);
    }
    await client.del(sessionsOfKey(id));
    const tokenHash = (await linkOf(client, id))?.value.tokenHash;
    if (tokenHash !== undefined) await client.hDel(LINK_TOKENS, tokenHash);
    await client.hDel(LINKS, id);
  }
  await client.del(linksOfKey(meeting));
};

export const redisCredentials = (ask: Ask): Credentials => ({
  createLink: (link) => ask((client) => createLink(client, { ...link, revokedAt: null, usedAt: null })),
  findLink: (tokenHash) => ask(async (client) => (await linkByToken(client, tokenHash))?.value ?? null),
  linkById: (id) => ask(async (client) => (await linkOf(client, id))?.value ?? null),
  listLinks: (meeting) => ask((client) => linksOf(client, meeting)),
  exchange: (tokenHash, { id, secretHash }, now) =>
    ask(async (client) => {
      for (;;) {
        const before = await linkByToken(client, tokenHash);
        const reason = before === null ? 'unknown' : linkRefusal(before.value, now);
        if (before === null || reason !== null) return { status: 'refused', reason: reason ?? 'unknown' };
        const link: Link = { ...before.value, usedAt: before.value.usedAt ?? now };
        const times = { createdAt: now, lastSeenAt: now, revokedAt: null };
        const session: Session = { id, secretHash, linkId: link.id, ...times };
        if (await open(client, before, link, session)) return { status: 'opened', link, session };
      }
    }),
  // Its sessions stand only while it does.
  revokeLink: (id, now) => ask((client) => revoke(client, LINKS, id, now)),
  findSession: (secretHash, now) =>
    ask(async (client) => {
      const found = await held<Session>(client, SESSIONS, await client.hGet(SESSION_SECRETS, secretHash));
      const link = await linkOf(client, found?.value.linkId ?? null);
      if (found === null || link === null || !sessionStands(found.value, link.value, now)) return null;
      return { session: await withSeen(client, found.value), link: link.value };
    }),
  listSessions: (meeting) =>
    ask(async (client) => {
      const links = (await linksOf(client, meeting)).filter(({ revokedAt }) => revokedAt === null);
      const ids = await Promise.all(links.map(({ id }) => client.lRange(sessionsOfKey(id), 0, -1)));
      const sessions = await valuesOf<Session>(client, SESSIONS, ids.flat());
      const living = sessions.filter(({ revokedAt }) => revokedAt === null);
      return Promise.all(living.map((session) => withSeen(client, session)));
    }),
  touchSessions: (ids, now) =>
    ask(async (client) => {
      if (ids.length === 0) return;
      const seen = ids.map((value) => ({ score: now, value }));
      await client.zAdd(SEEN, seen, { comparison: 'GT' });
    }),
  revokeSession: (id, now) => ask((client) => revoke(client, SESSIONS, id, now)),
  removeLinks: (meeting) => ask((client) => removeLinks(client, meeting)),
});

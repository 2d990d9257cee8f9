import { linkRefusal, sessionStands } from '../admission.ts';
import type { Credentials, Link, Session } from '../credentials.ts';
import type { MemoryDisk } from './disk.ts';

/** Maps keep the order in which things were made. */
export const memoryCredentials = (disk: () => MemoryDisk): Credentials => {
  const linkOf = (tokenHash: string): Link | null =>
    [...disk().links.values()].find((link) => link.tokenHash === tokenHash) ?? null;

  const changeSession = (id: string, change: (session: Session) => Session): boolean => {
    const session = disk().sessions.get(id);
    if (session === undefined || session.revokedAt !== null) return false;
    disk().sessions.set(id, change(session));
    return true;
  };

  return {
    async createLink(newLink) {
      if (disk().links.has(newLink.id) || linkOf(newLink.tokenHash) !== null) {
        throw new Error(`a link like ${newLink.id} is there already`);
      }
      const link: Link = { ...newLink, revokedAt: null, usedAt: null };
      disk().links.set(link.id, link);
      return link;
    },
    findLink: async (tokenHash) => linkOf(tokenHash),
    linkById: async (id) => disk().links.get(id) ?? null,
    listLinks: async (meeting) => [...disk().links.values()].filter((link) => link.meeting === meeting),
    async exchange(tokenHash, { id, secretHash }, now) {
      const found = linkOf(tokenHash);
      const reason = found === null ? 'unknown' : linkRefusal(found, now);
      if (found === null || reason !== null) return { status: 'refused', reason: reason ?? 'unknown' };
      const link: Link = { ...found, usedAt: found.usedAt ?? now };
      const session: Session = {
        id,
        secretHash,
        linkId: link.id,
        createdAt: now,
        lastSeenAt: now,
        revokedAt: null,
      };
      disk().links.set(link.id, link);
      disk().sessions.set(id, session);
      return { status: 'opened', link, session };
    },
    async revokeLink(id, now) {
      const link = disk().links.get(id);
      if (link === undefined || link.revokedAt !== null) return false;
      disk().links.set(id, { ...link, revokedAt: now });
      for (const session of disk().sessions.values()) {
        if (session.linkId === id) changeSession(session.id, (held) => ({ ...held, revokedAt: now }));
      }
      return true;
    },
    async findSession(secretHash, now) {
      const session = [...disk().sessions.values()].find((held) => held.secretHash === secretHash);
      const link = disk().links.get(session?.linkId ?? '');
      return session !== undefined && link !== undefined && sessionStands(session, link, now)
        ? { session, link }
        : null;
    },
    listSessions: async (meeting) =>
      [...disk().sessions.values()].filter(
        ({ linkId, revokedAt }) => revokedAt === null && disk().links.get(linkId)?.meeting === meeting,
      ),
    async touchSessions(ids, now) {
      for (const id of ids)
        changeSession(id, (held) => ({ ...held, lastSeenAt: Math.max(held.lastSeenAt, now) }));
    },
    revokeSession: async (id, now) => changeSession(id, (held) => ({ ...held, revokedAt: now })),
    async removeLinks(meeting) {
      const { links, sessions } = disk();
      for (const link of [...links.values()].filter((one) => one.meeting === meeting)) {
        for (const session of [...sessions.values()])
          if (session.linkId === link.id) sessions.delete(session.id);
        links.delete(link.id);
      }
    },
  };
};

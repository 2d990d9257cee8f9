import { linkRefusal, sessionStands } from '../admission.ts';
import type { Credentials, Link, LinkRole, Session } from '../credentials.ts';
import type { Cells, Database } from './database.ts';
import { transaction } from './transaction.ts';

const LINK = `id, token_hash AS tokenHash, meeting, person, role, created_at AS createdAt, expires_at AS expiresAt,
  revoked_at AS revokedAt, one_time AS oneTime, used_at AS usedAt`;
const SESSION = `id, secret_hash AS secretHash, link_id AS linkId, created_at AS createdAt,
  last_seen_at AS lastSeenAt, revoked_at AS revokedAt`;

const text = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);
const time = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);

const toLink = (row: Cells): Link => ({
  id: String(row['id']),
  tokenHash: String(row['tokenHash']),
  meeting: text(row['meeting']),
  person: text(row['person']),
  role: row['role'] as LinkRole,
  createdAt: Number(row['createdAt']),
  expiresAt: time(row['expiresAt']),
  revokedAt: time(row['revokedAt']),
  oneTime: row['oneTime'] === 1,
  usedAt: time(row['usedAt']),
});

const toSession = (row: Cells): Session => ({
  id: String(row['id']),
  secretHash: String(row['secretHash']),
  linkId: String(row['linkId']),
  createdAt: Number(row['createdAt']),
  lastSeenAt: Number(row['lastSeenAt']),
  revokedAt: time(row['revokedAt']),
});

const first = <T>(rows: readonly Cells[], to: (row: Cells) => T): T | null =>
  rows[0] === undefined ? null : to(rows[0]);

export const sqliteCredentials = (db: Database): Credentials => {
  const addLink = db.prepare(
    `INSERT INTO links (id, token_hash, meeting, person, role, created_at, expires_at, one_time)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const linkByHash = db.prepare(`SELECT ${LINK} FROM links WHERE token_hash = ?`);
  const linkById = db.prepare(`SELECT ${LINK} FROM links WHERE id = ?`);
  const linksOf = db.prepare(`SELECT ${LINK} FROM links WHERE meeting IS ? ORDER BY number`);
  const useLink = db.prepare('UPDATE links SET used_at = ? WHERE id = ? AND used_at IS NULL');
  const revokeLink = db.prepare('UPDATE links SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const addSession = db.prepare(
    'INSERT INTO sessions (id, secret_hash, link_id, created_at, last_seen_at) VALUES (?, ?, ?, ?, ?)',
  );
  const sessionByHash = db.prepare(`SELECT ${SESSION} FROM sessions WHERE secret_hash = ?`);
  const sessionById = db.prepare(`SELECT ${SESSION} FROM sessions WHERE id = ?`);
  const sessionsOf = db.prepare(
    `SELECT ${SESSION} FROM sessions WHERE revoked_at IS NULL
     AND link_id IN (SELECT id FROM links WHERE meeting IS ?) ORDER BY number`,
  );
  const touch = db.prepare('UPDATE sessions SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?');
  const revokeSession = db.prepare('UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const revokeSessionsOf = db.prepare(
    'UPDATE sessions SET revoked_at = ? WHERE link_id = ? AND revoked_at IS NULL',
  );
  const removeSessionsOf = db.prepare(
    'DELETE FROM sessions WHERE link_id IN (SELECT id FROM links WHERE meeting = ?)',
  );
  const removeLinksOf = db.prepare('DELETE FROM links WHERE meeting = ?');

  const find = (id: string): Link | null => first(linkById.all(id), toLink);

  return {
    async createLink({ id, tokenHash, meeting, person, role, createdAt, expiresAt, oneTime }) {
      addLink.run(id, tokenHash, meeting, person, role, createdAt, expiresAt, oneTime ? 1 : 0);
      return find(id)!;
    },
    findLink: async (tokenHash) => first(linkByHash.all(tokenHash), toLink),
    linkById: async (id) => find(id),
    listLinks: async (meeting) => linksOf.all(meeting).map(toLink),
    exchange: async (tokenHash, { id, secretHash }, now) =>
      transaction(db, () => {
        const link = first(linkByHash.all(tokenHash), toLink);
        const reason = link === null ? 'unknown' : linkRefusal(link, now);
        if (link === null || reason !== null) return { status: 'refused', reason: reason ?? 'unknown' };
        useLink.run(now, link.id);
        addSession.run(id, secretHash, link.id, now, now);
        return { status: 'opened', link: find(link.id)!, session: first(sessionById.all(id), toSession)! };
      }),
    revokeLink: async (id, now) =>
      transaction(db, () => {
        revokeSessionsOf.run(now, id);
        return revokeLink.run(now, id) > 0;
      }),
    async findSession(secretHash, now) {
      const session = first(sessionByHash.all(secretHash), toSession);
      const link = session === null ? null : find(session.linkId);
      return session !== null && link !== null && sessionStands(session, link, now)
        ? { session, link }
        : null;
    },
    listSessions: async (meeting) => sessionsOf.all(meeting).map(toSession),
    async touchSessions(ids, now) {
      transaction(db, () => {
        for (const id of ids) touch.run(now, id, now);
      });
    },
    revokeSession: async (id, now) => revokeSession.run(now, id) > 0,
    async removeLinks(meeting) {
      transaction(db, () => {
        removeSessionsOf.run(meeting);
        removeLinksOf.run(meeting);
      });
    },
  };
};

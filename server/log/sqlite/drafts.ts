import { canonicalJson } from '../canonical.ts';
import type { Draft, Drafts } from '../drafts.ts';
import type { Cells, Database } from './database.ts';

const toDraft = (row: Cells): Draft => ({
  id: String(row['id']),
  updatedAt: Number(row['updatedAt']),
  body: JSON.parse(String(row['body'])) as unknown,
});

export const sqliteDrafts = (db: Database): Drafts => {
  const put = db.prepare('INSERT OR REPLACE INTO drafts (id, updated_at, body) VALUES (?, ?, ?)');
  const one = db.prepare('SELECT id, updated_at AS updatedAt, body FROM drafts WHERE id = ?');
  const all = db.prepare('SELECT id, updated_at AS updatedAt, body FROM drafts ORDER BY updated_at DESC, id');
  const drop = db.prepare('DELETE FROM drafts WHERE id = ?');
  return {
    async save({ id, updatedAt, body }) {
      put.run(id, updatedAt, canonicalJson(body));
    },
    async load(id) {
      const row = one.all(id)[0];
      return row === undefined ? null : toDraft(row);
    },
    list: async () => all.all().map(toDraft),
    remove: async (id) => drop.run(id) > 0,
  };
};

import { canonicalJson } from '../canonical.ts';
import type { Drafts } from '../drafts.ts';
import type { MemoryDisk } from './disk.ts';

export const memoryDrafts = (disk: () => MemoryDisk): Drafts => ({
  async save({ id, updatedAt, body }) {
    disk().drafts.set(id, { updatedAt, body: canonicalJson(body) });
  },
  async load(id) {
    const held = disk().drafts.get(id);
    return held === undefined
      ? null
      : { id, updatedAt: held.updatedAt, body: JSON.parse(held.body) as unknown };
  },
  list: async () =>
    [...disk().drafts]
      .map(([id, { updatedAt, body }]) => ({ id, updatedAt, body: JSON.parse(body) as unknown }))
      .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)),
  remove: async (id) => disk().drafts.delete(id),
});

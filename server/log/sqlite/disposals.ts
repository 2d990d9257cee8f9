import type { Shelf } from '../embedded/shelf.ts';
import { canonicalJson } from '../canonical.ts';
import type { Disposal } from '../disposal.ts';
import type { Database } from './database.ts';

export const disposals = (db: Database): Pick<Shelf, 'disposals' | 'addDisposal'> => {
  const all = db.prepare('SELECT body FROM disposals ORDER BY number');
  const add = db.prepare('INSERT INTO disposals (body) VALUES (?)');
  return {
    disposals: () => all.all().map(({ body }) => JSON.parse(String(body)) as Disposal),
    addDisposal: (disposal) => void add.run(canonicalJson(disposal)),
  };
};

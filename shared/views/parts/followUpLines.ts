import { part } from '../part.ts';
import type { OpinionLine, PromiseLine } from '../types/followUpLines.ts';

/** Opinions attached to items (附帯意見) and what became of them: the desk follows them up. */
export const opinionLines = part(
  (state) => [state.record.opinions],
  (state): readonly OpinionLine[] =>
    state.record.opinions.map(({ no, item, text, carried, response }) => ({
      no,
      item,
      text,
      answered: response !== null,
      carried: carried && {
        origin: carried.origin,
        item: carried.item,
        department: carried.department,
        no: carried.no,
      },
    })),
);

/** What was promised for later (宿題): the desk follows it up. */
export const promiseLines = part(
  (state) => [state.record.promises],
  (state): readonly PromiseLine[] =>
    state.record.promises.map(({ no, item, from, text, due, carried, fulfilled }) => ({
      no,
      item,
      from,
      text,
      due,
      fulfilled: fulfilled !== null,
      carried: carried && { origin: carried.origin, item: carried.item, name: carried.name },
    })),
);

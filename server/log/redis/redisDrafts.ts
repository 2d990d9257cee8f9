import { canonicalJson } from '../canonical.ts';
import type { Draft, Drafts } from '../drafts.ts';
import type { Ask } from './ask.ts';
import { DRAFTS } from './keys.ts';

export const redisDrafts = (ask: Ask): Drafts => ({
  save: (draft) =>
    ask(async (client) => {
      await client.hSet(DRAFTS, draft.id, canonicalJson(draft));
    }),
  load: (id) =>
    ask(async (client) => {
      const text = await client.hGet(DRAFTS, id);
      return text === null ? null : (JSON.parse(text) as Draft);
    }),
  list: () =>
    ask(async (client) =>
      (await client.hVals(DRAFTS))
        .map((text) => JSON.parse(text) as Draft)
        .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)),
    ),
  remove: (id) => ask(async (client) => (await client.hDel(DRAFTS, id)) > 0),
});

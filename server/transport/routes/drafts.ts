import { Router, json } from 'express';
import * as v from 'valibot';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import type { DraftListing } from '../../../shared/protocol/api.ts';
import type { Drafts } from '../../log/drafts.ts';
import { malformed } from '../../meetings/refusals.ts';
import type { Clock } from '../../surroundings.ts';
import { deskOf, Refused } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const noDraft: Refusal = {
  code: 'server/unknown-draft',
  ja: 'この準備中の会議は見つかりません。一覧から選び直してください。',
  en: 'There is no such draft. Please choose one from the list.',
};

const bodySchema = v.record(v.string(), v.unknown());

/** Meetings that the desk is still preparing: whatever was typed so far, as the page keeps it. */
export function draftRoutes(parts: {
  readonly sessions: Sessions;
  readonly drafts: Drafts;
  readonly clock: Clock;
}): Router {
  const { sessions, drafts, clock } = parts;
  const router = Router();

  router.get('/drafts', async (request, response) => {
    await deskOf(sessions, request);
    const listings: DraftListing[] = [];
    for (const { id, updatedAt } of await drafts.list()) {
      const draft = await drafts.load(id);
      if (draft !== null) listings.push({ id, title: titleOf(draft.body), updatedAt });
    }
    response.json(listings);
  });

  router
    .route('/drafts/:draft')
    .all(async (request, _response, next) => {
      await deskOf(sessions, request);
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(request.params.draft)) throw new Refused(404, noDraft);
      next();
    })
    .get(async (request, response) => {
      const draft = await drafts.load(request.params.draft);
      if (draft === null) throw new Refused(404, noDraft);
      response.json(draft);
    })
    .put(json({ limit: '8mb' }), async (request, response) => {
      const parsed = v.safeParse(bodySchema, request.body);
      if (!parsed.success) throw new Refused(400, malformed(['body: a JSON object']));
      const draft = { id: request.params.draft, updatedAt: clock.now(), body: parsed.output };
      await drafts.save(draft);
      response.json({
        id: draft.id,
        title: titleOf(draft.body),
        updatedAt: draft.updatedAt,
      } satisfies DraftListing);
    })
    .delete(async (request, response) => {
      await drafts.remove(request.params.draft);
      response.status(204).end();
    });

  return router;
}

function titleOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string'
    ? body.title
    : '';
}

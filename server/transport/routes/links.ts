import { Router, json } from 'express';
import * as v from 'valibot';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import { personOf } from '../../../shared/meeting/lookup.ts';
import type { Links, LinksMade } from '../../../shared/protocol/api.ts';
import { malformed } from '../../meetings/refusals.ts';
import { rightsOf } from '../../meetings/rights.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { LinkDesk } from '../links.ts';
import { listingOf, madeOf } from '../links.ts';
import { bodyOf, deskOf, Refused, sessionOf, withDeskMeeting } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const unknownLink: Refusal = {
  code: 'server/unknown-link',
  ja: 'このリンクは見つかりません。一覧を開き直してください。',
  en: 'There is no such link. Please open the list again.',
};

const linksDeleted: Refusal = {
  code: 'retention/links-deleted',
  ja: 'この会議のリンクは消去済みで、新しくは作れません。会議録は、書き出したファイルでお渡しください。',
  en: 'The links of this meeting were deleted, and no new ones are made. Hand out the minutes as a file.',
};

const base = v.optional(v.string());
const meetingLinkSchema = v.variant('role', [
  v.strictObject({
    role: v.literal('person'),
    people: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(5000)),
    base,
  }),
  v.strictObject({ role: v.literal('screen'), base }),
  v.strictObject({ role: v.literal('observer'), base }),
]);
const deskLinkSchema = v.strictObject({ role: v.literal('desk'), base });

export interface LinkRouteParts {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly links: LinkDesk;
  /** The addresses under which others may reach this server, the likeliest first. */
  readonly bases: () => readonly string[];
}

/** Links for people, screens and observers: the desk makes, re-issues and revokes them. */
export function linkRoutes(parts: LinkRouteParts): Router {
  const { sessions, registry, links, bases } = parts;
  const router = Router();

  router.get('/meetings/:id/links', async (request, response) => {
    await withDeskMeeting(parts, request, async (room) => {
      const all = await links.list(room.id);
      response.json({ links: all.map(listingOf), bases: bases() } satisfies Links);
    });
  });

  router.post('/meetings/:id/links', json({ limit: '1mb' }), async (request, response) => {
    await withDeskMeeting(parts, request, async (room) => {
      const wish = bodyOf(meetingLinkSchema, request);
      const at = chosen(wish.base);
      const { id: meeting, state } = room;
      if (state.confirmation.detailsDeletedAt !== null) throw new Refused(409, linksDeleted);
      if (wish.role !== 'person') {
        const made = await links.make({ role: wish.role, meeting, person: null, oneTime: false }, at);
        response.status(201).json({ made: [madeOf(made)] } satisfies LinksMade);
        return;
      }
      const unknown = wish.people.filter((id) => personOf(state, id) === undefined);
      if (unknown.length > 0) throw new Refused(400, malformed([`people: nobody is ${unknown.join(', ')}`]));
      const made = await links.remake(meeting, wish.people, at);
      response.status(201).json({ made: made.map(madeOf) } satisfies LinksMade);
    });
  });

  router.get('/links', async (request, response) => {
    await deskOf(sessions, request);
    const all = await links.list(null);
    response.json({ links: all.map(listingOf), bases: bases() } satisfies Links);
  });

  router.post('/links', json({ limit: '2kb' }), async (request, response) => {
    await deskOf(sessions, request);
    const wish = bodyOf(deskLinkSchema, request);
    const made = await links.make(
      { role: 'desk', meeting: null, person: null, oneTime: true },
      chosen(wish.base),
    );
    response.status(201).json({ made: [madeOf(made)] } satisfies LinksMade);
  });

  router.delete('/links/:link', async (request, response) => {
    const session = await sessionOf(sessions, request);
    const link = await links.byId(request.params.link);
    if (link === null) throw new Refused(404, unknownLink);
    if (!(await mayRevoke(session.link, link.meeting))) throw new Refused(404, unknownLink);
    await links.revoke(link.id);
    response.status(204).end();
  });

  async function mayRevoke(own: Parameters<typeof rightsOf>[0], meeting: string | null): Promise<boolean> {
    if (own.role === 'desk') return true;
    if (meeting === null) return false;
    const isDesk = await registry.use(meeting, ({ state }) => rightsOf(own, state)?.audiences[0] === 'desk');
    return isDesk === true;
  }

  function chosen(wished: string | undefined): string {
    const [first = '', ...others] = bases();
    if (wished === undefined) return first;
    if (wished === first || others.includes(wished)) return wished;
    throw new Refused(400, malformed([`base: one of ${[first, ...others].join(', ')}`]));
  }

  return router;
}

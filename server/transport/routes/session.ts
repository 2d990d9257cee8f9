import { Router, json } from 'express';
import * as v from 'valibot';
import { isRefusal } from '../../../shared/meeting/refusal.ts';
import { personOf } from '../../../shared/meeting/lookup.ts';
import type { LinkOpened, SessionInfo } from '../../../shared/protocol/api.ts';
import { unknownMeeting } from '../../meetings/refusals.ts';
import { rightsOf } from '../../meetings/rights.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import { bodyOf, Refused, sessionOf } from '../requestContext.ts';
import { linkRate } from '../security.ts';
import type { OpenSession, Sessions } from '../sessions.ts';

const linkSchema = v.strictObject({
  token: v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/, 'not a link’s token')),
});

/** Links and who one is: the only requests that somebody without a session may make. */
export function sessionRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
}): Router {
  const { sessions, registry } = parts;
  const router = Router();

  async function describe(session: OpenSession): Promise<SessionInfo> {
    const { id, link } = session;
    if (link.meeting === null)
      return {
        session: id,
        role: link.role,
        meeting: null,
        person: null,
        audiences: ['desk', 'chair', 'member', 'observer', 'screen'],
        url: `/?s=${id}`,
      };
    const info = await registry.use(link.meeting, ({ state }): SessionInfo | null => {
      const rights = rightsOf(link, state);
      const person = link.person === null ? undefined : personOf(state, link.person);
      return rights === null
        ? null
        : {
            session: id,
            role: link.role,
            meeting: state.id,
            person: person === undefined ? null : { id: person.id, name: person.name, role: person.role },
            audiences: rights.audiences,
            url: `/m/${state.id}/${rights.audiences[0]}?s=${id}`,
          };
    });
    if (info === null) throw new Refused(404, unknownMeeting);
    return info;
  }

  router.post('/link', linkRate(), json({ limit: '2kb' }), async (request, response) => {
    const { token } = bodyOf(linkSchema, request);
    const opened = await sessions.exchange(token, request.headers.cookie, request.secure);
    if (isRefusal(opened)) throw new Refused(403, opened);
    if (opened.setCookie !== null) response.append('set-cookie', opened.setCookie);
    const { session, url } = await describe(opened);
    response.json({ session, url } satisfies LinkOpened);
  });

  router.get('/session', async (request, response) => {
    response.json(await describe(await sessionOf(sessions, request)));
  });

  return router;
}

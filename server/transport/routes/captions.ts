import { Router, json } from 'express';
import type { CaptionsAnswer } from '../../../shared/protocol/api.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import { onlyDesk } from '../../meetings/refusals.ts';
import { rightsOf } from '../../meetings/rights.ts';
import { parseCommandMessage } from '../messageSchemas.ts';
import { Refused, withMeeting } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

/**
 * The words of a caption file, laid on the turns by the desk's page. They come in one request and go into the log in
 * one act, whole or not at all: a socket message may be 256 kB long, and ten hours of speech are several megabytes.
 */
export function captionRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
}): Router {
  const router = Router();

  router.post('/meetings/:id/captions', json({ limit: '16mb' }), async (request, response) => {
    await withMeeting(parts, request, async (room, session) => {
      const rights = rightsOf(session.link, room.state);
      if (rights?.audiences[0] !== 'desk' || rights.actor === null) throw new Refused(403, onlyDesk);
      const parsed = parseCommandMessage({ ...(request.body as object), do: 'takeCaptions' });
      if (!parsed.ok) throw new Refused(400, parsed.refusal);
      const answer = await room.command(parsed.value.id, parsed.value.command, rights.actor);
      if (!answer.ok) throw new Refused(409, answer.refusal);
      response.json({ version: answer.version } satisfies CaptionsAnswer);
    });
  });

  return router;
}

import { Router } from 'express';
import { personOf } from '../../../shared/meeting/lookup.ts';
import type { ReplacedReport } from '../../../shared/protocol/api.ts';
import type { MeetingLog } from '../../log/meetingLog.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import { notReplaced } from '../../meetings/refusals.ts';
import { Refused, withDeskMeeting } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

/** A meeting whose record was replaced by an older copy: what is known to be missing, and the desk's word to go on. */
export function replacedRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly log: MeetingLog;
}): Router {
  const { registry, log } = parts;
  const router = Router();

  router.get('/meetings/:id/replaced', async (request, response) => {
    const report = await withDeskMeeting(parts, request, (room): ReplacedReport | null => {
      const replaced = registry.replaced(room.id);
      if (replaced === null) return null;
      const missing = room.since(replaced.has).map(({ version, type, at, by }) => ({
        no: version,
        at,
        by: personOf(room.state, by)?.name ?? null,
        type,
      }));
      return { ...replaced, missing };
    });
    response.json(report);
  });

  router.post('/meetings/:id/replaced/confirm', async (request, response) => {
    await withDeskMeeting(parts, request, async (room) => {
      if (registry.replaced(room.id) === null) throw new Refused(409, notReplaced);
      await log.confirmReplaced(room.id);
    });
    response.status(204).end();
  });

  return router;
}

import { Router } from 'express';
import * as v from 'valibot';
import { plainProfile } from '../../../shared/minutes/profiles.ts';
import { meetingReport } from '../../../shared/minutes/report/meetingReport.ts';
import { exportMeeting } from '../../exports/exportMeeting.ts';
import { malformed } from '../../meetings/refusals.ts';
import { downloadNamed } from '../download.ts';
import { Refused, withMeeting } from '../requestContext.ts';
import { readersIn } from './minutes.ts';
import type { MinutesRouteParts } from './minutes.ts';

const querySchema = v.object({ format: v.optional(v.picklist(['json', 'html', 'docx']), 'json') });

/** The meeting in figures, or in pictures to take home, for whoever may read its minutes. */
export function reportRoutes(parts: MinutesRouteParts): Router {
  const router = Router();

  router.get('/meetings/:id/report', async (request, response) => {
    await withMeeting(parts, request, async (room, session) => {
      const readers = readersIn(room, session);
      const query = v.safeParse(querySchema, request.query);
      if (!query.success) throw new Refused(400, malformed([`format: ${query.issues[0].message}`]));
      const { state } = room;
      const all = (await room.minutes()).since(0);
      // Who spoke when behind closed doors is not the public's; how many were there is.
      const blocks =
        readers === 'public' ? all.filter(({ type, closed }) => type !== 'turn' || closed !== true) : all;
      const profile = parts.profiles.find(({ id }) => id === state.profile) ?? plainProfile;
      const { format } = query.output;
      if (format === 'json') {
        response.json(meetingReport({ state, blocks, profile }, room.now()));
        return;
      }
      const { mime, filename, body } = await exportMeeting(`report.${format}`, { state, blocks, profile });
      response.type(mime).set('content-disposition', downloadNamed(filename)).send(body);
    });
  });

  return router;
}

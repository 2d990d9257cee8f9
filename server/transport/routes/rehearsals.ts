import { Router, json } from 'express';
import * as v from 'valibot';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import type { MeetingMade, RehearsalStatus } from '../../../shared/protocol/api.ts';
import type { Rehearsals } from '../../replay/rehearsals.ts';
import { bodyOf, deskOf, Refused } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const notPlaying: Refusal = {
  code: 'server/no-rehearsal',
  ja: 'このリハーサルは終わっています。ホームからもう一度始めてください。',
  en: 'This rehearsal has ended. Please start another one from the home page.',
};

/** Times the clock's speed; 0: nobody plays, the visitor does. */
const speed = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));
const startSchema = v.strictObject({ speed: v.optional(speed, 30) });
const changeSchema = v.strictObject({ speed: v.optional(speed), paused: v.optional(v.boolean()) });

/** リハーサル: the bundled sample meeting, played on all the screens. */
export function rehearsalRoutes(parts: {
  readonly sessions: Sessions;
  readonly rehearsals: Rehearsals;
}): Router {
  const { sessions, rehearsals } = parts;
  const router = Router();

  router.post('/rehearsals', json({ limit: '2kb' }), async (request, response) => {
    await deskOf(sessions, request);
    const id = await rehearsals.start(bodyOf(startSchema, request).speed);
    response.status(201).json({ id } satisfies MeetingMade);
  });

  router.get('/rehearsals/:id', async (request, response) => {
    await deskOf(sessions, request);
    const status = rehearsals.status(request.params.id);
    if (status === null) throw new Refused(404, notPlaying);
    response.json(status satisfies RehearsalStatus);
  });

  router.patch('/rehearsals/:id', json({ limit: '2kb' }), async (request, response) => {
    await deskOf(sessions, request);
    if (!rehearsals.control(request.params.id, bodyOf(changeSchema, request)))
      throw new Refused(404, notPlaying);
    response.status(204).end();
  });

  return router;
}

import { Router, json } from 'express';
import * as v from 'valibot';
import { followUps } from '../../../shared/across/followUps.ts';
import { planSchema } from '../../../shared/meeting/plan.ts';
import type { MeetingMade } from '../../../shared/protocol/api.ts';
import type { MeetingCatalogue } from '../../meetings/catalogue.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { Clock } from '../../surroundings.ts';
import { bodyOf, deskOf, Refused } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const newMeetingSchema = v.strictObject({
  plan: planSchema,
  rehearsal: v.optional(v.boolean(), false),
  at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** The list of meetings, what they left to be done, and making one. */
export function meetingRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly catalogue: MeetingCatalogue;
  readonly clock: Clock;
}): Router {
  const { sessions, registry, catalogue, clock } = parts;
  const router = Router();
  router.get('/meetings', async (request, response) => {
    await deskOf(sessions, request);
    const found = await catalogue.all();
    response.json(found.map(({ listing }) => listing).toReversed());
  });

  /** What was promised and advised in any of them, and what became of it. */
  router.get('/follow-ups', async (request, response) => {
    await deskOf(sessions, request);
    const real = (await catalogue.all()).filter(({ listing }) => !listing.rehearsal);
    response.json(followUps(real.map((one) => one.followUps)));
  });

  router.post('/meetings', json({ limit: '8mb' }), async (request, response) => {
    await deskOf(sessions, request);
    const { plan, rehearsal, at } = bodyOf(newMeetingSchema, request);
    const createdAt = rehearsal ? (at ?? Date.parse(plan.meeting.startsAt)) : clock.now();
    const id = await registry.create(plan, rehearsal, createdAt);
    if (typeof id !== 'string') throw new Refused(400, id);
    response.status(201).json({ id } satisfies MeetingMade);
  });

  return router;
}

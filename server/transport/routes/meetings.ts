import { Router, json } from 'express';
import * as v from 'valibot';
import { planSchema } from '../../../shared/meeting/plan.ts';
import type { MeetingListing, MeetingMade } from '../../../shared/protocol/api.ts';
import type { MeetingLog } from '../../log/meetingLog.ts';
import { loadState } from '../../meetings/loadState.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { Clock } from '../../surroundings.ts';
import { bodyOf, deskOf, Refused } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const newMeetingSchema = v.strictObject({
  plan: planSchema,
  rehearsal: v.optional(v.boolean(), false),
  at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** The list of meetings, and making one. */
export function meetingRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly log: MeetingLog;
  readonly clock: Clock;
}): Router {
  const { sessions, registry, log, clock } = parts;
  const router = Router();
  /** What was listed last, by meeting and version: a finished meeting is folded once. */
  const listed = new Map<string, { readonly version: number; readonly listing: MeetingListing }>();

  async function listingOf(
    meeting: string,
    version: number,
    createdAt: number,
  ): Promise<MeetingListing | null> {
    const known = listed.get(meeting);
    if (known?.version === version) return known.listing;
    const state = await loadState(log, meeting);
    if (state === null) return null;
    const { title, body, startsAt, venue, mode } = state.info;
    const listing: MeetingListing = {
      id: meeting,
      info: { title, body, startsAt, venue, mode },
      status: state.conduct.status,
      rehearsal: state.rehearsal,
      createdAt,
      people: state.roster.order.length,
    };
    listed.set(meeting, { version: state.version, listing });
    return listing;
  }

  router.get('/meetings', async (request, response) => {
    await deskOf(sessions, request);
    const listings: MeetingListing[] = [];
    for (const { meeting, version, createdAt } of await log.meetings()) {
      const listing = await listingOf(meeting, version, createdAt);
      if (listing !== null) listings.push(listing);
    }
    response.json(listings.toReversed());
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

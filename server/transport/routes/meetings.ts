import { Router, json } from 'express';
import * as v from 'valibot';
import { followUps, followUpsIn } from '../../../shared/across/followUps.ts';
import type { MeetingFollowUps } from '../../../shared/across/followUps.ts';
import { planSchema } from '../../../shared/meeting/plan.ts';
import type { MeetingListing, MeetingMade } from '../../../shared/protocol/api.ts';
import type { MeetingLog, MeetingSummary } from '../../log/meetingLog.ts';
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

interface Listed {
  readonly version: number;
  readonly listing: MeetingListing;
  readonly followUps: MeetingFollowUps;
}

/** The list of meetings, what they left to be done, and making one. */
export function meetingRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly log: MeetingLog;
  readonly clock: Clock;
}): Router {
  const { sessions, registry, log, clock } = parts;
  const router = Router();
  /** What was listed last, by meeting and version: a finished meeting is folded once. */
  const listed = new Map<string, Listed>();

  async function listedOf({ meeting, version, createdAt }: MeetingSummary): Promise<Listed | null> {
    const known = listed.get(meeting);
    if (known?.version === version) return known;
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
    const found = { version: state.version, listing, followUps: followUpsIn(state) };
    listed.set(meeting, found);
    return found;
  }

  async function all(): Promise<Listed[]> {
    const found: Listed[] = [];
    for (const summary of await log.meetings()) {
      const one = await listedOf(summary);
      if (one !== null) found.push(one);
    }
    return found;
  }

  router.get('/meetings', async (request, response) => {
    await deskOf(sessions, request);
    const found = await all();
    response.json(found.map(({ listing }) => listing).toReversed());
  });

  /** What was promised and advised in any of them, and what became of it. */
  router.get('/follow-ups', async (request, response) => {
    await deskOf(sessions, request);
    const real = (await all()).filter(({ listing }) => !listing.rehearsal);
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

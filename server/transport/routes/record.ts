import { Router } from 'express';
import { nextPlan } from '../../../shared/across/nextPlan.ts';
import { stateReport } from '../../../shared/views/stateReport.ts';
import type { Plan } from '../../../shared/meeting/plan.ts';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { MeetingLog } from '../../log/meetingLog.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import { withDeskMeeting } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

/** Records read at a time: a long meeting is sent as it is read. */
const page = 1000;

/** What the desk takes home of a meeting: its log, line by line, and its figures. */
export function recordRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly log: MeetingLog;
}): Router {
  const router = Router();

  router.get('/meetings/:id/log', async (request, response) => {
    await withDeskMeeting(parts, request, async (room) => {
      // Another node may have written what this one has not heard of yet.
      const until = await parts.log.version(room.id);
      response.type('application/x-ndjson');
      for (let seq = 0; seq < until;) {
        const records = await parts.log.read(room.id, seq, page);
        for (const record of records) response.write(`${JSON.stringify(record)}\n`);
        const last = records.at(-1);
        if (last === undefined) break;
        seq = last.seq;
      }
      response.end();
    });
  });

  /** What the next meeting of the body begins from. */
  router.get('/meetings/:id/next', async (request, response) => {
    await withDeskMeeting(parts, request, ({ state }) => {
      response.json(nextPlan(state));
      return Promise.resolve();
    });
  });

  /** What the meeting was planned as, as far as it goes now. */
  router.get('/meetings/:id/plan', async (request, response) => {
    await withDeskMeeting(parts, request, ({ state }) => {
      response.json(planOf(state));
      return Promise.resolve();
    });
  });

  router.get('/meetings/:id/state', async (request, response) => {
    await withDeskMeeting(parts, request, (room) => {
      response.json(stateReport(room.state));
    });
  });

  return router;
}

function planOf(state: MeetingState): Plan {
  const { profile, info, rules, roster, agenda, carriedOver, carriedPromises } = state;
  return {
    profile,
    meeting: info,
    rules,
    people: roster.order.flatMap((id) => roster.people[id] ?? []),
    agenda: agenda.order.flatMap((id) => agenda.items[id] ?? []),
    carriedOver: [...carriedOver],
    carriedPromises: [...carriedPromises],
  };
}

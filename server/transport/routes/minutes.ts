import { Router } from 'express';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import { notYourScreen, unknownMeeting } from '../../meetings/refusals.ts';
import { blocksFor } from '../../meetings/minutesStream.ts';
import type { MinutesReaders } from '../../meetings/minutesStream.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { MeetingRoom } from '../../meetings/meetingRoom.ts';
import { readersAmong, rightsOf } from '../../meetings/rights.ts';
import type { OpenStreams } from '../openStreams.ts';
import { Refused, sessionOf, withMeeting } from '../requestContext.ts';
import type { OpenSession, Sessions } from '../sessions.ts';

/** The minutes over HTTP: as they are, and as a stream that grows with the meeting. */
export function minutesRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly streams: OpenStreams;
}): Router {
  const router = Router();

  router.get('/meetings/:id/minutes', async (request, response) => {
    await withMeeting(parts, request, async (room, session) => {
      const readers = readersIn(room, session);
      const minutes = await room.minutes();
      response.json(blocksFor(readers, minutes.since(0)));
    });
  });

  /** One JSON line for each block that is new or was changed; ends when the link dies or the reader goes. */
  router.get('/meetings/:id/minutes/stream', async (request, response) => {
    const session = await sessionOf(parts.sessions, request);
    const held = await parts.registry.hold(request.params.id);
    if (held === null) throw new Refused(404, unknownMeeting);
    try {
      const { room } = held;
      if (rightsOf(session.link, room.state) === null) throw new Refused(404, unknownMeeting);
      const readers = readersIn(room, session);
      const from = Number(request.query['from'] ?? 0);
      const minutes = await room.minutes();
      response.type('application/x-ndjson').set('x-accel-buffering', 'no');
      const write = (blocks: readonly MinutesBlock[]) => {
        for (const block of blocks) response.write(`${JSON.stringify(block)}\n`);
      };
      response.flushHeaders();
      write(blocksFor(readers, minutes.since(Number.isSafeInteger(from) ? from : 0)));
      const unfollow = room.fanout.followMinutes(readers, write);
      const forget = parts.streams.add(session.link.id, () => response.end());
      response.once('close', () => {
        unfollow();
        forget();
        held.release();
      });
    } catch (error) {
      held.release();
      throw error;
    }
  });

  return router;
}

function readersIn(room: MeetingRoom, session: OpenSession): MinutesReaders {
  const audience = rightsOf(session.link, room.state)?.audiences[0];
  const readers = audience === undefined ? null : readersAmong(audience, room.state);
  if (readers === null) throw new Refused(403, notYourScreen);
  return readers;
}

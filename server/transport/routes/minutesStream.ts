import { Router } from 'express';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import { unknownMeeting } from '../../meetings/refusals.ts';
import { blocksFor } from '../../meetings/minutesStream.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import { rightsOf } from '../../meetings/rights.ts';
import type { OpenStreams } from '../openStreams.ts';
import { Refused, sessionOf } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';
import { readersIn } from './minutes.ts';

/** The minutes as a stream that `curl -N` can follow. */
export function minutesStreamRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly streams: OpenStreams;
}): Router {
  const router = Router();

  /**
   * One JSON line for each block, as it is and whenever it is new or changed; `?from=` is a log position that the
   * reader has already. Ends when the link dies or the reader goes.
   */
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
      response.flushHeaders();
      const write = (blocks: readonly MinutesBlock[]) => {
        for (const block of blocks) response.write(`${JSON.stringify(block)}\n`);
      };
      write(blocksFor(readers, minutes.since(Number.isSafeInteger(from) ? from : 0)));
      const unfollow = room.fanout.followMinutes(readers, write);
      const forget = parts.streams.add(session.link, () => response.end());
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

import { Router } from 'express';
import { confirmedPrevious } from '../../../shared/across/confirmedPrevious.ts';
import { doneElsewhere } from '../../../shared/across/followUps.ts';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { Across } from '../../../shared/protocol/api.ts';
import type { MeetingCatalogue } from '../../meetings/catalogue.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import { withDeskMeeting } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

/** What one meeting's desk is told of the others: read from their logs, kept nowhere a second time. */
export function acrossRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly catalogue: MeetingCatalogue;
}): Router {
  const { registry, catalogue } = parts;
  const router = Router();

  async function previousOf(state: MeetingState): Promise<Across['previous']> {
    if (state.previous === null) return null;
    const { meeting: id, title } = state.previous;
    const agreedAt = confirmedPrevious(state)?.at ?? null;
    const there = await registry.use(id, (room) => room.state.confirmation);
    return {
      id,
      title,
      known: there !== null,
      finalizedAt: there?.finalized?.at ?? null,
      agreedAt,
      recorded: there?.byBody?.meeting === state.id && there.byBody.decidedAt === agreedAt,
    };
  }

  router.get('/meetings/:id/across', async (request, response) => {
    await withDeskMeeting(parts, request, async ({ id, state, rehearsal }) => {
      const real = (await catalogue.all()).filter(({ listing }) => listing.rehearsal === rehearsal);
      response.json({
        done: doneElsewhere(
          real.map(({ followUps }) => followUps),
          id,
        ),
        previous: await previousOf(state),
      } satisfies Across);
    });
  });

  return router;
}

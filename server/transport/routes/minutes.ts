import { Router, json } from 'express';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import type { Profile } from '../../../shared/minutes/profile/schema.ts';
import { parseProfile } from '../../../shared/minutes/profile/parseProfile.ts';
import { turnLabel } from '../../../shared/minutes/render/labels.ts';
import { renderMinutes } from '../../../shared/minutes/render/renderMinutes.ts';
import { sourceOf } from '../../../shared/minutes/render/source.ts';
import type { MinutesInput } from '../../../shared/minutes/render/source.ts';
import type { ProfileListing } from '../../../shared/protocol/api.ts';
import { blocksFor } from '../../meetings/minutesStream.ts';
import type { MinutesReaders } from '../../meetings/minutesStream.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { MeetingRoom } from '../../meetings/meetingRoom.ts';
import { malformed, notYourScreen } from '../../meetings/refusals.ts';
import { readersAmong, rightsOf } from '../../meetings/rights.ts';
import { documentFormats } from '../documentFormats.ts';
import { bodyOf, Refused, sessionOf, withMeeting } from '../requestContext.ts';
import type { OpenSession, Sessions } from '../sessions.ts';

export interface MinutesRouteParts {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  /** All that the server knows. */
  readonly profiles: readonly Profile[];
}

const bodySchema = v.strictObject({ profile: v.unknown() });
const querySchema = v.object({
  format: v.optional(v.picklist(['json', ...Object.keys(documentFormats)]), 'json'),
  copy: v.optional(v.picklist(['published', 'record']), 'published'),
  profile: v.optional(v.string()),
});

/** The minutes as they are now: the blocks, or the document in the form that a profile gives it. */
export function minutesRoutes(parts: MinutesRouteParts): Router {
  const { sessions, profiles } = parts;
  const router = Router();

  router.get('/profiles', async (request, response) => {
    await sessionOf(sessions, request);
    response.json(profiles.map(({ id, name }): ProfileListing => ({ id, name })));
  });

  router.get('/meetings/:id/minutes', async (request, response) => {
    await send(request, response, (state, wished) => profileOf(wished ?? state.profile));
  });

  /** The same with a profile of the sender's own, to see how it prints. */
  router.post('/meetings/:id/minutes', json({ limit: '1mb' }), async (request, response) => {
    const { profile } = bodyOf(bodySchema, request);
    const parsed = parseProfile(profile);
    if (!parsed.ok)
      throw new Refused(
        400,
        malformed(parsed.problems.map(({ path, message }) => `profile.${path.join('.')}: ${message}`)),
      );
    await send(request, response, () => parsed.profile);
  });

  function profileOf(id: string): Profile {
    const profile = profiles.find((one) => one.id === id);
    if (profile !== undefined) return profile;
    throw new Refused(
      400,
      malformed([`profile: one of ${profiles.map((one) => one.id).join(', ')}, not ${id}`]),
    );
  }

  async function send(
    request: Request,
    response: Response,
    choose: (state: MeetingState, wished: string | undefined) => Profile,
  ): Promise<void> {
    await withMeeting(parts, request, async (room, session) => {
      const readers = readersIn(room, session);
      const query = v.safeParse(querySchema, request.query);
      if (!query.success)
        throw new Refused(
          400,
          malformed(query.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)),
        );
      const { format, copy, profile: wished } = query.output;
      const profile = choose(room.state, wished);
      const minutes = await room.minutes();
      const input: MinutesInput = {
        state: room.state,
        blocks: blocksFor(readers, minutes.since(0)),
        profile,
        copy: readers === 'desk' ? copy : 'published',
      };
      const form = documentFormats[format];
      if (form === undefined) {
        response.json(labelled(input));
        return;
      }
      const body = await form.make(renderMinutes(input));
      const name = `${room.state.info.title}.${form.ending}`;
      response.type(form.type).set('content-disposition', dispositionOf(name)).send(body);
    });
  }

  return router;
}

/** As whom this session reads the minutes; refused where it may not. */
export function readersIn(room: MeetingRoom, session: OpenSession): MinutesReaders {
  const audience = rightsOf(session.link, room.state)?.audiences[0];
  const readers = audience === undefined ? null : readersAmong(audience, room.state);
  if (readers === null) throw new Refused(403, notYourScreen);
  return readers;
}

/** The blocks, each turn with the label that it is printed under. */
function labelled(input: MinutesInput): readonly (MinutesBlock & { readonly label: string | null })[] {
  const source = sourceOf(input);
  return input.blocks.map((block) => ({
    ...block,
    label: block.type === 'turn' ? turnLabel(source, block) : null,
  }));
}

/** A download's name in any script (RFC 6266); looked at in a page of ours it would lack its style (CSP). */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\/]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}

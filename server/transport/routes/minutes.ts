import { Router, json } from 'express';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import { plainProfile } from '../../../shared/minutes/profiles.ts';
import type { Profile } from '../../../shared/minutes/profile/schema.ts';
import { parseProfile } from '../../../shared/minutes/profile/parseProfile.ts';
import { turnLabel } from '../../../shared/minutes/render/labels.ts';
import { renderMinutes } from '../../../shared/minutes/render/renderMinutes.ts';
import { sourceOf } from '../../../shared/minutes/render/source.ts';
import type { MinutesInput } from '../../../shared/minutes/render/source.ts';
import type { MinutesPage, ProfileListing } from '../../../shared/protocol/api.ts';
import { MinutesDocuments } from '../../meetings/minutesDocuments.ts';
import { exportMeeting } from '../../exports/exportMeeting.ts';
import { blocksFor } from '../../meetings/minutesStream.ts';
import type { MinutesReaders } from '../../meetings/minutesStream.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { MeetingRoom } from '../../meetings/meetingRoom.ts';
import { formMissing, malformed, notYourScreen, onlyDesk } from '../../meetings/refusals.ts';
import { readersAmong, rightsOf } from '../../meetings/rights.ts';
import { documentFormats } from '../documentFormats.ts';
import { downloadNamed } from '../download.ts';
import { bodyOf, Refused, sessionOf, withMeeting } from '../requestContext.ts';
import type { OpenSession, Sessions } from '../sessions.ts';

export interface MinutesRouteParts {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  /** All that the server knows. */
  readonly profiles: readonly Profile[];
}

/** More letters than this are not named: a header of many kilobytes is cut off by what stands between. */
const mostNamed = 100;

const bodySchema = v.strictObject({ profile: v.unknown() });
const querySchema = v.object({
  format: v.optional(v.picklist(['json', ...Object.keys(documentFormats)]), 'json'),
  copy: v.optional(v.picklist(['published', 'record']), 'published'),
  profile: v.optional(v.string()),
  annex: v.optional(v.picklist(['none', 'report']), 'none'),
});
const pageSchema = v.object({
  copy: v.optional(v.picklist(['published', 'record']), 'published'),
  have: v.optional(v.string()),
  profile: v.optional(v.string()),
});

/** The minutes as they are now: the blocks, or the document in the form that a profile gives it. */
export function minutesRoutes(parts: MinutesRouteParts): Router {
  const { sessions, profiles } = parts;
  const router = Router();
  const shelves = new WeakMap<MeetingRoom, MinutesDocuments>();

  router.get('/profiles', async (request, response) => {
    await sessionOf(sessions, request);
    response.json(profiles.map(({ id, name }): ProfileListing => ({ id, name })));
  });

  router.get('/meetings/:id/minutes', async (request, response) => {
    await send(request, response, (state, wished) => {
      if (wished === undefined && !has(state.profile)) throw new Refused(409, formMissing(state.profile));
      return profileOf(wished ?? state.profile);
    });
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

  const has = (id: string) => profiles.some((one) => one.id === id);

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
      const { format, copy, profile: wished, annex } = queryOf(querySchema, request);
      const profile = choose(room.state, wished);
      const minutes = await room.minutes();
      const input = {
        state: room.state,
        blocks: blocksFor(readers, minutes.since(0)),
        profile,
        copy: readers === 'desk' ? copy : ('published' as const),
        annex: annex === 'report',
      };
      const form = documentFormats[format];
      if (input.annex && form?.annex !== true) {
        const able = Object.keys(documentFormats).filter((name) => documentFormats[name]?.annex === true);
        throw new Refused(400, malformed([`annex: with ${able.join(' or ')}, not ${format}`]));
      }
      if (form === undefined) {
        response.json(labelled(input));
        return;
      }
      if (form.deskOnly && readers !== 'desk') throw new Refused(403, onlyDesk);
      const { mime, filename, body, unmapped } = await exportMeeting(form.kind, input);
      if (unmapped.length > 0)
        response.set('x-unwritable', encodeURIComponent(unmapped.slice(0, mostNamed).join('')));
      response.type(mime).set('content-disposition', downloadNamed(filename)).send(body);
    });
  }

  /** The document for a page that shows it while it grows. */
  router.get('/meetings/:id/minutes/document', async (request, response) => {
    await withMeeting(parts, request, async (room, session) => {
      const readers = readersIn(room, session);
      const { copy, have, profile: wished } = queryOf(pageSchema, request);
      const minutes = await room.minutes();
      const { state } = room;
      const missing = has(state.profile) ? null : state.profile;
      const profile =
        wished === undefined && missing !== null ? plainProfile : profileOf(wished ?? state.profile);
      const own = readers === 'desk' ? copy : 'published';
      const documents = shelves.get(room) ?? new MinutesDocuments(room.fanout.epoch);
      shelves.set(room, documents);
      const page = documents.page(`${readers}.${own}`, { profile, missing }, state.version, have, () =>
        renderMinutes({ state, blocks: blocksFor(readers, minutes.since(0)), profile, copy: own }),
      );
      response.json(page satisfies MinutesPage);
    });
  });

  return router;
}

function queryOf<T>(schema: v.GenericSchema<unknown, T>, request: Request): T {
  const query = v.safeParse(schema, request.query);
  if (query.success) return query.output;
  throw new Refused(
    400,
    malformed(query.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)),
  );
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

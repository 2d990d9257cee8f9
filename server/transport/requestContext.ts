import type { Request } from 'express';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import { malformed, noSession, onlyDesk, unknownMeeting } from '../meetings/refusals.ts';
import { rightsOf } from '../meetings/rights.ts';
import type { MeetingRegistry } from '../meetings/meetingRegistry.ts';
import type { MeetingRoom } from '../meetings/meetingRoom.ts';
import type { OpenSession, Sessions } from './sessions.ts';
import * as v from 'valibot';

/** An answer that is a refusal; the HTTP layer turns it into one. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: Refusal;

  constructor(status: number, refusal: Refusal) {
    super(refusal.code);
    this.status = status;
    this.refusal = refusal;
  }
}

/** The session that a request names with `?s=`, or a program with `Authorization: Bearer SECRET`. */
export async function sessionOf(sessions: Sessions, request: Request): Promise<OpenSession> {
  const bearer = /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1];
  const named = request.query['s'];
  const found =
    bearer === undefined
      ? await sessions.find(request.headers.cookie, typeof named === 'string' ? named : undefined)
      : await sessions.bySecret(bearer);
  if (found === null) throw new Refused(401, noSession);
  if (isRefusal(found)) throw new Refused(401, found);
  return found;
}

/** The town hall's desk, over all meetings. */
export async function deskOf(sessions: Sessions, request: Request): Promise<OpenSession> {
  const session = await sessionOf(sessions, request);
  if (session.link.role !== 'desk') throw new Refused(403, onlyDesk);
  return session;
}

/**
 * Runs `use` with a meeting that this session may see as the desk does: the town hall's desk, or a secretary of the
 * meeting.
 */
export async function withDeskMeeting<T>(
  parts: { readonly sessions: Sessions; readonly registry: MeetingRegistry },
  request: Request,
  use: (room: MeetingRoom) => T | Promise<T>,
): Promise<T> {
  return withMeeting(parts, request, (room, session) => {
    if (rightsOf(session.link, room.state)?.audiences[0] !== 'desk') throw new Refused(403, onlyDesk);
    return use(room);
  });
}

/** Runs `use` with the meeting that the path names, if this session has anything to do with it. */
export async function withMeeting<T>(
  { sessions, registry }: { readonly sessions: Sessions; readonly registry: MeetingRegistry },
  request: Request,
  use: (room: MeetingRoom, session: OpenSession) => T | Promise<T>,
): Promise<T> {
  const session = await sessionOf(sessions, request);
  const id = request.params['id'];
  const held = typeof id === 'string' ? await registry.hold(id) : null;
  if (held === null) throw new Refused(404, unknownMeeting);
  try {
    if (rightsOf(session.link, held.room.state) === null) throw new Refused(404, unknownMeeting);
    return await use(held.room, session);
  } finally {
    held.release();
  }
}

/** The body as the schema has it; a refusal that names the field otherwise. */
export function bodyOf<T>(schema: v.GenericSchema<unknown, T>, request: Request): T {
  const result = v.safeParse(schema, request.body as unknown);
  if (result.success) return result.output;
  throw new Refused(
    400,
    malformed(result.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)),
  );
}

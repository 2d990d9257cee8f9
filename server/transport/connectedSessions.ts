import type { Credentials } from '../log/credentials.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Gateway } from './gateway.ts';

/** How often (ms) the sessions with an open socket are noted as seen. */
const touchInterval = 5 * 60_000;

/** Notes now and then which sessions have a socket open, so that the next process knows who may come back. */
export function keepTouching(
  credentials: Credentials,
  gateway: Gateway,
  { clock, timers }: Surroundings,
): () => void {
  let stopped = false;
  let cancel: () => void = () => undefined;
  const touch = () => {
    if (stopped) return;
    for (const session of gateway.sessions)
      credentials.touchSession(session, clock.now()).catch(() => undefined);
    cancel = timers.after(touchInterval, touch);
  };
  touch();
  return () => {
    stopped = true;
    cancel();
  };
}

/**
 * The people of a meeting who were connected about when its last event happened (`since`): they have ten seconds to
 * come back after a start, before their link counts as lost.
 */
export async function connectedBefore(
  credentials: Credentials,
  meeting: string,
  since: number,
): Promise<string[]> {
  const persons = new Map(
    (await credentials.listLinks(meeting)).map((link) => [link.id, link.person] as const),
  );
  const people = (await credentials.listSessions(meeting))
    .filter((session) => session.lastSeenAt >= since - 3 * touchInterval)
    .map((session) => persons.get(session.linkId) ?? null)
    .filter((person) => person !== null);
  return [...new Set(people)];
}

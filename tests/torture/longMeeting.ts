import { io } from 'socket.io-client';
import { openStore } from '../../server/log/openStore.ts';
import { parseCommand } from '../../shared/meeting/commands.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Actor } from '../../shared/meeting/context.ts';
import type { Joined } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import { planOf } from '../support/plans.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestSession } from '../support/testClient.ts';
import { percentile } from '../bench/percentile.ts';

export interface LongMeetingFigures {
  readonly events: number;
  /** Of them, those that lie behind the last snapshot. */
  readonly afterSnapshot: number;
  /** Opening the meeting in a server that has just begun, from its last snapshot, ms. */
  readonly opened: number;
  /** The same where the snapshot is of no use (after an update of the program): every event is folded, ms. */
  readonly folded: number;
  /** From a join's leaving the client until the whole view is back, in the same process, worst of the joins, ms. */
  readonly joined: Readonly<Record<'desk' | 'member', { readonly p50: number; readonly worst: number }>>;
}

const members = 21;
/** Commands that are under way together. */
const together = 200;
const joins = 30;

const idOf = (no: number) => `m${String(no).padStart(2, '0')}`;

/** A meeting in which people speak in turn until the record has so many events; `dir`: an empty folder for the data. */
export async function longMeeting(dir: string, events: number): Promise<LongMeetingFigures> {
  let server = await TestServer.start({ dir });
  const meeting = await server.makeMeeting(planOf({ members }));
  const desk = await server.desk();
  const member = await server.sessionOf(meeting, 'm02');
  await speakOn(server, meeting, events);
  await server.stop();
  const afterSnapshot = await eventsAfterSnapshot(dir, meeting);

  server = await TestServer.start({ dir });
  const opened = await opening(server, meeting);
  const joined = {
    desk: await joinTimes(server, meeting, 'desk', desk),
    member: await joinTimes(server, meeting, 'member', member),
  };
  await server.stop();

  const store = await openStore({ dataDir: dir });
  // As another version of the program left it.
  await store.log.saveSnapshot(meeting, { version: events, schema: 0, body: '{}' });
  await store.close();
  server = await TestServer.start({ dir });
  const folded = await opening(server, meeting);
  await server.stop();
  return { events, afterSnapshot, opened, folded, joined };
}

async function eventsAfterSnapshot(dir: string, meeting: string): Promise<number> {
  const store = await openStore({ dataDir: dir });
  const snapshot = await store.log.loadSnapshot(meeting);
  const rest = (await store.log.version(meeting)) - (snapshot?.version ?? 0);
  await store.close();
  return rest;
}

/** In rounds: everybody raises a hand, and the chair calls one after the other. */
async function speakOn({ app }: TestServer, meeting: string, events: number): Promise<void> {
  const held = await app.registry.hold(meeting);
  if (held === null) throw new Error('the meeting is gone');
  const { room, release } = held;
  let sent = 0;
  const send = async (actor: Actor, input: CommandInput): Promise<void> => {
    const parsed = parseCommand(input);
    if (!parsed.ok) throw new Error(parsed.problems.join('; '));
    const answer = await room.command(`long-${++sent}`, parsed.command, actor);
    if (!answer.ok) throw new Error(`${input.do}: ${answer.refusal.en}`);
  };
  const chair: Actor = { kind: 'person', id: idOf(1) };
  for (let no = 1; no <= members; no += 1)
    await send({ kind: 'desk' }, { do: 'checkIn', who: idOf(no), channel: 'inRoom' });
  await send(chair, { do: 'openMeeting' });
  await send(chair, { do: 'startItem', item: 'i1' });
  for (let turn = 0; room.state.version < events;) {
    const round: Promise<void>[] = [];
    for (; round.length < together; turn += 1) {
      const who = idOf(2 + (turn % (members - 1)));
      round.push(
        send({ kind: 'person', id: who }, { do: 'raiseHand' }),
        send(chair, { do: 'recognize', who }),
      );
    }
    await Promise.all(round);
  }
  release();
}

async function opening({ app }: TestServer, meeting: string): Promise<number> {
  const begun = performance.now();
  const held = await app.registry.hold(meeting);
  const took = performance.now() - begun;
  held?.release();
  return took;
}

async function joinTimes(
  server: TestServer,
  meeting: string,
  audience: Audience,
  { session, cookie }: TestSession,
): Promise<{ readonly p50: number; readonly worst: number }> {
  const times: number[] = [];
  for (let join = 0; join < joins; join += 1) {
    const socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      auth: { s: session },
      extraHeaders: { cookie },
    });
    await new Promise<void>((up) => socket.once('connect', up));
    const begun = performance.now();
    const joined = (await socket.emitWithAck('join', {
      protocol: protocolVersion,
      meeting,
      audience,
    })) as Joined;
    times.push(performance.now() - begun);
    if (!joined.ok) throw new Error(joined.refusal.en);
    socket.disconnect();
  }
  return { p50: percentile(times, 0.5), worst: percentile(times, 1) };
}

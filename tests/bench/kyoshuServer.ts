import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { openStore } from '../../server/openStore.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import { parseCommand } from '../../shared/meeting/commands.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { planSchema } from '../../shared/meeting/plan.ts';
import type { LinkOpened } from '../../shared/protocol/api.ts';
import { bundledProfiles } from '../../shared/minutes/profiles.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { personsTouched } from '../../shared/views/personsTouched.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { answerQuestions } from './answerQuestions.ts';
import type { Seat } from './serverProcess.ts';

const memberId = (no: number) => `m${String(no).padStart(4, '0')}`;

/** The product as it is, with its log in a file, and one meeting that is open with everybody in the room. */
export async function serveKyoshu(members: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'kyoshu-bench-'));
  process.on('exit', () => {
    rmSync(data, { recursive: true, force: true });
  });
  const config = {
    host: '127.0.0.1',
    port: 0,
    data,
    redisUrl: null,
    origins: [],
    tls: null,
    trustProxy: false,
  };
  const store = await openStore(config, realSurroundings);
  const app = createApp({
    config,
    store,
    viewer: { viewFor, meFor, personsTouched },
    profiles: bundledProfiles,
    surroundings: realSurroundings,
    logger: pino({ level: 'error' }),
    client: join(import.meta.dirname, '../client'),
  });
  const port = await app.listen();
  const url = `http://127.0.0.1:${port}`;
  const meeting = await app.registry.create(planOf(members), false, Date.now());
  if (typeof meeting !== 'string') throw new Error(meeting.en);
  const held = await app.registry.hold(meeting);
  if (held === null) throw new Error('the meeting is gone');
  const { room } = held;
  let commands = 0;
  const send = async (input: CommandInput): Promise<void> => {
    const parsed = parseCommand(input);
    if (!parsed.ok) throw new Error(parsed.problems.join('; '));
    const answer = await room.command(`bench-${String(++commands)}`, parsed.command, { kind: 'desk' });
    if (!answer.ok) throw new Error(answer.refusal.en);
  };
  await Promise.all(
    Array.from({ length: members }, (_, i) =>
      send({ do: 'checkIn', who: memberId(i + 1), channel: 'inRoom' }),
    ),
  );
  await send({ do: 'openMeeting' });
  await send({ do: 'startItem', item: 'i1' });

  /** The chair first, then members: each opens a link of their own, as their phones would. */
  async function seats(count: number): Promise<Seat[]> {
    const all: Seat[] = [];
    for (let no = 1; no <= count; no++) {
      const wish = { role: 'person', meeting: room.id, person: memberId(no), oneTime: false } as const;
      const { url: link } = await app.links.make(wish, url);
      const response = await fetch(`${url}/api/link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: new URL(link).hash.slice('#t='.length) }),
      });
      const { session } = (await response.json()) as LinkOpened;
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      all.push({ headers: { cookie }, auth: { s: session }, meeting: room.id });
    }
    return all;
  }

  answerQuestions(url, async (question) => {
    if (typeof question === 'object') return seats(question.count);
    if (room.state.votes.current === null) {
      await send({ do: 'openVote', item: 'i1', method: 'electronic' });
      return null;
    }
    const vote = room.state.votes.votes[room.state.votes.current];
    return vote?.ballots.size ?? 0;
  });
}

function planOf(members: number) {
  return v.parse(planSchema, {
    meeting: {
      title: '第１回審議会',
      body: '審議会',
      startsAt: '2026-11-22T14:00:00+09:00',
      venue: '会議室',
      mode: 'hybrid',
      public: { open: true },
    },
    rules: { chair: { vote: 'memberAndCasting' } },
    people: Array.from({ length: members }, (_, i) => ({
      id: memberId(i + 1),
      name: `委員${String(i + 1)}`,
      role: i === 0 ? 'chair' : 'member',
    })),
    agenda: [{ id: 'i1', title: '諮問第１号', kind: 'consultation' }],
  });
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import type { CaptionsAnswer, NewCaptions } from '../../shared/protocol/api.ts';
import type { MinutesPatch } from '../../shared/protocol/messages.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import type { HeldMeeting } from '../support/heldMeeting.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestClient, TestSession } from '../support/testClient.ts';

let server: TestServer;
let meeting: HeldMeeting;
let session: TestSession;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(async () => {
  await server.stop();
});

const captions = (id: string, more: Partial<NewCaptions> = {}): NewCaptions => ({
  id,
  file: '会議.vtt',
  fingerprint: 'f'.repeat(32),
  zero: 1_800_000_000_000,
  turns: [{ turn: 1, from: 1000, to: 2000, text: 'ただいまから開会します。' }],
  kept: [{ from: 3000, to: 4000, name: '委員03', text: '休憩中の雑談' }],
  ...more,
});

const post = (body: unknown, as: TestSession = session) =>
  server.fetch(`/api/meetings/${meeting.id}/captions`, { method: 'POST', session: as, json: body });

async function refusalOf(response: Response): Promise<Refusal> {
  return ((await response.json()) as { refusal: Refusal }).refusal;
}

async function followed(
  client: TestClient,
): Promise<{ blocks: MinutesBlock[]; until: (text: string) => Promise<void> }> {
  const blocks: MinutesBlock[] = [];
  let wake: () => void = () => undefined;
  client.socket.on('minutes', (patch: MinutesPatch) => {
    blocks.push(...patch.blocks);
    wake();
  });
  const first = (await client.raw('minutes', { from: 0 })) as MinutesPatch;
  blocks.push(...first.blocks);
  const until = async (text: string) => {
    while (!blocks.some((block) => block.text.includes(text)))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return { blocks, until };
}

describe('captions over HTTP', () => {
  test('[K22, K23] are taken once, seen by all who follow the minutes, and what is kept by the desk alone', async () => {
    meeting = await holdMeeting(server);
    session = await server.desk();
    const member = await server.joinAs(meeting.id, 'm03', 'member');
    const [mine, desks] = [await followed(member), await followed(meeting.desk)];
    const answer = (await (await post(captions('take-1'))).json()) as CaptionsAnswer;
    await Promise.all([mine.until('開会します'), desks.until('開会します')]);
    await meeting.desk.reach(answer.version);
    expect(JSON.stringify(desks.blocks)).toContain('休憩中の雑談');
    expect(JSON.stringify(mine.blocks)).not.toContain('休憩中の雑談');
    expect(JSON.stringify(mine.blocks)).not.toContain('会議.vtt');
    expect(JSON.stringify([member.view, meeting.desk.view, meeting.chair.view])).not.toContain(
      '休憩中の雑談',
    );

    // A lost answer: the same id gets the first one. Another try with the same file is told so.
    expect(((await (await post(captions('take-1'))).json()) as CaptionsAnswer).version).toBe(answer.version);
    const again = await post(captions('take-2'));
    expect(again.status).toBe(409);
    expect((await refusalOf(again)).code).toBe('record/captions-taken');
    const undone = await meeting.desk.must({ do: 'undoCaptions', captions: 1 });
    expect(undone.version).toBeGreaterThan(answer.version);
    const minutes = (await (
      await server.fetch(`/api/meetings/${meeting.id}/minutes`, { session })
    ).json()) as MinutesBlock[];
    expect(minutes.find((block) => block.type === 'turn' && block.turn === 1)?.text).toBe('');
  });

  test('[K22] are the desk’s, and bad ones change nothing', async () => {
    meeting = await holdMeeting(server);
    const { version } = meeting.desk.view;
    const member = await server.sessionOf(meeting.id, 'm03');
    expect((await post(captions('m-1'), member)).status).toBe(403);
    for (const bad of [
      {},
      captions('b-1', { fingerprint: 'not hexadecimal' }),
      captions('b-2', { turns: [{ turn: 0, from: 0, to: 0, text: 'あ' }] }),
      captions('b-3', { turns: [{ turn: 1, from: 0, to: 0, text: 'あ'.repeat(20_001) }] }),
      { ...captions('b-4'), words: 'unknown' },
      { ...captions('b-5'), id: 'with blanks' },
    ]) {
      const refused = await post(bad);
      expect(refused.status).toBe(400);
      expect((await refusalOf(refused)).code).toBe('server/malformed');
    }
    const unknown = await post(captions('b-6', { turns: [{ turn: 99, from: 0, to: 0, text: 'あ' }] }));
    expect((await refusalOf(unknown)).code).toBe('record/unknown-turn');
    expect(meeting.desk.view.version).toBe(version);
  });

  test('[K22] ten hours of words come in one request and outlive the server', async () => {
    meeting = await holdMeeting(server);
    for (let i = 0; i < 150; i++) {
      await meeting.desk.must({ do: 'speak', who: i % 2 === 0 ? 'm03' : 'k01' });
    }
    const turns = Array.from({ length: 150 }, (_, i) => ({
      turn: i + 1,
      from: i,
      to: i,
      text: `${String(i)}番の発言。`.repeat(600),
    }));
    const kept = Array.from({ length: 6000 }, (_, i) => ({
      from: i,
      to: i,
      text: `${String(i)}番の雑談。`.repeat(10),
    }));
    const body = captions('long-1', { turns, kept });
    expect(Buffer.byteLength(JSON.stringify(body))).toBeGreaterThan(2_000_000);
    const response = await post(body);
    expect(response.status).toBe(200);
    await server.restart();
    const minutes = (await (
      await server.fetch(`/api/meetings/${meeting.id}/minutes`, { session })
    ).json()) as MinutesBlock[];
    expect(minutes.filter((block) => block.type === 'turn' && block.text !== '')).toHaveLength(150);
    const taken = minutes.find((block) => block.type === 'captions');
    expect(taken?.kept).toHaveLength(6000);
  });
});

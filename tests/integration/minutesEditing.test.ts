import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import type { MinutesPatch } from '../../shared/protocol/messages.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import type { HeldMeeting } from '../support/heldMeeting.ts';
import { TestServer } from '../support/startServer.ts';
import type { TestClient } from '../support/testClient.ts';

let server: TestServer;
let meeting: HeldMeeting;
let second: TestClient<'desk'>;

type Turn = Extract<MinutesBlock, { type: 'turn' }>;

async function turns(client: TestClient): Promise<Turn[]> {
  const { blocks } = (await client.raw('minutes', { from: 0 })) as MinutesPatch;
  return blocks.filter((block) => block.type === 'turn');
}

/** A new turn with these words; its number. */
async function spoken(who: string, text: string): Promise<number> {
  await meeting.chair.must({ do: 'speak', who });
  const turn = (await turns(meeting.desk)).at(-1)?.turn ?? 0;
  await meeting.desk.must({ do: 'writeTurn', turn, text, base: '' });
  return turn;
}

async function wordsOf(turn: number): Promise<string | undefined> {
  const [one, two] = await Promise.all([turns(meeting.desk), turns(second)]);
  expect(one).toEqual(two);
  return one.find((block) => block.turn === turn)?.text;
}

beforeAll(async () => {
  server = await TestServer.start();
  meeting = await holdMeeting(server);
  const { url } = await server.app.links.make(
    { role: 'desk', meeting: null, person: null, oneTime: true },
    server.url,
  );
  second = await server.join(await server.open(url), meeting.id, 'desk');
});

afterAll(async () => {
  await server.stop();
});

describe('two desks writing over their own sockets at the same moment', () => {
  test('[C95] both start from the same words: all that was added stands in the turn', async () => {
    const base = '年数を伺います。';
    const turn = await spoken('m03', base);
    const write = (desk: TestClient, text: string) => desk.must({ do: 'writeTurn', turn, text, base });
    await Promise.all([write(meeting.desk, `書類の${base}`), write(second, `${base}予算もです。`)]);
    expect(await wordsOf(turn)).toBe('書類の年数を伺います。予算もです。');
  });

  test('[C95] one splits the turn while the other writes into both halves, whoever comes first: nothing is lost', async () => {
    const base = '前の話です。後の話です。';
    const turn = await spoken('m04', base);
    const [split] = await Promise.all([
      meeting.desk.send({ do: 'splitTurn', turn, keep: 6, base }),
      second.must({ do: 'writeTurn', turn, text: 'まず前の話です。次に後の話です。', base }),
    ]);
    if (!split.ok) expect(split.refusal.code).toBe('record/changed-meanwhile');
    const parts = (await turns(second)).filter((one) => one.turn === turn || one.partOf === turn);
    expect(parts.map(({ text }) => text).join('')).toBe('まず前の話です。次に後の話です。');
    expect(parts).toHaveLength(split.ok ? 2 : 1);
  });

  test('[C95] words that were begun before a split go to the half that they belong to', async () => {
    const base = '前の話です。後の話です。';
    const turn = await spoken('m03', base);
    await meeting.desk.must({ do: 'splitTurn', turn, keep: 6, base });
    await second.must({ do: 'writeTurn', turn, text: 'まず前の話です。次に後の話です。', base });
    expect(await wordsOf(turn)).toMatch(/^まず前の話です。/);
    const part = (await turns(second)).find((one) => one.partOf === turn);
    expect(part?.text).toMatch(/後の話です。$/);
    expect(`${(await wordsOf(turn)) ?? ''}${part?.text ?? ''}`).toBe('まず前の話です。次に後の話です。');
  });

  test('[C95] a split of words that were changed meanwhile is refused and changes nothing; undoing keeps the other’s', async () => {
    const base = '一つ目。二つ目。';
    const turn = await spoken('m05', base);
    await second.must({ do: 'writeTurn', turn, text: `${base}三つ目。`, base });
    expect(await meeting.desk.send({ do: 'splitTurn', turn, keep: 4, base })).toMatchObject({
      ok: false,
      refusal: { code: 'record/changed-meanwhile' },
    });
    expect(await wordsOf(turn)).toBe('一つ目。二つ目。三つ目。');
    const [undo] = (await turns(meeting.desk)).filter((one) => one.turn === turn).map((one) => one.undo);
    await Promise.all([
      meeting.desk.must({ do: 'undoEdit', edit: undo ?? 0 }),
      second.must({ do: 'writeTurn', turn, text: `先に、${base}三つ目。`, base: `${base}三つ目。` }),
    ]);
    expect(await wordsOf(turn)).toBe(`先に、${base}`);
  });
});

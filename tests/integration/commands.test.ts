import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/protocol/messages.ts';
import { holdMeeting } from '../support/heldMeeting.ts';
import type { HeldMeeting } from '../support/heldMeeting.ts';
import { TestServer } from '../support/startServer.ts';

let server: TestServer;
let meeting: HeldMeeting;

beforeAll(async () => {
  server = await TestServer.start();
  meeting = await holdMeeting(server);
});

afterAll(async () => {
  await server.stop();
});

function codeOf(answer: Answer): string {
  return answer.ok ? 'ok' : answer.refusal.code;
}

describe('commands', () => {
  test('[S2] a command sent twice changes nothing the second time and gets the first answer', async () => {
    const member = await server.joinAs(meeting.id, 'm03', 'member');
    const first = await member.must({ do: 'raiseHand', id: 'tap-1' });
    await member.must({ do: 'lowerHand' });
    const again = await member.send({ do: 'raiseHand', id: 'tap-1' });
    expect(again).toEqual(first);
    await member.reach(first.version + 1);
    expect(member.view.floor.queue).toEqual([]);
  });

  test('[S2] two resends in one breath get the same answer', async () => {
    const member = await server.joinAs(meeting.id, 'm04', 'member');
    const answers = await Promise.all(
      [1, 2, 3].map(() => member.send({ do: 'raiseHand', id: 'tap-at-once' })),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(codeOf(answers[0] as Answer)).toBe('ok');
    await member.must({ do: 'lowerHand' });
  });

  test('[S2] a refusal is kept like any answer', async () => {
    const member = await server.joinAs(meeting.id, 'm05', 'member');
    const refused = await member.send({ do: 'lowerHand', id: 'nothing-to-lower' });
    expect(refused.ok).toBe(false);
    await member.must({ do: 'raiseHand' });
    expect(await member.send({ do: 'lowerHand', id: 'nothing-to-lower' })).toEqual(refused);
    await member.must({ do: 'lowerHand' });
  });

  test('[S3] an id that was used for another command, or by another person, is refused', async () => {
    const [one, two] = await Promise.all(
      ['m06', 'm07'].map((who) => server.joinAs(meeting.id, who, 'member')),
    );
    await one?.must({ do: 'raiseHand', id: 'same-id' });
    expect(codeOf((await two?.send({ do: 'raiseHand', id: 'same-id' })) as Answer)).toBe('server/id-reused');
    expect(codeOf((await one?.send({ do: 'lowerHand', id: 'same-id' })) as Answer)).toBe('server/id-reused');
    await one?.must({ do: 'lowerHand' });
  });

  test('[S4] what a message says about its sender counts for nothing', async () => {
    const member = await server.joinAs(meeting.id, 'm03', 'member');
    expect(codeOf(await member.send({ do: 'openVote', item: 'i1', method: 'showOfHands' }))).toMatch(
      /^permission\/|\/not-/,
    );
    const answer = await member.raw('command', { do: 'raiseHand', id: 'x1', actor: 'desk' });
    expect(codeOf(answer as Answer)).toBe('server/malformed');
    expect((answer as Answer & { ok: false }).refusal.en).toContain('actor');
  });

  test.each([
    ['no message', undefined, 'message'],
    ['a text', 'raiseHand', 'message'],
    ['no id', { do: 'raiseHand' }, 'id'],
    ['an id of another shape', { do: 'raiseHand', id: 'a b' }, 'id'],
    ['an unknown verb', { do: 'seizePower', id: 'x2' }, 'do'],
    ['an unknown field', { do: 'openMeeting', id: 'x3', loudly: true }, 'loudly'],
    ['a field of another kind', { do: 'checkIn', id: 'x4', who: 7, channel: 'inRoom' }, 'who'],
    ['an unknown choice', { do: 'callChoice', id: 'x5', choice: 'perhaps' }, 'choice'],
    ['a text that is too long', { do: 'note', id: 'x6', text: 'あ'.repeat(20_001) }, 'text'],
  ])('[S5] %s is refused with the field named, and nothing changes', async (_what, message, field) => {
    const { desk } = meeting;
    // As the server has it now: the desk's own view may be a moment behind.
    const { version: before } = (await desk.raw('command', null)) as Answer;
    const answer = (await desk.raw('command', message)) as Answer & { ok: false };
    expect(codeOf(answer)).toBe('server/malformed');
    expect(answer.refusal.en).toContain(field);
    expect(answer.refusal.ja).toContain(field);
    expect(answer.version).toBe(before);
  });

  test('[S5] a message beyond all bounds closes its socket unread; the meeting goes on', async () => {
    const member = await server.joinAs(meeting.id, 'm03', 'member');
    void member.raw('command', { do: 'raiseHand', id: 'huge', padding: 'x'.repeat(300_000) });
    await member.closed();
    const back = await server.joinAs(meeting.id, 'm03', 'member');
    await back.must({ do: 'raiseHand' });
    await back.must({ do: 'lowerHand' });
  });

  test('[S6] of two chairs who press 指名 at once, one is told that it was done already', async () => {
    const members = await Promise.all(['m03', 'm04'].map((who) => server.joinAs(meeting.id, who, 'member')));
    for (const member of members) await member.must({ do: 'raiseHand' });
    const second = await server.joinAs(meeting.id, 'm01', 'chair');
    const answers = await Promise.all([
      meeting.desk.send({ do: 'recognize', who: 'm03' }),
      second.send({ do: 'recognize', who: 'm03' }),
    ]);
    expect(answers.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
    const refused = answers.find((answer) => !answer.ok);
    expect(refused?.ok === false && refused.refusal.code).toMatch(/^floor\//);
  });

  test('[S7] who sends faster than people do is refused, and let in again later', async () => {
    const member = await server.joinAs(meeting.id, 'm07', 'member');
    const answers = await Promise.all(Array.from({ length: 80 }, () => member.send({ do: 'lowerHand' })));
    const tooFast = answers.filter((answer) => codeOf(answer) === 'server/too-fast');
    expect(tooFast.length).toBeGreaterThanOrEqual(30);
    expect(tooFast.length).toBeLessThan(50);
  });
});

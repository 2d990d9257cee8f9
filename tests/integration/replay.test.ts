import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { planOf } from '../support/plans.ts';
import { ReplayDesk, sampleScenario } from '../support/replayProgram.ts';
import type { ScenarioFile } from '../support/replayProgram.ts';

let desk: ReplayDesk;

beforeAll(async () => {
  await ensureBuilt('product');
  desk = await ReplayDesk.open();
}, 300_000);

afterAll(async () => {
  await desk.close();
});

/** Seven members, m07 online; the meeting opens and takes up its first item. */
function scenario(more: ScenarioFile['steps'] = [], changes: Partial<ScenarioFile> = {}): ScenarioFile {
  const room = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06'];
  return {
    format: 'kyoshu-scenario/1',
    ...planOf(),
    ...changes,
    steps: [
      ...room.map((who) => ({ at: '00:00:00', by: 's01', do: 'checkIn', who, channel: 'inRoom' })),
      { at: '00:00:00', by: 's01', do: 'checkIn', who: 'm07', channel: 'online' },
      { at: '00:00:10', by: 's01', do: 'confirmIdentity', who: 'm07' },
      { at: '00:01:00', by: 'm01', do: 'openMeeting' },
      { at: '00:02:00', by: 'm01', do: 'startItem', item: 'i1' },
      ...more,
    ],
  };
}

interface Logged {
  readonly type: string;
  readonly by: string;
  readonly at: number;
  readonly who?: string;
}

async function logOf(out: string): Promise<Logged[]> {
  const text = await desk.readText(out, 'log.jsonl');
  return text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: Logged }).event);
}

describe('a scenario', () => {
  test('[X3] drops and reopens the socket of who loses the connection; the server finds out by itself', async () => {
    const file = scenario([
      { at: '00:03:00', by: 'm07', do: 'raiseHand' },
      { at: '00:04:00', by: 'm07', do: 'loseConnection', who: 'm07' },
      { at: '00:04:20', by: 'm07', do: 'restoreConnection', who: 'm07' },
      { at: '00:05:00', by: 'm07', do: 'loseConnection', who: 'm07' },
      { at: '00:09:00', by: 'm02', do: 'raiseHand' },
    ]);
    const played = await desk.run(await desk.write('lost.json', file), '--out', desk.path('lost'));
    expect(played).toMatchObject({ code: 0, stderr: '' });
    const start = Date.parse(file.meeting.startsAt);
    const about = (await logOf('lost')).filter(
      ({ who, type }) => who === 'm07' && /Connection|Left|Hand/.test(type),
    );
    // Out for longer than the grace of a minute: gone from the meeting, and the hand with it.
    expect(about.map(({ type, by, at }) => [type, by, (at - start) / 1000])).toEqual([
      ['HandRaised', 'm07', 180],
      ['ConnectionLost', 'system', 240],
      ['ConnectionRestored', 'system', 260],
      ['ConnectionLost', 'system', 300],
      ['HandLowered', 'system', 360],
      ['Left', 'system', 360],
    ]);
    const state = await desk.readJson<{ attendance: Record<string, number> }>('lost/state.json');
    expect(state.attendance).toMatchObject({ present: 6, online: 0, left: 1 });
  });

  test('[X4] a refusal that is expected changes nothing, and one that does not come stops the play', async () => {
    const fine = scenario([
      { at: '00:03:00', by: 'o01', do: 'raiseHand', expect: 'refused' },
      { at: '00:03:10', by: 'm03', do: 'raiseHand' },
    ]);
    expect(await desk.run(await desk.write('fine.json', fine), '--out', desk.path('fine'))).toMatchObject({
      code: 0,
    });
    const hands = (await logOf('fine')).filter(({ type }) => type === 'HandRaised');
    expect(hands.map(({ by }) => by)).toEqual(['m03']);
    const accepted = scenario([{ at: '00:03:00', by: 'm03', do: 'raiseHand', expect: 'refused:floor/' }]);
    const stopped = await desk.run(
      await desk.write('accepted.json', accepted),
      '--out',
      desk.path('accepted'),
    );
    expect(stopped).toMatchObject({ code: 1, stdout: '' });
    expect(stopped.stderr).toMatch(/^step 11 \(line 12\): replay\/not-refused: /);
    expect(await desk.outputs('accepted')).toBeNull();
  });

  test('[X4] the fortieth step that cannot be is told with its number, line and reason', async () => {
    const whole = await sampleScenario();
    const steps = whole.steps.map((step, index) => (index === 39 ? { ...step, by: 'm20' } : step));
    const file = await desk.write('impossible.json', { ...whole, steps });
    const { code, stderr } = await desk.run(file, '--out', desk.path('impossible'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^step 40 \(line 41\): [a-z]+\/[a-z-]+: .+/);
    expect(await desk.outputs('impossible')).toBeNull();
  });

  test.each([
    ['is not JSON', '{"format": "kyoshu-scenario/1",\n', /not-json\.json:\d+: this is not JSON/],
    [
      'has another format',
      '{\n"format": "kyoshu-scenario/9"}',
      /not-json\.json:2: .*kyoshu-scenario\/9.*kyoshu-scenario\/1/,
    ],
    ['is empty', '', /not-json\.json:1: /],
  ])('[X2] a file that %s is refused with its line, and nothing is written', async (_, content, said) => {
    const file = await desk.writeText('not-json.json', content);
    const { code, stdout, stderr } = await desk.run(file, '--out', desk.path('not-json'));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
    expect(await desk.outputs('not-json')).toBeNull();
  });

  test('[X2] a file that is not there and an option that nobody knows are told', async () => {
    expect(await desk.run(desk.path('nowhere.json'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nowhere.json: cannot be read') as string,
    });
    expect(await desk.run('--loud')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage: npm run replay') as string,
    });
  });

  test('[X3] its minutes are printed by a profile of one’s own', async () => {
    const plain = await readFile(
      resolve(import.meta.dirname, '../../shared/minutes/profiles/plain.json'),
      'utf8',
    );
    const own = { ...(JSON.parse(plain) as object), id: 'ours', title: ['わが町の会議録'] };
    const profile = await desk.writeText('ours.json', JSON.stringify(own));
    const file = await desk.write('small.json', scenario());
    const played = await desk.run(file, '--out', desk.path('ours'), '--profile', profile);
    expect(played).toMatchObject({ code: 0, stderr: '' });
    expect((await desk.readText('ours/minutes.txt')).trimStart()).toMatch(/^わが町の会議録/);
    // The same from where the scenario lies, as its own key.
    const named = await desk.write('named.json', scenario([], { profile: './ours.json' }));
    expect(await desk.run(named, '--out', desk.path('named'))).toMatchObject({ code: 0, stderr: '' });
    expect(await desk.readText('named/minutes.txt')).toBe(await desk.readText('ours/minutes.txt'));
    const broken = await desk.writeText('broken.json', JSON.stringify({ ...own, digits: 'roman' }, null, 1));
    const refused = await desk.run(file, '--out', desk.path('broken'), '--profile', broken);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/broken\.json:\d+: digits: /);
    expect(await desk.outputs('broken')).toBeNull();
  });
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { labelString } from '../../shared/minutes/labelString.ts';
import { ReplayDesk, sampleScenario } from '../support/replayProgram.ts';
import type { Replayed, ScenarioFile } from '../support/replayProgram.ts';

/** What state.json says of a vote. */
interface VoteState {
  readonly eligible: number;
  readonly quorum: { readonly required: number; readonly present: number };
  readonly required: number;
  readonly counts: Readonly<Record<'yes' | 'no' | 'abstain' | 'invalid' | 'unaccounted', number>>;
  readonly outcome: string | null;
  readonly tie: boolean;
  readonly castingVote: string | null;
}
interface State {
  readonly attendance: Readonly<Record<string, number>>;
  readonly items: readonly { readonly id: string; readonly votes: readonly VoteState[] }[];
}

/** The order of labels in the published minutes, item by item. */
const published = [
  ['i0', 'CKCKMKCKC'],
  ['i1', 'CXCMKMKCMKKCMKMCMKCMKKCMCKMC[+][-]KC'],
  ['i2', 'CXCMKMKMKCMKMCMKMCMKMKMCMKMKC[+][-]KC'],
  ['i3', 'CXCMCKMKCMCKMCMCKMKMCMKMKMKMCMKMC[+][-]KCKCKCKC'],
  ['i4', 'CXCMKMCKCKMKMKMKMCMKKKMKKMCMKMCMKMCMKMCMKMCMKMKKMCMKKCMKMKMCKMKMKC[+][-]MCKC'],
  ['i5', 'CXCMCKMKCMKMKMKMKMCMCKMCMKMKCMKMKMCMKMC[+][-]KC'],
  ['i6', 'CXCMKMKMCMKCMKMCMKMKC[+][-]KC'],
  ['i7', 'CXC'],
  ['i8', 'CXC'],
  ['i9', 'CKC'],
] as const;

/** The labels of a printed document: who speaks stands at the line's beginning, before a wide blank where words follow. */
function labelsIn(text: string): string {
  return text
    .slice(text.indexOf('発言記録＞'))
    .split('\n')
    .map((line) => {
      const direction = line.includes('（賛成者挙手）')
        ? '[+]'
        : line.includes('（反対者挙手）')
          ? '[-]'
          : '';
      if (line.includes('（資料により説明）')) return 'X';
      const label = /^(会長|委員|区側)(\u3000|$)/u.exec(line)?.[1];
      return (label === undefined ? '' : { 会長: 'C', 委員: 'M', 区側: 'K' }[label]) + direction;
    })
    .join('');
}

let desk: ReplayDesk;
let scenario: ScenarioFile;

beforeAll(async () => {
  await ensureBuilt('product');
  desk = await ReplayDesk.open();
  scenario = await sampleScenario();
}, 300_000);

afterAll(async () => {
  await desk.close();
});

describe('the published hybrid meeting, played by the command', () => {
  let played: Replayed;
  let text: string;
  let state: State;
  let blocks: readonly (MinutesBlock & { readonly label: string | null })[];

  beforeAll(async () => {
    played = await desk.run(await desk.write('meguro.json', scenario), '--out', desk.path('out'));
    text = await desk.readText('out/minutes.txt');
    state = await desk.readJson('out/state.json');
    blocks = await desk.readJson('out/minutes.json');
  }, 300_000);

  test('[X3] it ends well and leaves every output file', async () => {
    expect(played).toMatchObject({ code: 0, stderr: '' });
    expect(played.stdout).toContain('338 steps');
    expect(await desk.outputs('out')).toEqual([
      'log.jsonl',
      'minutes.docx',
      'minutes.html',
      'minutes.json',
      'minutes.md',
      'minutes.txt',
      'state.json',
    ]);
    expect((await readFile(desk.path('out/minutes.docx'))).subarray(0, 2).toString()).toBe('PK');
    expect(await desk.readText('out/minutes.html')).toContain('（賛成者挙手）');
    expect(await desk.readText('out/minutes.md')).toContain('（賛成者挙手）');
  });

  test('[X3, S18] its log is a rehearsal’s, with every step by whom the scenario names and at its time', async () => {
    const events = (await desk.readText('out/log.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { commandId: string; event: Record<string, unknown> });
    expect(events[0]?.event).toMatchObject({ type: 'MeetingCreated', rehearsal: true });
    const start = Date.parse(scenario.meeting.startsAt);
    for (const { commandId, event } of events) {
      const step = scenario.steps[Number(/^step-(\d+)$/.exec(commandId)?.[1]) - 1];
      if (step === undefined || event['by'] === 'system') continue;
      const [hours = 0, minutes = 0, seconds = 0] = String(step['at']).split(':').map(Number);
      expect([event['by'], event['at']]).toEqual([
        step['by'],
        start + ((hours * 60 + minutes) * 60 + seconds) * 1000,
      ]);
    }
    expect(new Set(events.map(({ commandId }) => commandId)).size).toBeGreaterThan(scenario.steps.length - 5);
  });

  test.each(published)('[P10] %s has the published order of turns', (item, labels) => {
    expect(labelString(blocks.filter((block) => block.item === item))).toBe(labels);
  });

  test('[P10] the printed document has the same turns from its beginning to its end', () => {
    expect(labelsIn(text)).toBe(published.map(([, labels]) => labels).join(''));
  });

  test('[P11, P12, P13] explanations have their length, counts stand as that council prints them', () => {
    expect(text.match(/（資料により説明）（約.*?分）/g)).toEqual(
      ['５', '８', '１２', '７', '１０', '２６', '１', '１'].map((n) => `（資料により説明）（約${n}分）`),
    );
    expect(text.match(/^区側\u3000+賛成\S+(?=になります)/gmu)).toEqual([
      '区側　　賛成１６名、反対２名',
      '区側　　賛成１７名、反対１名',
      '区側　　賛成１１名、反対７名',
      '区側　　賛成１５名、反対１名、棄権１名',
      '区側　　賛成１７名、反対０名',
      '区側　　賛成１３名、反対２名',
    ]);
    expect(text.match(/^会長\u3000（賛成者挙手）\n（反対者挙手）$/gmu)).toHaveLength(6);
  });

  test('[P14] state.json holds the published votes, to the last number', () => {
    const vote = (
      [yes, no, abstain]: readonly [number, number, number],
      [eligible, required, present]: readonly [number, number, number],
    ) => ({
      round: 1,
      method: 'showOfHands',
      eligible,
      quorum: { required: 11, present },
      required,
      counts: { yes, no, abstain, invalid: 0, unaccounted: 0 },
      outcome: 'carried',
      tie: false,
      castingVote: null,
    });
    expect(state.items.flatMap(({ id, votes }) => votes.map((one) => [id, one]))).toMatchObject([
      ['i1', vote([16, 2, 0], [18, 10, 19])],
      ['i2', vote([17, 1, 0], [18, 10, 19])],
      ['i3', vote([11, 7, 0], [18, 10, 19])],
      ['i4', vote([15, 1, 1], [17, 9, 18])],
      ['i5', vote([17, 0, 0], [17, 9, 18])],
      ['i6', vote([13, 2, 0], [15, 8, 16])],
    ]);
    expect(state.attendance).toEqual({ seats: 21, present: 16, inRoom: 14, online: 2, absent: 2, left: 3 });
    expect(state).toMatchObject({ promises: [], opinions: [] });
  });
});

describe('the same meeting without the departures that nobody recorded', () => {
  const doubtful = ['i4', 'i5', 'i6'];
  const stays = (): ScenarioFile => ({
    ...scenario,
    steps: scenario.steps.filter((step) => step['do'] !== 'leave'),
  });

  test('[X4, P16] it plays on where the refusals are expected, and those results stay undeclared', async () => {
    const { steps, ...rest } = stays();
    const expecting = steps.map((step) =>
      step['do'] === 'declareResult' && doubtful.includes(String(step['item']))
        ? { ...step, expect: 'refused:vote/unaccounted' }
        : step,
    );
    const file = await desk.write('expecting.json', { ...rest, steps: expecting });
    expect(await desk.run(file, '--out', desk.path('expecting'))).toMatchObject({ code: 0, stderr: '' });
    const { items } = await desk.readJson<State>('expecting/state.json');
    const votes = items.flatMap(({ votes: all }) => all);
    expect(votes.map(({ counts, outcome }) => [counts.unaccounted, outcome])).toEqual([
      [0, 'carried'],
      [0, 'carried'],
      [0, 'carried'],
      [1, null],
      [1, null],
      [3, null],
    ]);
    expect(votes.slice(3).map(({ eligible, quorum }) => [eligible, quorum.present])).toEqual([
      [18, 19],
      [18, 19],
      [18, 19],
    ]);
  }, 120_000);

  test('[X4] it stops at the first such declaration, says where and why, and writes nothing', async () => {
    const file = stays();
    const index = file.steps.findIndex((step) => step['do'] === 'declareResult' && step['item'] === 'i4');
    const { code, stderr } = await desk.run(
      await desk.write('stops.json', file),
      '--out',
      desk.path('stops'),
    );
    expect(code).toBe(1);
    // The file's first line is everything but the steps.
    expect(stderr).toMatch(new RegExp(`^step ${index + 1} \\(line ${index + 2}\\): vote/unaccounted: `));
    expect(stderr).toContain('1人が未確認です');
    expect(await desk.outputs('stops')).toBeNull();
  }, 120_000);
});

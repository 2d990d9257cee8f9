import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { loadProfiles } from '../../server/profiles.ts';
import { ReplayDesk } from '../support/replayProgram.ts';
import type { ScenarioFile } from '../support/replayProgram.ts';

const root = resolve(import.meta.dirname, '../..');

/** What each form prints of a sitting, as no other form does. */
const forms: Readonly<Record<string, RegExp>> = {
  plain: /^会\s議\s名\s/mu,
  meguro: /^発言の記録\s別紙のとおり$/mu,
  tama: /^会議の結果及び主要な意見$/mu,
  higashimurayama: /^問い合わせ先/mu,
  shiki: /^説明員職氏名/mu,
  takatsuki: /^以上の質疑の後/mu,
  shigikai: /^日程第[１1]/mu,
  nogyo: /^（挙手の結果/mu,
};

let desk: ReplayDesk;
let sitting: string;

beforeAll(async () => {
  await ensureBuilt('product');
  desk = await ReplayDesk.open();
  sitting = resolve(root, 'tests/golden/scenarios/show-of-hands.json');
}, 300_000);

afterAll(async () => {
  await desk.close();
});

describe('every bundled form', () => {
  test.each(Object.entries(forms))(
    '[X5] %s prints a sitting that was recorded for another',
    async (id, mark) => {
      const played = await desk.run(sitting, '--out', desk.path(id), '--profile', id);
      expect(played).toMatchObject({ code: 0, stderr: '' });
      const text = await desk.readText(id, 'minutes.txt');
      expect(text).toMatch(mark);
      // Every place of every template found its value.
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(text.trim().split('\n').length).toBeGreaterThan(10);
      expect(await desk.outputs(id)).toHaveLength(7);
    },
    120_000,
  );

  test('[X5] are eight', async () => {
    expect((await loadProfiles(null)).map(({ id }) => id).sort()).toEqual(Object.keys(forms).sort());
  });
});

describe('a municipality of which the product never heard', () => {
  /** Its form differs from every bundled one: keys, numbers, labels, digits, sentences, the end. */
  async function newTown(): Promise<Record<string, unknown>> {
    const plain = JSON.parse(
      await readFile(resolve(root, 'shared/minutes/profiles/plain.json'), 'utf8'),
    ) as Record<string, Record<string, unknown>>;
    return {
      ...plain,
      id: 'shinmachi',
      name: '新町の委員会',
      digits: 'full',
      title: ['新町委員会　議事要旨'],
      header: {
        form: 'table',
        spread: 5,
        rows: [
          { key: '名称', lines: ['{title}'] },
          { key: '出席者', lines: [{ each: 'members.attended', as: '{surname}{title}', join: '／' }] },
        ],
      },
      numbering: { agenda: ['ア'], body: ['第一'] },
      labels: { ...plain['labels'], member: '▽{name}', chair: '▼{office}', gap: '\u3000' },
      results: { ...plain['results'], carried: '＝{number} {title}は可と決す（{yes}対{no}）。' },
      closing: [{ text: '（了）', align: 'right' }],
    };
  }

  test('[X5] gives its form as a file to --profile, and in the folder of KYOSHU_PROFILES, without any code', async () => {
    await mkdir(desk.path('forms'));
    const file = await desk.writeText('forms/shinmachi.json', JSON.stringify(await newTown(), null, 2));
    expect(await desk.run(sitting, '--out', desk.path('town'), '--profile', file)).toMatchObject({
      code: 0,
      stderr: '',
    });
    const text = await desk.readText('town/minutes.txt');
    expect(text.trimStart().split('\n')[0]).toBe('新町委員会　議事要旨');
    expect(text).toMatch(/名\s+称/u);
    expect(text).toMatch(/^▼会長/mu);
    expect(text).toMatch(/^＝第二\s?.*は可と決す（４対２）。$/mu);
    expect(text.trimEnd().endsWith('（了）')).toBe(true);
    expect(text).not.toMatch(/[0-9]/);
    const named = await desk.runIn(
      { KYOSHU_PROFILES: desk.path('forms') },
      sitting,
      ...['--out', desk.path('named'), '--profile', 'shinmachi'],
    );
    expect(named).toMatchObject({ code: 0, stderr: '' });
    expect(await desk.readText('named/minutes.txt')).toBe(text);
  }, 60_000);

  test('[P30] is told file, line and what is allowed where its form cannot be used, one line for each fault', async () => {
    const town = await newTown();
    const broken = {
      ...town,
      colour: 'blue',
      numbering: { agenda: ['2.'], body: ['第一'] },
      results: { ...(town['results'] as object), carried: undefined, rejected: '{nobody}' },
    };
    const path = await desk.writeText('broken.json', JSON.stringify(broken, null, 2));
    const { code, stdout, stderr } = await desk.run(sitting, '--out', desk.path('none'), '--profile', path);
    expect([code, stdout, await desk.outputs('none')]).toEqual([1, '', null]);
    const lines = stderr.trim().split('\n');
    for (const [field, allowed] of [
      ['colour', 'allowed here:'],
      ['numbering.agenda.0', 'is not a number form'],
      ['results.carried', 'is missing'],
      ['results.rejected', 'allowed here:'],
    ] as const) {
      const line = lines.find((one) => one.includes(`: ${field}`));
      expect(line, field).toMatch(/broken\.json:\d+: /);
      expect(line, field).toContain(allowed);
    }
  });

  test('[X2] is told which forms there are when it names one that is unknown', async () => {
    const scenario = JSON.parse(await readFile(sitting, 'utf8')) as ScenarioFile;
    const path = await desk.write('unknown.json', { ...scenario, profile: 'nowhere' });
    const { code, stderr } = await desk.run(path);
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere');
    expect(stderr).toContain('meguro');
  });
});

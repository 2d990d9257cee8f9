import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { loadProfiles } from '../../server/profiles.ts';
import { ReplayDesk } from '../support/replayProgram.ts';
import type { ScenarioFile } from '../support/replayProgram.ts';

const root = resolve(import.meta.dirname, '../..');

/** What each form prints that no other does: its title or its head, and its sentence for what was carried. */
const forms: Readonly<Record<string, readonly [sitting: string, written: string]>> = {
  plain: ['会議名', '会議名'],
  meguro: ['＜第', '会議録'],
  tama: ['会　議　名', '※上記やり取りをもって一回の会議開催とみなします。'],
  higashimurayama: ['問い合わせ先', '問い合わせ先'],
  shiki: ['説明員職氏名', '説明員職氏名'],
  takatsuki: ['傍聴者数', '傍聴者数'],
  shigikai: ['日程第', '日程第'],
  nogyo: ['議長', '議案第'],
};

let desk: ReplayDesk;
let sitting: string;
let written: string;

beforeAll(async () => {
  await ensureBuilt('product');
  desk = await ReplayDesk.open();
  sitting = resolve(root, 'tests/golden/scenarios/show-of-hands.json');
  written = resolve(root, 'tests/golden/tama-2021-3/scenario.json');
}, 300_000);

afterAll(async () => {
  await desk.close();
});

describe('every bundled form', () => {
  test.each(Object.entries(forms))(
    '[X5] %s prints a sitting and a written meeting that were recorded for another',
    async (id, marks) => {
      for (const [index, file] of [sitting, written].entries()) {
        const out = `${id}-${String(index)}`;
        const played = await desk.run(file, '--out', desk.path(out), '--profile', id);
        expect(played, out).toMatchObject({ code: 0, stderr: '' });
        const text = await desk.readText(out, 'minutes.txt');
        expect(text).toContain(marks[index]);
        // Every place of every template found its value.
        expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
        expect(text.trim().split('\n').length).toBeGreaterThan(10);
        expect(await desk.outputs(out)).toHaveLength(7);
      }
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
      labels: { ...plain['labels'], member: '▽{name}', chair: '▼{office}', gap: '　' },
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
    expect(text).toMatch(/名　+称/u);
    expect(text).toMatch(/^▼会長/mu);
    expect(text).toMatch(/^＝第一　?\s?.*は可と決す（４対２）。$/mu);
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

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { toShiftJis } from '../../server/exports/shiftJis.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { Chance } from '../support/captions/chance.ts';
import { captionsOf, fileOf } from '../support/captions/madeCaptions.ts';
import { madeMeeting } from '../support/captions/madeMeeting.ts';
import type { MadeMeeting } from '../support/captions/madeMeeting.ts';
import { speechOf } from '../support/captions/madeSpeech.ts';
import { playHolding, sampleWith } from '../support/samplePlay.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';

let stage: Stage;
let desk: Page;
let meeting: string;
let held: MadeMeeting;
/** The turn that the desk has typed into. */
const typed = 5;
const { plan, ...scenario } = sampleWith([]);
const start = Date.parse(plan.meeting.startsAt);

async function blocks(): Promise<MinutesBlock[]> {
  const address = `/api/meetings/${meeting}/minutes?s=${sessionOf(desk)}`;
  return desk.evaluate(async (url) => (await (await fetch(url)).json()) as MinutesBlock[], address);
}

async function words(): Promise<Map<number, string>> {
  return new Map(
    (await blocks()).flatMap((block) => (block.type === 'turn' ? [[block.turn, block.text] as const] : [])),
  );
}

/** The file that a call's captions of this meeting would be, begun so many seconds after the opening. */
function captionFile(of: MadeMeeting, shift: number): string {
  const chance = new Chance(11);
  const names = new Map(of.people.map(({ id, name }) => [id, name]));
  const first = (of.blocks.find(({ type }) => type === 'turn')?.at ?? 0) / 1000;
  return fileOf(
    'zoom',
    captionsOf(
      speechOf(of, chance),
      (who) => names.get(who) ?? who,
      { tool: 'zoom', zero: first + shift, noise: 0.05 },
      chance,
    ),
  );
}

/** Lets a file go over the middle of the page, as a hand does that drags it there. */
async function drop(name: string, content: string | Buffer): Promise<void> {
  const files = await desk.evaluateHandle(
    ([file, encoded]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], file, { type: 'text/vtt' }));
      return transfer;
    },
    [name, Buffer.from(content).toString('base64')] as const,
  );
  await desk.locator('#main').dispatchEvent('dragover', { dataTransfer: files });
  await desk.locator('#main').dispatchEvent('drop', { dataTransfer: files });
}

const dialog = () => desk.locator('dialog[open]');

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(desk, plan, { rehearsal: true });
  await playHolding(await stage.playerSession(desk), meeting, { plan, ...scenario }, []);
  const hand = await stage.hand(desk, meeting, 'desk');
  await hand.must({ do: 'writeTurn', turn: typed, text: '手で入れた文' });
  await desk.goto(`/m/${meeting}/minutes?s=${sessionOf(desk)}`);
  await shows(desk, '手で入れた文');
  held = { people: plan.people, blocks: await blocks() };
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

test('[C230] the page itself does not scroll, however low the field for a caption file lies', async () => {
  await desk.setViewportSize({ width: 1440, height: 600 });
  const hand = await stage.hand(desk, meeting, 'desk');
  const [item, from] = [plan.agenda[0]?.id ?? '', plan.people[0]?.id ?? ''];
  for (let no = 1; no <= 6; no++) await hand.must({ do: 'promise', item, from, text: `宿題の${String(no)}` });
  await shows(desk.locator('aside'), '宿題の6');
  const field = desk.locator('aside input[type=file]');
  expect(await field.evaluate((input) => input.parentElement?.getBoundingClientRect().top)).toBeGreaterThan(
    600,
  );
  await field.focus();
  const page = await desk.evaluate(() => {
    const { scrollHeight = 0, scrollTop = 0 } = document.scrollingElement ?? {};
    return { scrollHeight, scrollTop };
  });
  await desk.setViewportSize(sizes.desk);
  expect(page).toEqual({ scrollHeight: 600, scrollTop: 0 });
});

test('[K6] what is no caption file is refused where it was dropped, with its line and what is expected', async () => {
  await drop('次第.txt', '次第\n１ 開会\n');
  await shows(desk.getByRole('alert'), /1行目は「次第」/);
  await shows(desk.getByRole('alert'), '00:00:01.000 --> 00:00:04.000');
});

test('[K25] captions of another meeting: how poorly they fit is said, and nothing can be taken', async () => {
  const before = await words();
  await drop('別の会議.vtt', captionFile(madeMeeting(77, 120), 0));
  await shows(dialog(), 'この会議の字幕ではないようです');
  expect(await dialog().locator('[data-fit="poor"] .figure').textContent()).toMatch(/^\d+%$/);
  expect(await dialog().locator('[data-take]').isDisabled()).toBe(true);
  await button(dialog(), 'やめる').click();
  expect(await words()).toEqual(before);
});

test('[K25] ten hours of another meeting, in another encoding, with times that run backwards: read, judged, not taken', async () => {
  const before = await words();
  const long = captionFile(madeMeeting(9, 600, 40), 0).split(/\r?\n(?=\r?\n)/u);
  // The third caption stands where the fourth ought to.
  [long[3], long[4]] = [long[4] ?? '', long[3] ?? ''];
  await drop('十時間.vtt', toShiftJis(long.join('\n')).body);
  await shows(dialog(), 'この会議の字幕ではないようです');
  await shows(dialog(), /WebVTT、Shift_JIS、字幕(?:\d,?){5}件/);
  await shows(dialog(), 'ファイルで直したこと');
  expect(await dialog().locator('[data-take]').isDisabled()).toBe(true);
  await button(dialog(), 'やめる').click();
  await drop('録音.vtt', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]));
  await shows(desk.getByRole('alert'), '録音.vtt');
  expect(await words()).toEqual(before);
});

test('[K26] a dropped file shows its fit, its shift and each turn; − and ＋ move it, and back', async () => {
  await drop('会議.vtt', captionFile(held, 90));
  await shows(dialog(), 'この会議の字幕です');
  const zero = dialog().locator('[data-zero]');
  const found = await zero.textContent();
  const [hours = 0, minutes = 0, seconds = 0] = (found ?? '').split(':').map(Number);
  const clock = new Date(start + 90_000 + 9 * 3_600_000);
  const expected = (clock.getUTCHours() * 60 + clock.getUTCMinutes()) * 60 + clock.getUTCSeconds();
  expect(Math.abs((hours * 60 + minutes) * 60 + seconds - expected)).toBeLessThanOrEqual(2);
  await button(dialog(), '10秒遅く').click();
  expect(await zero.textContent()).not.toBe(found);
  await button(dialog(), '自動に戻す').click();
  expect(await zero.textContent()).toBe(found);
  await shows(dialog().locator(`[data-row="${String(typed)}"]`), 'そのまま。字幕は保管');
  expect(await violations(desk)).toEqual([]);
});

test('[K20] taken, the words stand in the document; what was typed is as it was', async () => {
  await dialog().locator('[data-take]').click();
  await dialog().waitFor({ state: 'detached' });
  await shows(desk, /「会議.vtt」から\d+件の発言に言葉を入れました/);
  const now = await words();
  expect(now.get(typed)).toBe('手で入れた文');
  expect([...now.values()].filter((text) => text !== '').length).toBeGreaterThan(180);
  const [first] = [...now].find(([turn, text]) => turn > 20 && /^\D{12}/u.test(text)) ?? [];
  const said = (now.get(first ?? 0) ?? '').split('\n')[0]?.slice(0, 12) ?? '';
  await shows(desk.locator('#main'), said);
  const kept = (await blocks()).find((block) => block.type === 'captions')?.kept ?? [];
  expect(kept.some(({ turn }) => turn === typed)).toBe(true);
  expect(await violations(desk)).toEqual([]);
});

test('[K21] the same file again is recognized under another name and encoding, and cannot be taken', async () => {
  const before = await words();
  await drop('会議（コピー）.vtt', `\uFEFF${captionFile(held, 90)}`);
  await shows(dialog(), /すでに取り込まれています（取込み1）/);
  expect(await dialog().locator('[data-take]').isDisabled()).toBe(true);
  await desk.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await words()).toEqual(before);
});

test('[K24] undone, only what was typed is left, and the record says that it was undone', async () => {
  await desk.locator('[data-undo-captions]').click();
  await button(dialog(), '取り消す').click();
  await shows(desk.locator('[data-taking="1"]'), '取り消しました');
  const now = await words();
  expect([...now].filter(([, text]) => text !== '')).toEqual([[typed, '手で入れた文']]);
  expect(stage.faults).toEqual([]);
});

test('[K50] on final minutes a dropped file is caught and refused with the reason, and the list has no way back', async () => {
  const hand = await stage.hand(desk, meeting, 'desk');
  await hand.must({ do: 'finalizeMinutes', why: '確認を待たない' });
  await desk.locator('[data-drop]').waitFor({ state: 'detached' });
  const address = desk.url();
  const before = await words();
  await drop('あとから.vtt', captionFile(held, 90));
  await shows(desk.getByRole('alert'), 'あとから.vtt');
  await shows(desk.getByRole('alert'), '会議録は確定しました');
  expect([desk.url(), await words()]).toEqual([address, before]);
  await shows(desk.locator('[data-taking="1"]'), '会議.vtt');
  expect(await desk.locator('[data-undo-captions]').count()).toBe(0);
  expect(await violations(desk)).toEqual([]);
  expect(stage.faults).toEqual([]);
});

/**
 * `npm run pictures [-- --out docs/images]`: photographs the real pages in a real Chromium while the sample meeting is
 * played, and the minutes of published meetings, for README and docs/. To be run again whenever one has changed its
 * look.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { photographDocuments } from '../support/documentPictures.ts';
import { playHolding, sampleWith } from '../support/samplePlay.ts';
import { fillSetup } from '../support/setupPage.ts';
import { smallPng } from '../support/smallPng.ts';
import { sessionOf, shows, sizes, Stage } from '../support/stage.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs/images' } } });
const out = resolve(values.out);

/** A queue worth looking at, a count that is one hand short, and a tie: none of which the published meeting had. */
const scenario = sampleWith([
  { at: '01:15:36', by: 's01', do: 'raiseHand', who: 'm07' },
  { at: '01:15:41', by: 'm18', do: 'raiseHand' },
  { at: '01:15:41', by: 's01', do: 'raiseHand', who: 'm12' },
  { at: '01:15:44', by: 's01', do: 'lowerHand', who: 'm07' },
  { at: '01:15:44', by: 'm18', do: 'lowerHand' },
  { at: '01:15:45', by: 's01', do: 'lowerHand', who: 'm12' },
  { at: '01:18:23', by: 's01', do: 'recordCount', item: 'i3', channel: 'inRoom', yes: 7, no: 8, abstain: 0 },
  { at: '01:18:27', by: 's01', do: 'recordCount', item: 'i3', channel: 'inRoom', yes: 7, no: 9, abstain: 0 },
  { at: '01:19:20', by: 'm01', do: 'castingVote', item: 'i3', choice: 'yes' },
]);

await mkdir(out, { recursive: true });
const stage = await Stage.open();
try {
  await takePictures();
  await photographDocuments(out, process.cwd());
} finally {
  await stage.close();
}
process.exit(0);

async function takePictures(): Promise<void> {
  const desk = await stage.desk();
  await desk.goto(`/setup/pictures?s=${sessionOf(desk)}`);
  await fillSetup(desk, scenario.plan);
  await take(desk, 'setup', /必要な賛成は/);

  const meeting = await stage.makeMeeting(desk, scenario.plan, { rehearsal: true });
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  const [chair, member, screen] = await Promise.all([
    person('m01', sizes.chair),
    person('m17', sizes.member),
    stage.device('screen', await stage.makeLink(desk, meeting, { role: 'screen' }), sizes.screen),
  ]);
  await playHolding(await stage.playerSession(desk), meeting, scenario, [
    { at: '01:15:43', hold: () => take(chair, 'chair', '指名する') },
    {
      at: '01:17:50',
      hold: async () => {
        await take(screen, 'screen', '賛成の方');
        await take(member, 'member', '選んだあと');
      },
    },
    { at: '01:18:25', hold: () => take(desk, 'desk', 'あと1人です') },
    { at: '01:18:40', hold: () => take(chair, 'chair-tie', '可とする') },
    {
      at: '01:21:00',
      hold: async () => {
        await desk.goto(`/m/${meeting}/minutes?s=${sessionOf(desk)}`);
        await take(desk, 'minutes', '（反対者挙手）');
      },
    },
  ]);

  async function person(id: string, size: { width: number; height: number }): Promise<Page> {
    return stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
  }
}

/** Photographs a page once these words are to be seen on it. */
async function take(page: Page, name: string, words: string | RegExp): Promise<void> {
  await shows(page, words);
  await page.evaluate(async () => {
    // The faces come only after the page stands.
    while (document.fonts.size === 0) await new Promise(requestAnimationFrame);
    await document.fonts.ready;
  });
  await writeFile(join(out, `${name}.png`), smallPng(await page.screenshot()));
  console.log(`${name}.png`);
}

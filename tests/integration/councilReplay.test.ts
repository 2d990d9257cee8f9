import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import type { StateReport } from '../../shared/views/stateReport.ts';
import { publishedOutcome, sittings } from '../support/councilSittings.ts';
import { ReplayDesk } from '../support/replayProgram.ts';
import { ServerProgram } from '../support/serverProgram.ts';

let desk: ReplayDesk;
/** One server for all of them: what costs is starting it. */
let server: ServerProgram;

beforeAll(async () => {
  await ensureBuilt('product');
  desk = await ReplayDesk.open();
  server = await ServerProgram.start();
}, 300_000);

afterAll(async () => {
  await server.stop();
  await desk.close();
});

/** Every whole number in a sentence. */
const numbersIn = (text: string) => [...text.matchAll(/\d+/g)].map(([n]) => Number(n));

describe('121 contested votes of a city council, as 25 sittings played by the command', () => {
  test.each(sittings().map((sitting) => [sitting.name, sitting.votes.length, sitting] as const))(
    '[X3, V1, V9, V12, V25, V33] %s: its %i votes come out as published, each with its reason',
    async (name, count, { file, votes }) => {
      const path = await desk.write(`${name}.json`, file);
      const played = await desk.runIn(
        { KYOSHU_DATA: server.data },
        path,
        ...['--out', desk.path(name), '--url', server.url],
      );
      expect(played).toMatchObject({ code: 0, stderr: '' });
      const { items } = await desk.readJson<StateReport>(name, 'state.json');
      expect(items.flatMap((item) => item.votes)).toHaveLength(count);
      const text = (await desk.readText(name, 'minutes.txt')).normalize('NFKC').replaceAll(/\s/gu, '');
      votes.forEach((published, index) => {
        const [vote] = items[index]?.votes ?? [];
        const eligible = published.listed - published.absent - published.notVoting;
        const required = Math.floor(eligible / 2) + 1;
        const tie = published.castingVote !== undefined;
        expect(vote).toMatchObject({
          eligible,
          required,
          counts: { yes: published.yes, no: published.no, abstain: 0, invalid: 0, unaccounted: 0 },
          outcome: publishedOutcome(published),
          tie,
          castingVote: tie ? 'yes' : null,
        });
        const why = vote?.explanation.ja ?? '';
        expect(numbersIn(why)).toEqual(expect.arrayContaining([eligible, required, published.yes]));
        expect(why.includes('裁決により可決')).toBe(tie);
        expect(why).toContain(
          tie ? '可否同数' : publishedOutcome(published) === 'carried' ? '可決です' : '否決です',
        );
        expect(text).toContain(`日程第${String(index + 1)}${published.item}について`.normalize('NFKC'));
      });
    },
    120_000,
  );
});

import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import type { StateReport } from '../../shared/views/stateReport.ts';
import { stateReport } from '../../shared/views/stateReport.ts';
import { decisionsIn, expectedDecisions, methodMeetings } from '../support/methodMeetings.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';
import { ReplayDesk } from '../support/replayProgram.ts';
import { ServerProgram } from '../support/serverProgram.ts';

const folder = resolve(import.meta.dirname, '../golden/scenarios');

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

/** What a replay leaves in its folder. */
const outputs = [
  'log.jsonl',
  'minutes.docx',
  'minutes.html',
  'minutes.json',
  'minutes.md',
  'minutes.txt',
  'state.json',
];

describe('a meeting for each way to decide, played by the command', () => {
  test('[X3] no scenario file is left out', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    expect(methodMeetings.map(({ file }) => `${file}.json`).toSorted()).toEqual(files.toSorted());
  });

  test('[V31, E2, E4, E6] every method and every way to elect has its meeting', () => {
    const decided = methodMeetings.flatMap(({ votes = [], elections = [] }) => [...votes, ...elections]);
    const named = new Set(decided.map((one) => ('method' in one ? one.method : null)));
    expect([...named].filter((name) => name !== null).toSorted()).toEqual([
      'acclaimByNomination',
      'electronic',
      'majorityRunoff',
      'namedBallot',
      'noObjection',
      'plurality',
      'secretBallot',
      'showOfHands',
      'standing',
    ]);
  });

  test.each(methodMeetings.map((meeting) => [meeting.shows, meeting] as const))('%s', async (_, meeting) => {
    const path = join(folder, `${meeting.file}.json`);
    const played = await desk.runIn(
      { KYOSHU_DATA: server.data },
      path,
      ...['--out', desk.path(meeting.file), '--url', server.url],
    );
    const steps = (JSON.parse(await readFile(path, 'utf8')) as { steps: unknown[] }).steps.length;
    expect(played).toMatchObject({ code: 0, stderr: '' });
    expect(played.stdout).toContain(`${String(steps)} steps`);
    expect(await desk.outputs(meeting.file)).toEqual(outputs);
    const report = await desk.readJson<StateReport>(meeting.file, 'state.json');
    expect(decisionsIn(report)).toMatchObject(expectedDecisions(meeting));
    // Over real sockets it comes to what the rules alone make of the same file, to the last number.
    expect(report).toEqual(
      stateReport(playScenario(scenarioFile(`tests/golden/scenarios/${meeting.file}.json`)).state),
    );
    expect(server.complaints).toBe('');
  });
});

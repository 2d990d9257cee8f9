import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import type { StateReport } from '../../shared/views/stateReport.ts';
import { ReplayDesk } from '../support/replayProgram.ts';
import type { ScenarioFile } from '../support/replayProgram.ts';

const root = resolve(import.meta.dirname, '../..');
const file = resolve(root, 'tests/golden/conduct/order-of-business.json');

/** The verbs of the scenario format, by its groups. */
const verbs = [
  'checkIn confirmIdentity changeChannel loseConnection restoreConnection leave markAbsent recuse endRecusal admitObservers',
  'openMeeting recess resume adjourn closeMeeting preside',
  'startItem endItem addItem joinItems',
  'raiseHand lowerHand recognize speak yieldFloor explain endExplain closeList openList reorderHand',
  'openVote callChoice castVote recordCount recordVote announceClosing closeVote resolve correctVote reportCount',
  'castingVote declareResult voidVote object',
  'openElection nominate castBallot recordBallots closeElection drawLot declareElected appoint',
  'dispatch submitQuestion submitAnswer submitDecision closeRound notifyResult',
  'concludeItem attachOpinion respondOpinion promise fulfil note stageDirection writeTurn correctTurn withdrawRemark',
].flatMap((group) => group.split(' '));

let desk: ReplayDesk;

beforeAll(async () => {
  await ensureBuilt('product');
  desk = await ReplayDesk.open();
}, 300_000);

afterAll(async () => {
  await desk.close();
});

describe('what a meeting does besides deciding, played by the command', () => {
  test('[X21] every verb of the scenario format has a scenario that plays it', async () => {
    const golden = await readdir(join(root, 'tests/golden'), { recursive: true });
    const files = golden.filter((name) => name.endsWith('.json')).map((name) => join('tests/golden', name));
    const played = new Set<unknown>();
    for (const name of [...files, 'shared/samples/meguro-2022-2.json']) {
      const { steps = [] } = JSON.parse(await readFile(resolve(root, name), 'utf8')) as Partial<ScenarioFile>;
      for (const step of steps) if (step.expect === undefined) played.add(step.do);
    }
    expect(verbs.filter((verb) => !played.has(verb))).toEqual([]);
  });

  test('[X21, X3] people come late, move, lose their line, leave; items are added, joined, adjourned', async () => {
    const played = await desk.run(file, '--out', desk.path('out'));
    expect(played).toMatchObject({ code: 0, stderr: '' });
    const { attendance, items, promises } = await desk.readJson<StateReport>('out', 'state.json');
    expect(attendance).toEqual({ seats: 9, present: 6, inRoom: 4, online: 2, absent: 1, left: 2 });
    // Nine members, two of them away, one excluded; the chair votes only where votes are equal.
    expect(items.find(({ id }) => id === 'i2')?.votes).toMatchObject([
      { eligible: 6, quorum: { required: 5, present: 7 }, objections: 0, outcome: 'carried' },
    ]);
    expect(promises).toMatchObject([
      { due: '次回', fulfilled: { text: '近隣の三市を調べた結果を配布した' } },
    ]);
    const minutes = (await desk.readText('out', 'minutes.txt')).normalize('NFKC').replace(/[ \t]+/g, ' ');
    const marks = minutes.split('\n').filter((line) => /^\(.*\)$/.test(line));
    expect(marks).toEqual([
      '(午後2時1分 開会)',
      '(午後2時14分 委員08入室(会場))',
      '(午後2時15分 委員04除斥)',
      '(午後2時18分 委員04復席)',
      '(午後2時18分 委員06除斥)',
      '(午後2時18分 委員06復席)',
      '(午後2時21分 休憩)',
      '(午後2時31分 再開)',
      '(午後2時31分 委員03退室 所用のため)',
      '(午後2時31分 委員08退室)',
      '(午後2時33分 延会 残る議題がないため)',
    ]);
    expect(minutes).toContain('2 減免の基準について\n施設の休館日について');
    expect(minutes).toContain('委員(委員03) 使用料の算定の根拠を伺いたい。');
    expect(minutes).not.toContain('取り消すことになる言葉');
    // The online member went before the two who had raised their hands earlier, and the line's end cost nothing.
    expect(minutes.indexOf('委員(委員07)')).toBeLessThan(minutes.indexOf('委員(委員03)'));
    expect(minutes).not.toContain('委員07退室');
  });
});

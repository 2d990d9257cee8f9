import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { widthOf } from '../../shared/minutes/report/looks.ts';
import { meetingReport } from '../../shared/minutes/report/meetingReport.ts';
import type { MeetingReport } from '../../shared/minutes/report/report.ts';
import { sharesOf, shareBar } from '../../shared/minutes/report/smallPictures.ts';
import type { SvgNode } from '../../shared/minutes/report/svgNode.ts';
import { svgText } from '../../shared/minutes/report/svgNode.ts';
import {
  itemsTable,
  presenceTable,
  resultsTable,
  sharesTable,
  speakersTable,
  turnTimesTable,
} from '../../shared/minutes/report/tables.ts';
import { ticks } from '../../shared/minutes/report/timeAxis.ts';
import { timeline } from '../../shared/minutes/report/timeline.ts';
import { reportToHtml } from '../../shared/minutes/report/toHtml.ts';
import { reportWords as words } from '../../shared/minutes/report/words.ts';
import { speakingTable } from '../../shared/minutes/tables.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { opened, Played } from '../support/given.ts';
import { planOf, startsAt } from '../support/plans.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';

const minute = 60_000;

function reportOf(log: readonly MeetingEvent[], now?: number): MeetingReport {
  const { model, state } = minutesOf(log);
  const profile = profileById(state.profile);
  return meetingReport({ state, blocks: model.blocks, profile }, now ?? state.at);
}

const options = { words, width: 900, id: 'p' };
const meguro = reportOf(playScenario(scenarioFile('shared/samples/meguro-2022-2.json')).log);
const tama = reportOf(playScenario(scenarioFile('tests/golden/tama-2021-3/scenario.json')).log);

/** Every element of a picture. */
function elements(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : elements(child)))];
}

describe('the report of a published meeting', () => {
  it('[P60] tells who was there, what was decided and how long each spoke, as the minutes’ tables do', () => {
    expect(meguro.attended).toEqual({ inRoom: 17, online: 2 });
    expect([meguro.seats, meguro.quorum]).toEqual([21, 11]);
    expect(meguro.votes.map(({ counts }) => [counts?.yes, counts?.no, counts?.abstain])).toEqual([
      [16, 2, 0],
      [17, 1, 0],
      [11, 7, 0],
      [15, 1, 1],
      [17, 0, 0],
      [13, 2, 0],
    ]);
    const { log } = playScenario(scenarioFile('shared/samples/meguro-2022-2.json'));
    const { model, state } = minutesOf(log);
    const spoken = speakingTable({ state, blocks: model.blocks, profile: profileById('meguro') });
    const seconds = new Map(spoken.rows.map(([name, , turns, s]) => [name, [turns, s]]));
    for (const { name, turns, ms } of meguro.speakers)
      expect([turns.length, Math.round(ms / 1000)]).toEqual(seconds.get(name));
    expect(meguro.speakers).toHaveLength(spoken.rows.length);
  });

  it('[P60] holds these fields and no others: no words, no reasons, no ids', () => {
    const keys = (value: unknown): string[] =>
      Array.isArray(value)
        ? value.flatMap(keys)
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
          : [];
    const may =
      'title startsAt mode live plannedStart plannedEnd clock from to seats attended inRoom online quorum steps at ' +
      'changes name change belowQuorum recesses speakers role note turns kind explanation ms silent items number ' +
      'spells planned votes eligible required counts yes no abstain noReply outcome carried written course what round ' +
      'questions answers members replied';
    const played = opened({ open: true });
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'speak', who: 'm03' });
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '秘密の言葉' });
    played.ok('s01', { do: 'note', text: '秘密の言葉' });
    played.ok('desk', { do: 'leave', who: 'm07', reason: '秘密の言葉' });
    const report = reportOf(played.log);
    for (const one of [meguro, tama, report])
      expect(keys(one).filter((key) => !may.split(' ').includes(key))).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('秘密の言葉');
  });

  it('[P63] attendance is steps at the moments of arrival and departure', () => {
    expect(meguro.steps.map(({ inRoom, online }) => inRoom + online)).toEqual([18, 19, 18, 16]);
    expect(presenceTable(meguro, words).rows.map((row) => [row[0], row[3], row[5]])).toEqual([
      ['14:00', 18, ''],
      ['14:05', 19, '委員１９ 遅参'],
      ['16:04', 18, '委員１６ 退席'],
      ['17:30', 16, '委員１５ 退席、委員１４ 退席'],
    ]);
  });

  it('[P62] the kinds of speakers add up to everything that was spoken', () => {
    const shares = sharesOf(meguro);
    const all = meguro.speakers.reduce((sum, { ms }) => sum + ms, 0);
    expect(shares.reduce((sum, { ms }) => sum + ms, 0)).toBe(all);
    expect(Math.round(shares.reduce((sum, { part }) => sum + part, 0) * 1000)).toBe(1000);
    expect(Object.fromEntries(shares.map(({ kind, ms }) => [kind, Math.round(ms / minute)]))).toEqual({
      chair: 21,
      inRoom: 48,
      online: 9,
      official: 139,
    });
  });

  it('[P65] each bar of the picture is a row of the table behind it', () => {
    const picture = timeline(meguro, options);
    if (picture === null) throw new Error('no picture');
    const bars = elements(picture).filter(
      ({ tag, attributes }) => tag === 'rect' && attributes['height'] === 10,
    );
    const rows = turnTimesTable(meguro, words).rows;
    expect(bars).toHaveLength(rows.length);
    expect(rows).toHaveLength(254);
    expect(speakersTable(meguro, words).rows).toHaveLength(meguro.speakers.length + meguro.silent.length);
    expect(sharesTable(meguro, words).rows.map((row) => row[2])).toEqual([10, 22, 4, 64]);
    expect(itemsTable(meguro, words).rows).toHaveLength(10);
    expect(
      resultsTable(meguro, words)
        .rows.map((row) => row.at(-1))
        .at(-1),
    ).toBe('答申決定');
    const named = picture.attributes['aria-labelledby'];
    expect(named).toBe('p-title p-desc');
    expect(svgText(picture)).toContain('<desc id="p-desc">14:00から17:36まで、26人の発言254回');
  });
});

describe('one clock', () => {
  it('[P61] runs from the opening to now, and a running turn with it', () => {
    const played = opened();
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    played.ok('s01', { do: 'speak', who: 'm03' }, 120);
    const report = reportOf(played.log, startsAt + 10 * minute);
    expect(report.live).toBe(true);
    expect(report.clock).toEqual({ from: startsAt, to: startsAt + 10 * minute });
    expect(report.speakers.find(({ name }) => name === '委員03')?.ms).toBe(8 * minute);
    expect(report.items[0]?.ms).toBe(9 * minute);
  });

  it('[P61] stands still an hour after the last thing that happened, and at the close', () => {
    const played = opened();
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    const left = reportOf(played.log, startsAt + 48 * 3600_000);
    expect(left.clock?.to).toBe(startsAt + 61 * minute);
    played.ok('m01', { do: 'closeMeeting' }, 300);
    const over = reportOf(played.log, startsAt + 48 * 3600_000);
    expect([over.live, over.clock?.to]).toEqual([false, startsAt + 5 * minute]);
  });

  it('[P61] is marked at round moments of where the meeting is, and not too often', () => {
    const inTokyo = '2026-11-22T14:00:00+09:00';
    const short = ticks({ from: startsAt + 90_000, to: startsAt + 6.5 * minute }, inTokyo, 8);
    expect(short.map((at) => (at - startsAt) / minute)).toEqual([2, 3, 4, 5, 6]);
    fc.assert(
      fc.property(fc.nat(86_400_000), fc.integer({ min: 1, max: 20 * 3600_000 }), (from, length) => {
        const span = { from: startsAt + from, to: startsAt + from + length };
        const marks = ticks(span, inTokyo, 9);
        expect(marks.length).toBeLessThanOrEqual(11);
        for (const at of marks) {
          expect(at).toBeGreaterThanOrEqual(span.from);
          expect(at).toBeLessThanOrEqual(span.to);
          expect((at - startsAt) % minute).toBe(0);
        }
      }),
    );
  });

  it('[P62] a turn is counted by where its speaker was when it began', () => {
    const played = opened({}, '1-5', '6-7');
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    played.ok('s01', { do: 'speak', who: 'm06' }, 120);
    played.ok('s01', { do: 'speak', who: 'k01' }, 180);
    played.ok('desk', { do: 'changeChannel', who: 'm06', channel: 'inRoom' }, 200);
    played.ok('s01', { do: 'speak', who: 'm06' }, 240);
    played.ok('m01', { do: 'closeMeeting' }, 300);
    const report = reportOf(played.log);
    const kinds = report.speakers.map(({ name, turns }) => [name, turns.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      ['委員01', ['chair']],
      ['委員06', ['online', 'inRoom']],
      ['課長01', ['official']],
    ]);
    expect(report.silent).toHaveLength(5);
  });

  it('[P63] the time below the quorum is marked from its loss to its return', () => {
    const played = opened({}, '1-4');
    played.ok('desk', { do: 'leave', who: 'm04' }, 600);
    played.ok('desk', { do: 'checkIn', who: 'm05', channel: 'inRoom' }, 900);
    played.ok('m01', { do: 'closeMeeting' }, 1200);
    const report = reportOf(played.log);
    expect(report.belowQuorum).toEqual([{ from: startsAt + 10 * minute, to: startsAt + 15 * minute }]);
    expect(svgText(timeline(report, options) ?? { tag: 'svg', attributes: {}, children: [] })).toContain(
      '定足数を欠く 14:10–14:15',
    );
  });

  it('[P64] an item has what it took without the recess, beside its plan', () => {
    const agenda = [{ id: 'i1', title: '議題', kind: 'report' as const, minutes: 5 }];
    const played = opened({ agenda });
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    played.ok('m01', { do: 'recess' }, 240);
    played.ok('m01', { do: 'resume' }, 840);
    played.ok('m01', { do: 'endItem', item: 'i1' }, 1080);
    const report = reportOf(played.log);
    expect(itemsTable(report, words).rows).toEqual([['1', '議題', 5, 7, 2]]);
    expect(report.recesses).toEqual([{ from: startsAt + 4 * minute, to: startsAt + 14 * minute }]);
  });
});

describe('pictures of any meeting', () => {
  it('[P66] in writing there is no clock, but a course, and who did not reply', () => {
    expect(tama.clock).toBeNull();
    expect(timeline(tama, options)).toBeNull();
    expect(tama.written?.course.map(({ what }) => what)).toContain('notified');
    expect(tama.written).toMatchObject({ questions: 20, answers: 20, members: 7, replied: 7 });
    const rows = resultsTable(tama, words).rows;
    expect(rows.map((row) => row.at(-2))).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(reportToHtml(tama)).toContain('結果の通知');
  });

  it('[P67] before anything happened there is no picture, and no error', () => {
    const report = reportOf(new Played(planOf({ agenda: [] })).log);
    expect(timeline(report, options)).toBeNull();
    expect(reportToHtml(report)).toContain('第１回審議会');
    const open = reportOf(opened().log);
    expect(timeline(open, options)).not.toBeNull();
    expect(svgText(shareBar(open, options))).not.toContain('NaN');
  });

  it('[P67] nothing lies outside of the picture, whatever the meeting', () => {
    const name = fc.constantFrom('林', '長谷川小百合之助左衛門尉', 'Ann Lee', '委員');
    const size = fc.record({
      members: fc.integer({ min: 2, max: 200 }),
      length: fc.constantFrom(5, 61, 240),
      width: fc.integer({ min: 620, max: 1600 }),
      names: fc.array(name, { minLength: 1, maxLength: 4 }),
      leavers: fc.nat(8),
    });
    fc.assert(
      fc.property(size, ({ members, length, width, names, leavers }) => {
        const plan = planOf({ members });
        const people = plan.people.map((person, at) => ({
          ...person,
          name: `${names[at % names.length] ?? ''}${String(at + 1).padStart(2, '0')}`,
        }));
        const played = new Played({ ...plan, people });
        for (const { id, role } of people)
          if (role !== 'official' && role !== 'secretariat' && role !== 'observer')
            played.ok('desk', { do: 'checkIn', who: id, channel: 'inRoom' });
        played.ok('m01', { do: 'openMeeting' });
        played.ok('m01', { do: 'startItem', item: 'i1' });
        const step = (length * 60) / (members + leavers + 2);
        people.slice(0, members).forEach(({ id }, at) => {
          played.ok('s01', { do: 'speak', who: id }, Math.round((at + 1) * step));
        });
        for (let n = 0; n < Math.min(leavers, members - 1); n++)
          played.ok(
            'desk',
            { do: 'leave', who: `m${String(members - n).padStart(2, '0')}` },
            Math.round((members + n + 1) * step),
          );
        const picture = timeline(reportOf(played.log, startsAt + length * minute), { words, width, id: 'p' });
        if (picture === null) throw new Error('no picture');
        const height = Number(picture.attributes['height']);
        expect(svgText(picture)).not.toMatch(/NaN|Infinity|undefined/);
        const texts: { y: number; from: number; to: number }[] = [];
        for (const { tag, attributes, children } of elements(picture)) {
          const at = (key: string) => Number(attributes[key] ?? 0);
          if (tag === 'rect' && at('width') > 6) {
            expect(at('x')).toBeGreaterThanOrEqual(0);
            expect(at('x') + at('width')).toBeLessThanOrEqual(width + 0.2);
            expect(at('width')).toBeGreaterThan(0);
          }
          if (tag !== 'text') continue;
          const wide =
            widthOf(typeof children[0] === 'string' ? children[0] : '') *
            Number(attributes['font-size'] ?? 14);
          const anchor = attributes['text-anchor'] ?? 'start';
          const from = at('x') - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
          expect(from).toBeGreaterThan(-30);
          expect(from + wide).toBeLessThanOrEqual(width + 30);
          expect(at('y')).toBeLessThanOrEqual(height);
          texts.push({ y: at('y'), from, to: from + wide });
        }
        // Names and their notes stand clear of the bars and of one another.
        const left = Math.max(...texts.filter(({ from }) => from < 1).map(({ to }) => to));
        expect(left).toBeLessThanOrEqual(width * 0.3 + 8);
      }),
      { numRuns: 25 },
    );
  });

  it('[P69] what is taken home has no script and nothing from outside, and names are text', () => {
    const plan = planOf();
    const evil = '<script>alert(1)</script>"=cmd|\u202E';
    const people = plan.people.map((person) =>
      person.id === 'm03' ? { ...person, name: evil, title: evil } : person,
    );
    const agenda = [{ id: 'i1', title: evil, kind: 'report' as const }];
    const played = new Played({ ...plan, people, agenda });
    played.present('1-7').ok('m01', { do: 'openMeeting' });
    played.ok('m01', { do: 'startItem', item: 'i1' }, 10);
    played.ok('s01', { do: 'speak', who: 'm03' }, 20);
    const html = reportToHtml(reportOf(played.log));
    expect(html).not.toMatch(/<script|src=|href=|\u202E/);
    expect(html).toContain('&lt;script&gt;');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

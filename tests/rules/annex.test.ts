import { inflateSync } from 'node:zlib';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { boxPicture } from '../../server/exports/boxPicture.ts';
import { exportMeeting } from '../../server/exports/exportMeeting.ts';
import type { ExportSource } from '../../server/exports/exportMeeting.ts';
import { clockOver, laneBars, presenceSteps } from '../../server/exports/reportBars.ts';
import { isMemberRole } from '../../shared/meeting/person.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { copyReport } from '../../shared/minutes/report/copyReport.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { everybody } from '../../shared/minutes/render/people.ts';
import { annexTables } from '../../shared/minutes/report/annexTables.ts';
import { annexTitle, reportWords, tablesAnnexTitle } from '../../shared/minutes/report/words.ts';
import { opened } from '../support/given.ts';
import { hostileMeeting } from '../support/hostileMeeting.ts';
import { publishedMeeting, publishedMeetings } from '../support/publishedMeetings.ts';
import { unzip } from '../support/unzip.ts';

const meguro = publishedMeeting('meguro');
const reportOf = (source: ExportSource, copy: 'published' | 'record') =>
  copyReport({ ...source, copy }, source.state.at);

/** The XML of the Word file's text. */
async function wordOf(source: ExportSource): Promise<string> {
  const { body } = await exportMeeting('docx', source);
  return unzip(body).get('word/document.xml') ?? '';
}

/** What follows the minutes where there is no room for pictures. */
async function tablesOf(kind: 'txt' | 'sjis' | 'md', source: ExportSource): Promise<string> {
  const { body, unmapped } = await exportMeeting(kind, { ...source, annex: true });
  expect(unmapped).toEqual([]);
  const text = new TextDecoder(kind === 'sjis' ? 'shift_jis' : 'utf-8').decode(body).replaceAll('\r\n', '\n');
  const [, annexed = ''] = text.split(tablesAnnexTitle);
  return annexed;
}

/** The colours of a picture, row after row, as 0xRRGGBB. */
function dotsOf(png: Buffer): number[][] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [head, colours, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => parts.get(name) ?? Buffer.alloc(0));
  const width = head?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(data ?? Buffer.alloc(0));
  return Array.from({ length: head?.readUInt32BE(4) ?? 0 }, (_, y) =>
    [...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))].map(
      (place) => colours?.readUIntBE(place * 3, 3) ?? -1,
    ),
  );
}

describe('the report behind the minutes', () => {
  it.each(['docx', 'html'] as const)(
    '[P80] follows them in %s where it is asked for, and only there',
    async (kind) => {
      const read = async (source: ExportSource) => {
        const { body } = await exportMeeting(kind, source);
        return kind === 'html'
          ? body.toString('utf8')
          : (await mammoth.extractRawText({ buffer: body })).value;
      };
      const [without, annexed] = [await read(meguro), await read({ ...meguro, annex: true })];
      expect(without).not.toContain(annexTitle);
      expect(annexed).toContain(annexTitle);
      for (const title of ['spokeTitle', 'presenceTitle', 'sharesTitle', 'itemsTitle', 'votesTitle'] as const)
        expect(annexed.split(annexTitle)[1]).toContain(reportWords[title]);
      // What stands before it is the same document.
      if (kind === 'docx') expect(annexed.startsWith(without.trimEnd())).toBe(true);
    },
  );

  it.each(['txt', 'sjis', 'md'] as const)('[P80] and in %s, as tables', async (kind) => {
    const { body } = await exportMeeting(kind, meguro);
    const { body: annexed } = await exportMeeting(kind, { ...meguro, annex: true });
    expect(annexed.subarray(0, body.length - 2)).toEqual(body.subarray(0, body.length - 2));
    expect(body.length).toBeLessThan(annexed.length - 1000);
    const text = await tablesOf(kind, meguro);
    for (const title of ['spokeTitle', 'presenceTitle', 'sharesTitle', 'itemsTitle', 'votesTitle'] as const)
      expect(text).toContain(reportWords[title]);
  });

  it.each(Object.keys(publishedMeetings))(
    '[P92] %s: text and Markdown have every figure, in the order of the pictures',
    async (id) => {
      const source = publishedMeeting(id);
      for (const copy of ['published', 'record'] as const) {
        const tables = annexTables(reportOf(source, copy), reportWords);
        const parts = (await tablesOf('txt', { ...source, copy })).split('■').slice(1);
        const blocks = (await tablesOf('md', { ...source, copy })).split('### ').slice(1);
        expect(parts).toHaveLength(tables.length);
        expect(blocks).toHaveLength(tables.length);
        for (const [index, { name, columns, rows }] of tables.entries()) {
          const [title, ...lines] = (parts[index] ?? '').trimEnd().split('\n');
          expect(title).toBe(name);
          const told = [columns, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
          // A cell may go on below its row: nothing is lost, nothing is added.
          const letters = (text: string) => [...text.replaceAll(/[\s─]/gu, '')].sort().join('');
          expect(letters(lines.join(''))).toBe(letters(told.flat().join('')));
          const [firstTitle, blank, head, rule, ...body] = (blocks[index] ?? '').trimEnd().split('\n');
          expect([firstTitle, blank]).toEqual([name, '']);
          expect(rule).toMatch(/^\|(---:?\|)+$/);
          expect([head, ...body].map((row) => row?.split(/ ?\| ?/).slice(1, -1))).toEqual(told);
        }
      }
    },
  );

  it('[P92] columns stand one below the other, figures at their right, and no line is wider than a sheet', async () => {
    const text = await tablesOf('txt', { ...meguro, copy: 'record' });
    expect(text).toContain('\n14:05    17           2    19      11  委員１９ 遅参\n');
    expect(text).toContain(
      '\n議長                 20.7          10\n委員（会場）           48          22\n',
    );
    expect(text).toContain(
      '\n（１）  人事給与システムで取り扱う個人情報の追加につ                    20.1\n        いて\n',
    );
    const wide = (line: string) => [...line].reduce((sum, letter) => sum + (letter > '\u02FF' ? 2 : 1), 0);
    for (const source of [meguro, hostileMeeting(), publishedMeeting('tama')])
      for (const line of (await tablesOf('txt', { ...source, copy: 'record' })).split('\n'))
        expect(wide(line)).toBeLessThanOrEqual(80);
  });

  it('[P92] hostile names are text in it, in one line', async () => {
    const source = { ...hostileMeeting(), copy: 'record' as const };
    const markdown = await tablesOf('md', source);
    expect(markdown).toContain('| &lt;script\\>alert(1)&lt;/script\\> |');
    for (const text of [markdown, await tablesOf('txt', source)])
      // eslint-disable-next-line no-control-regex -- these must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\uD800]/u);
  });

  it('[P81] behind the published copy people are called what its labels call them, behind the record by name', () => {
    const lanes = (copy: 'published' | 'record') => reportOf(meguro, copy).speakers.map(({ name }) => name);
    expect(lanes('published')).toEqual(['会長', '委員', '区側']);
    expect(lanes('record')).toHaveLength(26);
    const [published, record] = [reportOf(meguro, 'published'), reportOf(meguro, 'record')];
    const count = ({ speakers }: typeof record) => speakers.flatMap(({ turns }) => turns).length;
    expect(count(published)).toBe(count(record));
    expect(published.changes.map(({ name }) => name)).toEqual(Array(4).fill('委員'));
    expect(published.silent).toEqual([]);
    // 委員 took part in both ways: nothing is said of all of them that holds for two.
    expect(published.speakers.map(({ online }) => online)).toEqual([false, false, false]);
    expect(record.speakers.filter(({ online }) => online)).toHaveLength(2);
  });

  it.each(Object.keys(publishedMeetings))(
    '[P81] %s: its report names nobody whom its labels do not',
    async (id) => {
      const source = publishedMeeting(id);
      const labels = renderMinutes(source).nodes.flatMap((node) =>
        node.kind === 'turn' ? [node.label] : [],
      );
      const told = labels.join('\n').normalize('NFKC');
      const [, annexed = ''] = (await wordOf({ ...source, annex: true }))
        .normalize('NFKC')
        .split(annexTitle.normalize('NFKC'));
      expect(annexed.length).toBeGreaterThan(1000);
      const members = everybody(source.state).filter(({ role }) => isMemberRole(role));
      const names = members.map(({ name }) => name.normalize('NFKC'));
      if (!names.some((name) => told.includes(name)))
        for (const text of [annexed, (await tablesOf('txt', source)).normalize('NFKC')])
          for (const name of names) expect(text).not.toContain(name);
      // A mark alone (● →) names nobody.
      for (const { name } of reportOf(source, 'published').speakers) expect(name).toMatch(/[\p{L}\p{N}]/u);
    },
  );

  it('[P81] of turns behind closed doors the published copy’s report tells nothing', () => {
    const played = opened({ open: true });
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'speak', who: 'm03' });
    played.ok('m01', { do: 'closeToPublic', item: 'i1', reason: '個人の事情にわたるため' });
    played.ok('s01', { do: 'speak', who: 'm04' });
    const { model, state } = minutesOf(played.log);
    const source = { state, blocks: model.blocks, profile: profileById('nogyo') };
    const turns = (copy: 'published' | 'record') =>
      reportOf(source, copy).speakers.reduce((sum, speaker) => sum + speaker.turns.length, 0);
    const closed = model.blocks.filter((block) => block.type === 'turn' && block.closed === true);
    expect(closed.length).toBeGreaterThan(0);
    expect(turns('published')).toBe(turns('record') - closed.length);
  });

  it('[P82] in Word each picture is a strip in a row: name and figures are text, and it says what it shows', async () => {
    const xml = await wordOf({ ...meguro, copy: 'record', annex: true });
    const drawings = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, says]) => says ?? '');
    const { speakers, items } = reportOf(meguro, 'record');
    // Four keys, a strip for each speaker, votes, attendance, four shares, a bar for each item.
    expect(drawings).toHaveLength(4 + speakers.length + 2 + 4 + items.length);
    for (const says of drawings) expect(says).toMatch(/\S/);
    expect(drawings.find((says) => says.startsWith('委員０２'))).toContain('4回、3分（14:12、');
    expect(drawings).toContain('出席は16人から19人、定足数は11人。');
    const { value } = await mammoth.convertToHtml({
      buffer: (await exportMeeting('docx', { ...meguro, copy: 'record', annex: true })).body,
    });
    expect(value).toMatch(/委員０２<\/p><\/td><td><p><img alt="委員０２[^"]*" src="data:image\/png/);
    // Every table's head comes again on the next page.
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(6);
  });

  it('[P82] a strip shows each turn where it was on the clock, in its kind’s pattern', () => {
    const report = reportOf(meguro, 'record');
    const clock = clockOver(report, 300);
    const chair = report.speakers[0];
    if (clock === null || chair === undefined) throw new Error('no clock');
    const boxes = laneBars(chair, clock, 18);
    const [dots] = [dotsOf(boxPicture(300, 18, boxes))];
    expect([dots.length, dots[0]?.length]).toEqual([54, 900]);
    const middle = dots[27] ?? [];
    const share = middle.filter((colour) => colour === 0x1a1a1a).length / middle.length;
    const length = (report.clock?.to ?? 0) - (report.clock?.from ?? 0);
    // Not less than what was spoken; more by what short turns are widened to be seen.
    expect(share).toBeGreaterThanOrEqual(chair.ms / length - 0.01);
    expect(share).toBeLessThan(chair.ms / length + chair.turns.length / 300);
    const online = dotsOf(boxPicture(12, 12, [{ x: 0, y: 0, width: 12, height: 12, fill: 'online' }]));
    expect(new Set(online.flat())).toEqual(new Set([0xc3e8ee, 0x008da6]));
  });

  it('[P82] attendance steps down where members left, over the dots of the quorum', () => {
    const report = reportOf(meguro, 'record');
    const clock = clockOver(report, 300);
    if (clock === null) throw new Error('no clock');
    const dots = dotsOf(boxPicture(300, 84, presenceSteps(report, clock, 84)));
    const top = (x: number) => dots.findIndex((row) => row[Math.round(x * 3)] === 0x006173);
    const after = report.steps.map(({ at }, index) => {
      const to = report.steps[index + 1]?.at ?? report.clock?.to ?? at;
      return top((clock.x(at) + clock.x(to)) / 2);
    });
    // 18, 19, 18, 16 present: higher is nearer to the top.
    expect(after[1]).toBeLessThan(after[0] ?? 0);
    expect(after[2]).toBe(after[0]);
    expect(after[3]).toBeGreaterThan(after[2] ?? 0);
    expect(dots.some((row) => row.filter((colour) => colour === 0x1a1a1a).length > 200)).toBe(true);
  });

  it.each(['docx', 'report.docx'] as const)('[P83] hostile names are text in %s', async (kind) => {
    const { body } = await exportMeeting(kind, { ...hostileMeeting(), copy: 'record', annex: true });
    for (const [name, text] of unzip(body)) {
      if (name.endsWith('.png')) continue;
      // eslint-disable-next-line no-control-regex -- these must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\uD800]/u);
      expect(text).not.toContain('<script');
    }
    const { value } = await mammoth.extractRawText({ buffer: body });
    expect(value).toContain('<script>alert(1)</script>');
  });
});

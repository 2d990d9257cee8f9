import { rosterVote } from '../../client/screens/setup/rosterVote.ts';
import { rulesWithDefaults } from '../../shared/rules/rules.ts';
import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../shared/setup/agenda.ts';
import { decodeText } from '../../shared/setup/decodeText.ts';
import { hasDoubles, readRoster } from '../../shared/setup/roster.ts';
import { readTable } from '../../shared/setup/table.ts';

describe('pasting a table', () => {
  it('[X10] splits tabs or commas, and keeps what quotes hold together', () => {
    expect(readTable('a\tb\n\n1\t2')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
    expect(readTable('"x, ""y""",z\r\n"two\nlines",w')).toEqual([
      { line: 1, cells: ['x, "y"', 'z'] },
      { line: 2, cells: ['two lines', 'w'] },
    ]);
  });

  it('[X11] reads files as a Japanese office saves them', () => {
    const shiftJis = new Uint8Array([0x88, 0xcf, 0x88, 0xf5, 0x2c, 0x31]);
    expect(decodeText(shiftJis)).toEqual({ text: '委員,1', encoding: 'Shift_JIS' });
    expect(decodeText(new TextEncoder().encode('委員,1')).encoding).toBe('UTF-8');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xd4, 0x59])).text).toBe('委');
  });
});

describe('pasting a roster', () => {
  it('[X12] finds the columns by their headings, in any order', () => {
    const { people, problems } = readRoster(
      '席\t役\t氏　名\tふりがな\t所属\n１\t会長\t委員０１\tいいん\t\n2\t委員\t委員０２\t\t\n\t説明員\t人事課長\t\t総務部\n\t事務局\t係員\t\t',
    );
    expect(problems).toEqual([]);
    expect(people).toEqual([
      { id: 'm01', name: '委員０１', kana: 'いいん', role: 'chair', seat: 1 },
      { id: 'm02', name: '委員０２', role: 'member', seat: 2 },
      { id: 'k01', name: '人事課長', role: 'official', department: '総務部' },
      { id: 's01', name: '係員', role: 'secretariat' },
    ]);
  });

  it('[X12, A25] reads how each takes part and on what, as people write it', () => {
    const rows = ['会場\t', 'オンライン\tスマホ', 'Ｗｅｂ\t', '欠席の連絡\t', '\tなし（挙手）', '\t'];
    const { people } = readRoster(
      ['氏名\t参加\t端末', ...rows.map((row, at) => `委員${String(at)}\t${row}`)].join('\n'),
    );
    expect(people.map(({ attends, device }) => [attends, device])).toEqual([
      [undefined, undefined],
      ['online', undefined],
      ['online', undefined],
      ['absent', undefined],
      [undefined, 'none'],
      [undefined, undefined],
    ]);
  });

  it('[A25] says who votes by the rules chosen', () => {
    const rules = rulesWithDefaults({});
    expect(rosterVote('chair', rules)).toBe('tie');
    expect(rosterVote('chair', { ...rules, chair: { ...rules.chair, vote: 'memberOnly' } })).toBe('always');
    expect(rosterVote('deputyChair', rules)).toBe('always');
    for (const role of ['official', 'secretariat', 'observer'] as const)
      expect(rosterVote(role, rules)).toBe('never');
  });

  it('[X12] takes a bare list of names as members', () => {
    expect(readRoster('委員０１\n委員０２').people.map(({ name, role }) => [name, role])).toEqual([
      ['委員０１', 'member'],
      ['委員０２', 'member'],
    ]);
  });

  it('[X13] names the line of an empty name, of doubles and of a second chair, and drops nothing in silence', () => {
    const { people, problems } = readRoster('氏名,役\n委員Ａ,会長\n,委員\n委員A,委員\n委員Ｂ,会長');
    expect(people).toHaveLength(3);
    expect(problems.map(({ lines, leftOut }) => ({ lines, leftOut }))).toEqual([
      { lines: [2, 4], leftOut: false },
      { lines: [2, 5], leftOut: false },
      { lines: [3], leftOut: true },
    ]);
  });

  it('[X13] holds two people of one name apart by reading or department, and not otherwise', () => {
    expect(hasDoubles(readRoster('氏名,所属\n委員Ａ,甲\n委員A,乙').people)).toBe(false);
    expect(hasDoubles(readRoster('氏名,所属\n委員Ａ,甲\n委員 A,甲').people)).toBe(true);
  });

  it('[X14] keeps variants of characters as they are written, and finds doubles all the same', () => {
    const variant = '葛\u{E0100}城';
    const { people, problems } = readRoster(`${variant}\n葛城`);
    expect(people[0]?.name).toBe(variant);
    expect(problems).toHaveLength(1);
    expect(readRoster('委員\uE000').problems[0]?.sentence.ja).toContain('外字');
  });

  it('[X14] takes control and direction marks out of names', () => {
    expect(readRoster('委員\u202E０１').people[0]?.name).toBe('委員０１');
  });
});

describe('pasting an agenda', () => {
  it('[X15] makes sections of lines that have parts, and hands their kind down', () => {
    const items = readAgenda(
      '次　第\n１　開会\n２　諮問事項\n（１）窓口の受付について（総務課）　15分\n（２）その他の手続について\n３　報告事項\n（１）実施状況\n４　その他\n５　閉会',
    );
    expect(
      items.map(({ title, kind, parent, minutes, department, vote }) => ({
        title,
        kind,
        parent,
        minutes,
        department,
        vote: vote?.method,
      })),
    ).toEqual([
      { title: '開会', kind: 'opening' },
      { title: '諮問事項', kind: 'section' },
      {
        title: '窓口の受付について',
        kind: 'consultation',
        parent: 'i2',
        minutes: 15,
        department: '総務課',
        vote: 'showOfHands',
      },
      { title: 'その他の手続について', kind: 'consultation', parent: 'i2', vote: 'showOfHands' },
      { title: '報告事項', kind: 'section' },
      { title: '実施状況', kind: 'report', parent: 'i5' },
      { title: 'その他', kind: 'other' },
      { title: '閉会', kind: 'closing' },
    ]);
  });

  it('[X15] keeps numbers that belong to a title', () => {
    expect(readAgenda('令和８年度の計画について')[0]?.title).toBe('令和８年度の計画について');
    expect(readAgenda('1. 2026年度予算')[0]?.title).toBe('2026年度予算');
  });
});

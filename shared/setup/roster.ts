import type { Person, Role } from '../meeting/person.ts';
import type { Sentence } from '../protocol/language.ts';
import type { TableRow } from './table.ts';
import { readTable } from './table.ts';

/** Something in a pasted roster that a person must look at. `lines`: where it stands in the pasted text. */
export interface RosterProblem {
  readonly lines: readonly number[];
  /** The row was left out; otherwise it is in, and somebody should look at it. */
  readonly leftOut: boolean;
  readonly sentence: Sentence;
}

export interface ReadRoster {
  readonly people: readonly Person[];
  readonly problems: readonly RosterProblem[];
}

type Column = 'name' | 'kana' | 'role' | 'title' | 'department' | 'seat' | 'attends' | 'device' | 'id';

const headings: readonly (readonly [Column, RegExp])[] = [
  ['kana', /^(ふりがな|フリガナ|かな|カナ|よみ|読み|kana|reading)/i],
  ['seat', /^(席|議席|座席|番号|no|seat|#|№)/i],
  ['attends', /^(参加|出欠|出席|attend)/i],
  ['device', /^(端末|機器|device)/i],
  ['department', /^(所属|部署|担当|課|department|団体)/i],
  ['title', /^(肩書|職名|役職名|title)/i],
  ['role', /^(役|区分|role|種別)/i],
  ['name', /^(氏名|名前|委員名|姓名|名|name)/i],
  ['id', /^id$/i],
];

const roleWords: readonly (readonly [Role, RegExp])[] = [
  ['deputyChair', /(職務代理|副会長|副委員長|副議長|^deputy)/i],
  ['chair', /^(会長|委員長|議長|座長|chair)/i],
  ['secretariat', /(事務局|書記|secretariat)/i],
  ['observer', /(傍聴|observer)/i],
  ['official', /(説明員|所管|実施機関|区側|市側|町側|部長|課長|室長|係長|主査|official)/i],
  ['member', /(委員|議員|member)/i],
];

/** The first letter of an id: m01, k01 (区側), s01, o01. */
const letters = { member: 'm', official: 'k', secretariat: 's', observer: 'o' } as const;

/** 異体字 and blanks apart, is it the same name? Used to find doubles, never to change how a name is written. */
function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u{E0100}-\u{E01EF}\uFE00-\uFE0F]/gu, '')
    .replace(/\s/g, '');
}

/** Characters that a spreadsheet's own fonts draw and other devices do not (外字). */
const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}\uFFFD]/u;

/**
 * Reads a roster pasted from a spreadsheet. Names stay exactly as they are written, variants (異体字) included.
 * A first row with headings says which column is which; without one, the first column with words is the name.
 */
export function readRoster(text: string): ReadRoster {
  const rows = readTable(text);
  const named = headingOf(rows[0]);
  const columns = named ?? guessColumns(rows);
  const problems: RosterProblem[] = [];
  const people: Person[] = [];
  const lineOf = new Map<Person, number>();
  const count = { member: 0, official: 0, secretariat: 0, observer: 0 };
  for (const { line, cells } of named === null ? rows : rows.slice(1)) {
    const cell = (column: Column) => {
      const at = columns.get(column);
      return at === undefined
        ? ''
        : (cells[at] ?? '').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '').trim();
    };
    const name = cell('name');
    if (name === '') {
      problems.push({
        lines: [line],
        leftOut: true,
        sentence: {
          ja: `${line}行目に氏名がありません。氏名を入れるか、この行を消してください。`,
          en: `Line ${line} has no name. Add one, or remove the line.`,
        },
      });
      continue;
    }
    if ([...name].length > 200) {
      problems.push({
        lines: [line],
        leftOut: true,
        sentence: {
          ja: `${line}行目の氏名が長すぎます（200字まで）。列がずれていないか確かめてください。`,
          en: `The name in line ${line} is too long (200 characters at most). Are the columns in place?`,
        },
      });
      continue;
    }
    const role = roleOf(cell('role'), cell('title'));
    const kind = role === 'chair' || role === 'deputyChair' ? 'member' : role;
    count[kind] += 1;
    const seat = Number(cell('seat').normalize('NFKC').replace(/\D/g, ''));
    const person: Person = {
      id: `${letters[kind]}${String(count[kind]).padStart(2, '0')}`,
      name,
      role,
      ...(cell('kana') === '' ? {} : { kana: cell('kana') }),
      ...(cell('title') === '' ? {} : { title: cell('title') }),
      ...(cell('department') === '' ? {} : { department: cell('department') }),
      ...(Number.isInteger(seat) && seat > 0 && seat < 10_000 ? { seat } : {}),
      ...attendanceIn(cell('attends')),
      ...(/^(なし|無|ない|挙手|none|no)/i.test(cell('device')) ? { device: 'none' as const } : {}),
    };
    people.push(person);
    lineOf.set(person, line);
    if (privateUse.test(name))
      problems.push({
        lines: [line],
        leftOut: false,
        sentence: {
          ja: `${line}行目の「${name}」に、ほかの端末で表示できない文字（外字）があります。標準の文字か異体字に直してください。`,
          en: `Line ${line}: “${name}” has a character that other devices cannot show. Use a standard one.`,
        },
      });
  }
  problems.push(...doubles(people, lineOf), ...chairs(people, lineOf));
  return { people, problems: problems.toSorted((one, other) => (one.lines[0] ?? 0) - (other.lines[0] ?? 0)) };
}

/** 参加 as people write it: what is neither online nor an absence is in the room, which is not said. */
function attendanceIn(words: string): Pick<Person, 'attends'> {
  if (/(欠席|不参加|absent|regret)/i.test(words)) return { attends: 'absent' };
  return /(オンライン|ウェブ|リモート|web|online|remote)/i.test(words.normalize('NFKC'))
    ? { attends: 'online' }
    : {};
}

function headingOf(row: TableRow | undefined): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  row?.cells.forEach((cell, at) => {
    const found = headings.find(([, pattern]) => pattern.test(cell.replace(/\s/g, '')))?.[0];
    if (found !== undefined && !columns.has(found)) columns.set(found, at);
  });
  return columns.has('name') ? columns : null;
}

/** No headings: a column of numbers is the seat, one of known roles the role, the first other the name, then kana. */
function guessColumns(rows: readonly TableRow[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  for (let at = 0; at < width; at++) {
    const cells = rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
    const all = (pattern: RegExp) =>
      cells.length > 0 && cells.every((cell) => pattern.test(cell.normalize('NFKC')));
    const column: Column | null = all(/^\d+$/)
      ? 'seat'
      : cells.length > 0 &&
          cells.every((cell) => roleWords.some(([, pattern]) => pattern.test(cell)) && cell.length < 12) &&
          columns.has('name')
        ? 'role'
        : !columns.has('name')
          ? 'name'
          : all(/^[\p{sc=Hiragana}\p{sc=Katakana}ー\s\d]+$/u)
            ? 'kana'
            : 'department';
    if (!columns.has(column)) columns.set(column, at);
  }
  return columns;
}

function roleOf(role: string, title: string): Role {
  for (const words of [role, title]) {
    const found = roleWords.find(([, pattern]) => pattern.test(words));
    if (found !== undefined) return found[0];
  }
  return 'member';
}

/** Whether two people on the roster cannot be told apart: the same name, and neither reading nor department differs. */
export function hasDoubles(people: readonly Person[]): boolean {
  const known = people.map(({ name, kana = '', department = '' }) =>
    [nameKey(name), nameKey(kana), nameKey(department)].join('\n'),
  );
  return new Set(known).size < known.length;
}

function doubles(people: readonly Person[], lineOf: ReadonlyMap<Person, number>): RosterProblem[] {
  const byName = new Map<string, Person[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) => {
      const lines = same.map((person) => lineOf.get(person) ?? 0);
      return {
        lines,
        leftOut: false,
        sentence: {
          ja: `「${same[0]?.name ?? ''}」が${lines.join('行目と')}行目にあります。同じ人なら一方を消し、別の人ならふりがなか所属で区別してください。`,
          en: `“${same[0]?.name ?? ''}” stands in lines ${lines.join(' and ')}. Remove one, or tell them apart by reading or department.`,
        },
      };
    });
}

function chairs(people: readonly Person[], lineOf: ReadonlyMap<Person, number>): RosterProblem[] {
  const found = people.filter((person) => person.role === 'chair');
  if (found.length < 2) return [];
  const lines = found.map((person) => lineOf.get(person) ?? 0);
  return [
    {
      lines,
      leftOut: false,
      sentence: {
        ja: `会長が${found.length}人います（${lines.join('行目、')}行目）。会長は1人にしてください。`,
        en: `There are ${found.length} chairs (lines ${lines.join(', ')}). There can be only one.`,
      },
    },
  ];
}

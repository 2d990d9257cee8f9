import type { AgendaItem, ItemKind } from '../meeting/agendaItem.ts';

/*
 * An agenda (次第) pasted from a document: a line for each item, numbered in any of the usual ways. Numbers are left to
 * the profile; planned minutes and departments at the end of a line are understood.
 */

/** 1. １ 一 Ⅰ ① 第１ ○ ・ */
const head =
  /^(?:第?\s*[0-9]{1,2}\s*[.,、:)]?\s+|第?\s*[0-9]{1,2}[.、:]\s*|[一二三四五六七八九十]{1,3}[\s.、:]+|[IVX]{1,4}[\s.、:]+|[○●・■□◆]\s*)/;
/** (1) （１） ① ア */
const part = /^(?:\(\s*[0-9]{1,2}\s*\)|[①-⑳]|[ア-コ][\s.、)])\s*/;
const minutesAtEnd = /[\s(]*(?:約)?\s*([0-9]{1,3})\s*分(?:間)?\s*\)?\s*$/;
const departmentAtEnd = /\s*[([]([^()[\]]{1,40}(?:課|部|室|係|局|所|センター|館|事務局|担当))[)\]]\s*$/;

const kinds: readonly (readonly [ItemKind, RegExp])[] = [
  ['break', /^休憩/],
  ['opening', /^開会/],
  ['closing', /^閉会/],
  ['greeting', /(あいさつ|挨拶)/],
  ['introduction', /(自己紹介|委員紹介|職員紹介|出席者の?紹介)/],
  ['appointment', /(委嘱|辞令|任命)/],
  ['election', /(互選|選出|選任|選挙)/],
  ['advisoryReport', /(答申)/],
  ['consultation', /(諮問|審議|議案|議題|付議)/],
  ['report', /報告/],
  ['confirmation', /(会議録|議事録|前回).{0,12}(確認|承認)/],
  ['briefing', /(概要|説明)/],
  ['other', /^その他/],
];

/** Reads a pasted agenda. A numbered line followed by (1), (2) … becomes a section that hands its kind down. */
export function readAgenda(text: string): AgendaItem[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((raw) => ({ plain: raw.normalize('NFKC').trim(), written: raw.trim() }))
    .filter(({ plain }) => plain !== '' && !/^(次第|会議次第|議事次第)$/.test(plain.replace(/\s/g, '')));
  const items: AgendaItem[] = [];
  let section: AgendaItem | null = null;
  lines.forEach(({ plain, written }, index) => {
    const nested = part.test(plain);
    const { title, minutes, department } = partsOf(written);
    if (title === '') return;
    const hasParts: boolean = !nested && part.test(lines[index + 1]?.plain ?? '');
    const inherited: ItemKind | null = nested && section !== null ? kindOf(section.title) : null;
    const own = kindOf(title);
    const kind: ItemKind = hasParts
      ? 'section'
      : own === 'other' && inherited !== null
        ? inherited
        : (own ?? inherited ?? 'other');
    const item: AgendaItem = {
      id: `i${items.length + 1}`,
      title,
      kind,
      ...(nested && section !== null ? { parent: section.id } : {}),
      ...(minutes === null ? {} : { minutes }),
      ...(department === null ? {} : { department }),
      ...(kind === 'consultation' || kind === 'advisoryReport'
        ? { vote: { method: 'showOfHands' as const } }
        : {}),
    };
    items.push(item);
    if (!nested) section = hasParts ? item : null;
  });
  return items;
}

function kindOf(title: string): ItemKind | null {
  const plain = title.normalize('NFKC');
  return kinds.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The title as it was written, without the number before it and the minutes and department behind it. */
function partsOf(written: string): { title: string; minutes: number | null; department: string | null } {
  let rest = written;
  const cut = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest.normalize('NFKC'));
    if (found === null) return null;
    // What is cut is counted in normalized characters: only where both are as long can the written form be kept.
    const plain = rest.normalize('NFKC');
    const kept = plain.slice(0, found.index) + plain.slice(found.index + found[0].length);
    rest =
      plain.length === rest.length
        ? rest.slice(0, found.index) + rest.slice(found.index + found[0].length)
        : kept;
    return found;
  };
  if (cut(part) === null) cut(head);
  const minutes = cut(minutesAtEnd);
  const department = cut(departmentAtEnd);
  return {
    title: rest.trim().slice(0, 1000),
    minutes: minutes === null ? null : Math.min(1440, Number(minutes[1])),
    department: department?.[1] ?? null,
  };
}

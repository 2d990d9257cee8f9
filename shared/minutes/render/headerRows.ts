import { quorumNow } from '../../features/attendance/standing.ts';
import { seatOf } from '../../meeting/lookup.ts';
import type { Person } from '../../meeting/person.ts';
import type { RoundKind } from '../../features/written/state.ts';
import type { HeaderSpec, ListSpec, When } from '../profile/header.ts';
import { fill } from '../profile/template.ts';
import type { TemplateValues } from '../profile/template.ts';
import { grouped } from './grouped.ts';
import { beginAndEnd, dateText, finalDateText, timeText } from './moments.ts';
import { depthOf, itemNumbers } from './numbers.ts';
import { conclusionSentence, itemValues } from './outcome.ts';
import { absent, attended, chosen, everybody, holderOf, members, personValues } from './people.ts';
import type { MinutesSource } from './source.ts';

export interface HeaderRow {
  readonly key: string;
  readonly lines: readonly string[];
}

/** The rows of the table at the head, filled in. */
export function headerRows(source: MinutesSource): HeaderRow[] {
  const values = meetingValues(source);
  const { header } = source.profile;
  return header.rows
    .filter((row) => applies(source, row.when))
    .map((row) => {
      const lines = row.lines.flatMap((line) =>
        typeof line === 'string' ? written(fill(line, values)) : listLines(source, line),
      );
      return {
        key: spread(row.key, header.spread),
        lines: lines.length === 0 && row.none !== undefined ? [row.none] : lines,
      };
    });
}

/** What a template may name about the meeting as a whole. */
export function meetingValues(source: MinutesSource): TemplateValues {
  const { state } = source;
  const { info } = state;
  const { begin, end } = beginAndEnd(source);
  const [titleHead = '', ...titleTail] = info.title.split(/\s+/u);
  const there = attended(state);
  const names = (people: readonly Person[]) => people.map(({ name }) => name).join('、');
  const officials = withRole(source, 'official');
  const secretariat = withRole(source, 'secretariat');
  return {
    title: info.title,
    titleHead,
    titleTail: titleTail.join(' '),
    body: info.body,
    venue: info.venue,
    date: dateText(source, begin),
    start: timeText(source, begin),
    end: end === null ? '' : timeText(source, end),
    finalDate: finalDateText(source),
    observers: state.attendance.observers === 0 ? '' : state.attendance.observers,
    observerCount: state.attendance.observers,
    publicReason: info.public.open ? '' : info.public.reason,
    contact: info.contact ?? '',
    chair: holderOf(state, 'chair')?.name ?? '',
    deputyChair: holderOf(state, 'deputyChair')?.name ?? '',
    present: there.length,
    absent: absent(state).length,
    online: there.filter(({ id }) => isOnline(source, id)).length,
    seats: state.rules.seats ?? members(state).length,
    quorum: quorumNow(state).required,
    officials: names(officials),
    officialCount: officials.length,
    secretariat: names(secretariat),
    secretariatCount: secretariat.length,
  };
}

function listLines(source: MinutesSource, list: ListSpec): string[] {
  const entries = listEntries(source, list);
  const count = countOf(source, list) ?? entries.length;
  const [before, after] = [fill(list.before, { count }), fill(list.after, { count })];
  if (entries.length === 0) return list.none === undefined ? [] : [before + list.none + after];
  return (before + entries.join(list.join) + after).split('\n');
}

/** How many people a list names, where they stand together by department; null for any other list. */
function countOf(source: MinutesSource, list: ListSpec): number | null {
  return 'byDepartment' in list && list.byDepartment !== undefined
    ? listEntries(source, { ...list, byDepartment: undefined }).length
    : null;
}

function listEntries(source: MinutesSource, list: ListSpec): string[] {
  const { state, profile } = source;
  switch (list.each) {
    case 'members.attended':
      return peopleEntries(source, list, attended(state));
    case 'members.absent':
      return peopleEntries(source, list, absent(state));
    case 'members.online':
      return peopleEntries(
        source,
        list,
        attended(state).filter(({ id }) => isOnline(source, id)),
      );
    case 'members':
      return peopleEntries(source, list, members(state));
    case 'officials':
      return peopleEntries(source, list, withRole(source, 'official'));
    case 'secretariat':
      return peopleEntries(source, list, withRole(source, 'secretariat'));
    case 'staff':
      return peopleEntries(source, list, [
        ...withRole(source, 'official'),
        ...withRole(source, 'secretariat'),
      ]);
    case 'documents':
    case 'documents.advance':
    case 'documents.onTheDay':
      return state.info.documents
        .filter(({ given }) => list.each === 'documents' || list.each === `documents.${given}`)
        .map(({ title }, index) => fill(list.as, { title, no: index + 1 }));
    case 'agenda': {
      const numbers = itemNumbers(profile.numbering, state.agenda, 'agenda');
      return itemsOf(source)
        .filter(({ kind }) => list.kinds === undefined || list.kinds.includes(kind))
        .map((item) => {
          const depth = depthOf(state.agenda.items, item.id);
          const level = list.levels[Math.min(depth, list.levels.length) - 1] ?? '';
          return fill(level, { ...itemValues(source, item.id), number: numbers[item.id] ?? '' });
        });
    }
    case 'results':
      return itemsOf(source).flatMap((item) => {
        const values = itemValues(source, item.id);
        if (values.result === '') return [];
        const conclusion = conclusionSentence(source, item.id, values);
        return [fill(chosen(list.as, item.kind), { ...values, conclusion })];
      });
    case 'elections':
      return electionEntries(source, list);
    case 'rounds':
      return roundEntries(source, list);
  }
}

function peopleEntries(
  source: MinutesSource,
  list: Extract<ListSpec, { byDepartment?: unknown }>,
  people: readonly Person[],
): string[] {
  const { state, profile } = source;
  // Where the form has the title alone and there is none, somebody is named rather than left out.
  const print = (person: Person, index: number) =>
    fill(chosen(list.as, person.role), { ...personValues(state, profile, person.id), no: index + 1 }) ||
    person.name;
  const { byDepartment } = list;
  if (byDepartment === undefined) return people.map(print);
  return [...grouped(people, ({ department = '' }) => [department])].map(([department, group]) =>
    fill(byDepartment.as, { department, people: group.map(print).join(byDepartment.join) }),
  );
}

function electionEntries(source: MinutesSource, list: Extract<ListSpec, { each: 'elections' }>): string[] {
  return source.blocks.flatMap((block) => {
    if (block.type !== 'election' || block.elected === null) return [];
    const { name = '', surname = '', title = '' } = personValues(source.state, source.profile, block.elected);
    const as = chosen(list.as, block.method === 'appointed' ? 'appointed' : 'elected');
    return [fill(as, { name, surname, title, office: source.profile.offices[block.office] })];
  });
}

/** The course of a written meeting: sent out, each round closed, the result told. */
function roundEntries(source: MinutesSource, list: Extract<ListSpec, { each: 'rounds' }>): string[] {
  const { dispatchedAt, rounds, notifiedAt } = source.state.written;
  const moments: [number | null, RoundKind | 'dispatched' | 'notified'][] = [
    [dispatchedAt, 'dispatched'],
    ...rounds.map(({ closedAt, kind }): [number | null, RoundKind] => [closedAt, kind]),
    [notifiedAt, 'notified'],
  ];
  return moments.flatMap(([at, what]) => {
    const as = list.as[what];
    return at === null || as === undefined ? [] : [fill(as, { date: dateText(source, at) })];
  });
}

/** The agenda as it is printed: a part of a joint item stands with the whole. */
function itemsOf({ state }: MinutesSource) {
  return state.agenda.order.flatMap((id) => {
    const item = state.agenda.items[id];
    return item === undefined || (state.agenda.progress[id]?.joinedInto ?? null) !== null ? [] : [item];
  });
}

function withRole({ state }: MinutesSource, role: Person['role']): Person[] {
  return everybody(state).filter((person) => person.role === role);
}

function isOnline({ state }: MinutesSource, who: string): boolean {
  return seatOf(state, who).channel === 'online';
}

/** Whether what a profile says only of some meetings is said of this one. */
export function applies({ state }: MinutesSource, when: When): boolean {
  switch (when) {
    case undefined:
      return true;
    case 'open':
    case 'closed':
      return state.info.public.open === (when === 'open');
    case 'written':
    case 'sitting':
      return (state.info.mode === 'written') === (when === 'written');
  }
}

/**
 * Spaces the letters of a key out: with a blank after each, or over about `width` characters (均等割付). All gaps are
 * alike, to half a letter: four letters over five have half a blank each.
 */
function spread(key: string, width: HeaderSpec['spread']): string {
  const letters = [...key];
  if (width === 'letters') return letters.join('　');
  const gaps = letters.length - 1;
  const blanks = width - letters.length;
  if (gaps < 1 || blanks <= 0) return key;
  const halves = Math.max(1, Math.round((2 * blanks) / gaps));
  return letters.join('　'.repeat(Math.floor(halves / 2)) + ' '.repeat(halves % 2));
}

function written(line: string): string[] {
  return line === '' ? [] : line.split('\n');
}

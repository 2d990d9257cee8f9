import type { Person } from '../meeting/person.ts';
import type { AgendaItem, ItemId } from '../meeting/agendaItem.ts';
import type { MeetingInfo, Plan } from '../meeting/plan.ts';
import type { MeetingState } from '../meeting/state.ts';
import { openOpinions, openPromises, originOf } from './carryOn.ts';
import { nextTitle, sessionIn } from './sessionNumber.ts';

/**
 * The plan that the next meeting of the body begins from: people in the offices they hold now, rules, form, place and
 * agenda; the next number in the title; the minutes of this meeting to be confirmed; the opinions without an answer
 * and the promises not yet fulfilled. When it is held is not known: `startsAt` and `plannedEnd` are still this one's.
 */
export function nextPlan(state: MeetingState): Plan {
  const { info, roster } = state;
  const agenda = agendaAsPlanned(state);
  withConfirmation(agenda, info);
  const anything =
    state.record.opinions.some(({ response }) => response === null) ||
    state.record.promises.some(({ fulfilled }) => fulfilled === null);
  const under = anything ? placeForReports(agenda, state) : null;
  return {
    profile: state.profile,
    meeting: { ...info, title: nextTitle(info.title), documents: [] },
    rules: state.rules,
    people: roster.order.flatMap((id) => roster.people[id] ?? []).map(withoutWordOfAbsence),
    agenda,
    carriedOver: under === null ? [] : openOpinions(state, under),
    carriedPromises: under === null ? [] : openPromises(state, under),
    previous: { meeting: state.id, title: info.title },
  };
}

/** Who sent word of absence did so for that day. */
function withoutWordOfAbsence(person: Person): Person {
  if (person.attends !== 'absent') return person;
  const { attends: _, ...rest } = person;
  return rest;
}

/** The agenda's items, those that were taken together apart again as they were planned. */
function agendaAsPlanned({ agenda }: MeetingState): AgendaItem[] {
  return agenda.order.flatMap((id) => agenda.items[id] ?? []);
}

/** 前回会議録の確認 stands after the opening words; one that is there already is about this meeting now. */
function withConfirmation(agenda: AgendaItem[], { title }: MeetingInfo): void {
  const at = agenda.findIndex(({ kind }) => kind === 'confirmation');
  const words = `前回（${originOf(title)}）会議録の確認`;
  const there = agenda[at];
  if (there !== undefined) {
    if (sessionIn(there.title) !== null) agenda[at] = { ...there, title: words };
    return;
  }
  const before: readonly AgendaItem['kind'][] = ['opening', 'greeting', 'introduction', 'appointment'];
  const first = agenda.findIndex(({ kind, parent }) => parent === undefined && !before.includes(kind));
  agenda.splice(first < 0 ? agenda.length : first, 0, {
    id: freshId(agenda, 'confirmation'),
    title: sessionIn(title) === null ? '前回会議録の確認' : words,
    kind: 'confirmation',
  });
}

/** The item under which answers and promises are reported: the same again, else その他, else one made for it. */
function placeForReports(
  agenda: AgendaItem[],
  { carriedOver, carriedPromises }: Pick<MeetingState, 'carriedOver' | 'carriedPromises'>,
): ItemId {
  const before = carriedOver[0]?.under ?? carriedPromises[0]?.under;
  if (before !== undefined && agenda.some(({ id }) => id === before)) return before;
  const other = agenda.find(({ kind, parent }) => kind === 'other' && parent === undefined);
  if (other !== undefined) return other.id;
  const id = freshId(agenda, 'reports');
  const closing = agenda.findIndex(({ kind, parent }) => kind === 'closing' && parent === undefined);
  agenda.splice(closing < 0 ? agenda.length : closing, 0, {
    id,
    title: '前回の意見と宿題について',
    kind: 'report',
  });
  return id;
}

function freshId(agenda: readonly AgendaItem[], wish: string): ItemId {
  const taken = new Set(agenda.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? wish : `${wish}${n}`;
    if (!taken.has(id)) return id;
  }
}

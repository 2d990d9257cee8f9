import type { Opinion, Promised } from '../features/record/state.ts';
import type { AgendaItem, ItemId } from '../meeting/agendaItem.ts';
import { nameOf, personOf } from '../meeting/lookup.ts';
import type { CarriedOver, CarriedPromise } from '../meeting/plan.ts';
import type { MeetingState } from '../meeting/state.ts';
import { sessionIn } from './sessionNumber.ts';

/** What a meeting is called where something is carried on from it: 第４回, else its title. */
export function originOf(title: string): string {
  return sessionIn(title) ?? title;
}

/**
 * The opinions that nobody has answered yet, a group for each matter, in the order in which they were given. They keep
 * the number they had in the group when they were first given, and know in which meeting that was.
 */
export function openOpinions(state: MeetingState, under: ItemId): CarriedOver[] {
  const groups = new Map<string, CarriedOver>();
  for (const opinion of state.record.opinions) {
    if (opinion.response !== null) continue;
    const { origin, item, department, no, source } = beginningOf(state, opinion);
    const key = JSON.stringify([origin, item, department]);
    const group = groups.get(key) ?? { origin, item, department, under, opinions: [] };
    group.opinions.push({
      no,
      text: opinion.text,
      source: source ?? { meeting: state.id, no: opinion.no },
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The promises that nobody has fulfilled yet, with who made them and by when. */
export function openPromises(state: MeetingState, under: ItemId): CarriedPromise[] {
  return state.record.promises
    .filter((promise) => promise.fulfilled === null)
    .map((promise) => {
      const { source, ...made } = promiserOf(state, promise);
      return {
        ...made,
        ...(promise.from === null ? {} : { from: promise.from }),
        under,
        text: promise.text,
        ...(promise.due === null ? {} : { due: promise.due }),
        source: source ?? { meeting: state.id, no: promise.no },
      };
    });
}

/** Where an opinion was first given: the meeting, the matter, to which department, and its number among those. */
export function beginningOf(state: MeetingState, opinion: Opinion): NonNullable<Opinion['carried']> {
  if (opinion.carried !== null) return opinion.carried;
  const item = state.agenda.items[opinion.item];
  const official = item?.official === undefined ? undefined : personOf(state, item.official);
  const ofItem = state.record.opinions.filter(
    ({ item: about, carried }) => carried === null && about === opinion.item,
  );
  return {
    origin: originOf(state.info.title),
    item: item === undefined ? opinion.item : matterOf(item),
    department: item?.department ?? official?.department ?? '',
    no: ofItem.indexOf(opinion) + 1,
    source: { meeting: state.id, no: opinion.no },
  };
}

/** Where a promise was made: the meeting, on what, and by whom. */
export function promiserOf(state: MeetingState, promise: Promised): NonNullable<Promised['carried']> {
  if (promise.carried !== null) return promise.carried;
  const { item, from, no } = promise;
  const person = from === null ? undefined : personOf(state, from);
  const about = state.agenda.items[item];
  return {
    origin: originOf(state.info.title),
    item: about === undefined ? item : matterOf(about),
    name: from === null ? '' : nameOf(state, from),
    department: person?.department ?? person?.title ?? '',
    source: { meeting: state.id, no },
  };
}

/** What something was about, as it is called in another meeting: 諮問第8号「…」, else the title alone. */
function matterOf({ number, title }: AgendaItem): string {
  return number === undefined ? title : `${number}「${title}」`;
}

import type { Source } from '../meeting/plan.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { DoneElsewhere, FollowUp, FollowUps, FollowUpMeeting } from '../protocol/api.ts';
import { beginningOf, originOf, promiserOf } from './carryOn.ts';

/** What one meeting knows of promises or opinions: those made in it, and those that it was handed on. */
interface Entry {
  /** Where it began; itself for what was made here or is not known to have begun anywhere. */
  readonly begun: Source;
  readonly carried: boolean;
  readonly item: string;
  readonly about: Omit<FollowUp, 'made' | 'carriedTo' | 'done'>;
  readonly done: { readonly text: string; readonly at: number } | null;
}

/** The promises and opinions of one meeting, as data that may be kept as long as the meeting does not change. */
export interface MeetingFollowUps {
  readonly meeting: FollowUpMeeting;
  readonly promises: readonly Entry[];
  readonly opinions: readonly Entry[];
}

export function followUpsIn(state: MeetingState): MeetingFollowUps {
  const { id, info, record, agenda } = state;
  const titleOf = (item: string) => agenda.items[item]?.short ?? agenda.items[item]?.title ?? item;
  return {
    meeting: {
      id,
      title: info.title,
      session: originOf(info.title),
      startsAt: Date.parse(info.startsAt),
    },
    promises: record.promises.map((promise) => {
      const { origin, item, name, department, source } = promiserOf(state, promise);
      return {
        begun: source ?? { meeting: id, no: promise.no },
        carried: promise.carried !== null,
        item: titleOf(promise.item),
        about: { text: promise.text, origin, item, name, department, no: promise.no, due: promise.due },
        done: promise.fulfilled && { text: promise.fulfilled.text, at: promise.fulfilled.at },
      };
    }),
    opinions: record.opinions.map((opinion) => {
      const { origin, item, department, no, source } = beginningOf(state, opinion);
      return {
        begun: source ?? { meeting: id, no: opinion.no },
        carried: opinion.carried !== null,
        item: titleOf(opinion.item),
        about: { text: opinion.text, origin, item, name: '', department, no, due: null },
        done: opinion.response && { text: opinion.response.text, at: opinion.response.at },
      };
    }),
  };
}

/**
 * Promises and opinions across all meetings: one that was carried from meeting to meeting is one, and is done when it
 * was done in any of them. Those open first, the oldest first; then those done, the last done first.
 */
export function followUps(meetings: readonly MeetingFollowUps[]): FollowUps {
  const inOrder = meetings.toSorted((one, other) => one.meeting.startsAt - other.meeting.startsAt);
  return { promises: merged(inOrder, 'promises'), opinions: merged(inOrder, 'opinions') };
}

/**
 * What became elsewhere of the promises and opinions of one meeting, by their numbers there: those made in it or handed
 * on through it that a later meeting fulfilled or answered. The meeting's own log does not know of it.
 */
export function doneElsewhere(meetings: readonly MeetingFollowUps[], id: string): DoneElsewhere {
  return { promises: elsewhere(meetings, id, 'promises'), opinions: elsewhere(meetings, id, 'opinions') };
}

function elsewhere(meetings: readonly MeetingFollowUps[], id: string, kind: 'promises' | 'opinions') {
  const own = meetings.find(({ meeting }) => meeting.id === id)?.[kind] ?? [];
  return own.flatMap(({ begun, done }, index) => {
    if (done !== null) return [];
    for (const { meeting, [kind]: entries } of meetings) {
      const there = entries.find(
        (entry) =>
          entry.done !== null && entry.begun.meeting === begun.meeting && entry.begun.no === begun.no,
      );
      if (meeting.id !== id && there?.done != null) return [{ no: index + 1, ...there.done, in: meeting }];
    }
    return [];
  });
}

function merged(meetings: readonly MeetingFollowUps[], kind: 'promises' | 'opinions'): FollowUp[] {
  const known = new Map(meetings.map(({ meeting }) => [meeting.id, meeting]));
  const found = new Map<string, FollowUp>();
  for (const { meeting, [kind]: entries } of meetings)
    for (const { begun, carried, item, about, done } of entries) {
      const key = `${begun.meeting} ${String(begun.no)}`;
      const before = found.get(key);
      const here = begun.meeting === meeting.id;
      found.set(key, {
        ...about,
        made: before?.made ?? (here && carried ? null : (known.get(begun.meeting) ?? null)),
        carriedTo: carried ? { ...meeting, item } : (before?.carriedTo ?? null),
        done: before?.done ?? (done && { ...done, in: meeting }),
      });
    }
  const all = [...found.values()];
  return [
    ...all.filter(({ done }) => done === null),
    ...all.filter(({ done }) => done !== null).toSorted((one, other) => doneAt(other) - doneAt(one)),
  ];
}

function doneAt({ done }: FollowUp): number {
  return done?.at ?? 0;
}

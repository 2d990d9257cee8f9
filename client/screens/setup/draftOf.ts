import type { AgendaItem } from '../../../shared/meeting/agendaItem.ts';
import type { Person } from '../../../shared/meeting/person.ts';
import type {
  CarriedOver,
  CarriedPromise,
  MeetingMode,
  Plan,
  PlanInput,
} from '../../../shared/meeting/plan.ts';
import type { Rules } from '../../../shared/rules/rules.ts';
import { rulesWithDefaults } from '../../../shared/rules/rules.ts';
import { carriedIn } from './carried.ts';

/** A meeting being prepared, as the page keeps it. Times are as typed: `2026-04-01`, `14:00`, Japan's. */
export interface Draft {
  title: string;
  body: string;
  date: string;
  start: string;
  end: string;
  venue: string;
  mode: MeetingMode;
  open: boolean;
  reason: string;
  contact: string;
  people: Person[];
  agenda: AgendaItem[];
  rules: Rules;
  profile: string;
  /** What the meeting before handed on: opinions without an answer and promises not yet fulfilled. */
  carriedOver: CarriedOver[];
  carriedPromises: CarriedPromise[];
  previous: NonNullable<Plan['previous']> | null;
}

export function emptyDraft(): Draft {
  return {
    title: '',
    body: '',
    date: '',
    start: '14:00',
    end: '16:00',
    venue: '',
    mode: 'hybrid',
    open: true,
    reason: '',
    contact: '',
    people: [],
    agenda: [],
    rules: rulesWithDefaults({}),
    profile: 'plain',
    carriedOver: [],
    carriedPromises: [],
    previous: null,
  };
}

/** A draft that was saved; what is missing or strange in it is as in a new one. */
export function draftFrom(saved: unknown): Draft {
  const empty = emptyDraft();
  if (typeof saved !== 'object' || saved === null) return empty;
  const entries = Object.entries(saved).filter(
    ([key, value]) => key in empty && typeof value === typeof empty[key as keyof Draft],
  );
  return { ...empty, ...Object.fromEntries(entries) };
}

/** A draft of what the server makes the next meeting of (`/api/meetings/:id/next`): only the day is left open. */
export function draftFromPlan(plan: Plan): Draft {
  const { meeting } = plan;
  return {
    ...emptyDraft(),
    title: meeting.title,
    body: meeting.body,
    start: timeIn(meeting.startsAt),
    end: meeting.plannedEnd === undefined ? '' : timeIn(meeting.plannedEnd),
    venue: meeting.venue,
    mode: meeting.mode,
    open: meeting.public.open,
    reason: meeting.public.open ? '' : meeting.public.reason,
    contact: meeting.contact ?? '',
    people: [...plan.people],
    agenda: [...plan.agenda],
    rules: plan.rules,
    profile: plan.profile,
    carriedOver: [...plan.carriedOver],
    carriedPromises: [...(plan.carriedPromises ?? [])],
    previous: plan.previous ?? null,
  };
}

/** The plan that the server is asked to make a meeting of. */
export function planFrom(draft: Draft): PlanInput {
  const at = (time: string) => `${draft.date}T${time}:00+09:00`;
  return {
    profile: draft.profile,
    meeting: {
      title: draft.title.trim(),
      body: draft.body.trim() === '' ? draft.title.trim() : draft.body.trim(),
      startsAt: at(draft.start),
      ...(draft.end === '' ? {} : { plannedEnd: at(draft.end) }),
      venue: draft.venue.trim(),
      mode: draft.mode,
      public: draft.open ? { open: true } : { open: false, reason: draft.reason.trim() },
      ...(draft.contact.trim() === '' ? {} : { contact: draft.contact.trim() }),
    },
    rules: draft.rules,
    people: draft.people,
    agenda: draft.agenda,
    ...carriedIn(draft),
    ...(draft.previous === null ? {} : { previous: draft.previous }),
  };
}

function timeIn(iso: string): string {
  const japan = new Date(Date.parse(iso) + 9 * 3600_000);
  return japan.toISOString().slice(11, 16);
}

import * as v from 'valibot';
import { itemKinds } from '../../meeting/agendaItem.ts';
import { fields, template } from './template.ts';

/* The table at the head of the document (会議名、日時、出席者 …): its keys, their order, and what fills each. */

/** What a line may name about the meeting as a whole. */
export const meetingPlaces = [
  'title',
  'titleHead',
  'titleTail',
  'body',
  'venue',
  'date',
  'start',
  'end',
  /** The day on which the minutes were made final; empty until then. */
  'finalDate',
  /** Empty when there were none; `observerCount` says 0. */
  'observers',
  'observerCount',
  'publicReason',
  'contact',
  'chair',
  'deputyChair',
  'present',
  'absent',
  'online',
  'seats',
  'quorum',
  'officials',
  'officialCount',
  'secretariat',
  'secretariatCount',
] as const;
export const personPlaces = [
  'name',
  'surname',
  'title',
  'department',
  'seat',
  'office',
  'no',
  'channel',
] as const;
const agendaPlaces = ['number', 'title', 'titles', 'department', 'basis', 'short', 'no'] as const;
const resultPlaces = [...agendaPlaces, 'result', 'outcome', 'counts', 'conclusion'] as const;

/** One template for all, or one for each of these keys with a `default`. */
export function choiceOf<const K extends string, S extends ReturnType<typeof template>>(
  keys: readonly K[],
  one: S,
) {
  const entries = Object.fromEntries(keys.map((key) => [key, v.optional(one)])) as Record<
    K,
    v.OptionalSchema<S, undefined>
  >;
  return v.union([one, fields({ ...entries, default: one })]);
}

const around = {
  /** Between two entries; a line break where it is left out. */
  join: v.optional(v.pipe(v.string(), v.maxLength(100)), '\n'),
  before: v.optional(template('count'), ''),
  after: v.optional(template('count'), ''),
  /** What stands there when there is no entry; nothing where it is left out. */
  none: v.optional(v.pipe(v.string(), v.maxLength(200))),
};

const offices = ['chair', 'deputyChair', 'member', 'official', 'secretariat', 'observer'] as const;

export const listSchema = v.variant('each', [
  fields({
    each: v.picklist([
      'members.attended',
      'members.absent',
      'members.online',
      'members',
      'officials',
      'secretariat',
      'staff',
    ]),
    as: choiceOf(offices, template(...personPlaces)),
    /** People of one department together: `by` is how each group is printed. */
    byDepartment: v.optional(fields({ as: template('department', 'people'), join: around.join })),
    ...around,
  }),
  fields({
    each: v.picklist(['documents', 'documents.advance', 'documents.onTheDay']),
    as: template('title', 'no'),
    ...around,
  }),
  fields({
    each: v.literal('agenda'),
    /** A template for each depth; the last one serves all below it. */
    levels: v.pipe(v.array(template(...agendaPlaces)), v.minLength(1)),
    kinds: v.optional(v.array(v.picklist(itemKinds))),
    ...around,
  }),
  fields({
    each: v.literal('results'),
    as: choiceOf(itemKinds, template(...resultPlaces)),
    ...around,
  }),
  fields({
    each: v.literal('elections'),
    as: choiceOf(['elected', 'appointed'], template('name', 'surname', 'office', 'title')),
    ...around,
  }),
  fields({
    each: v.literal('rounds'),
    as: fields({
      dispatched: v.optional(template('date')),
      questions: v.optional(template('date')),
      answers: v.optional(template('date')),
      decisions: v.optional(template('date')),
      notified: v.optional(template('date')),
    }),
    ...around,
  }),
]);
export type ListSpec = v.InferOutput<typeof listSchema>;

/** `closed`, `open`: whether the public might attend; `written`, `sitting`: how the meeting was held. */
export const whenSchema = v.optional(v.picklist(['open', 'closed', 'written', 'sitting']));
export type When = v.InferOutput<typeof whenSchema>;

const rowSchema = fields({
  key: v.pipe(v.string(), v.maxLength(100)),
  lines: v.array(v.union([template(...meetingPlaces), listSchema])),
  /** Only at such meetings. */
  when: whenSchema,
  /** What stands there when all lines are empty; without it the row stays empty. */
  none: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

export const headerSchema = fields({
  form: v.optional(v.picklist(['table', 'lines']), 'table'),
  /** Keys are spaced out: `letters` puts a blank after each letter, a number spreads them over so many; 0: as written. */
  spread: v.optional(
    v.union([v.literal('letters'), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))]),
    0,
  ),
  rows: v.array(rowSchema),
});
export type HeaderSpec = v.InferOutput<typeof headerSchema>;

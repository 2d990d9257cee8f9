import * as v from 'valibot';
import { rulesSchema } from '../rules/rules.ts';
import { agendaItemSchema } from './agendaItem.ts';
import { idSchema, personSchema } from './person.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const isoWithZone = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
    'a time with its zone, 2026-11-22T14:00:00+09:00',
  ),
  v.check((s) => !Number.isNaN(Date.parse(s)), 'not a time'),
);

export const meetingModes = ['inRoom', 'online', 'hybrid', 'written'] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const meetingInfoSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  body: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  startsAt: isoWithZone,
  plannedEnd: v.optional(isoWithZone),
  venue: text(500),
  mode: v.picklist(meetingModes),
  public: v.variant('open', [
    v.strictObject({ open: v.literal(true) }),
    v.strictObject({ open: v.literal(false), reason: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)) }),
  ]),
  documents: v.optional(
    v.array(
      v.strictObject({
        title: text(500),
        given: v.picklist(['advance', 'onTheDay']),
        item: v.optional(idSchema),
      }),
    ),
    [],
  ),
  contact: v.optional(text(2000)),
});
/** What a meeting is called, when and where it is held, and whether the public may attend. */
export type MeetingInfo = v.InferOutput<typeof meetingInfoSchema>;

const no = v.pipe(v.number(), v.integer(), v.minValue(1));
const numbered = v.array(v.strictObject({ no, text: text(20_000) }));
/** Where something that is carried on began: that meeting's id here, and its running number there. */
const sourceSchema = v.strictObject({ meeting: idSchema, no });
export type Source = v.InferOutput<typeof sourceSchema>;

export const carriedOverSchema = v.strictObject({
  origin: text(200),
  item: text(1000),
  department: text(200),
  under: idSchema,
  opinions: v.array(v.strictObject({ no, text: text(20_000), source: v.optional(sourceSchema) })),
  responses: v.optional(numbered),
});
/** Opinions of an earlier meeting (`origin`: 第４回) whose answers are reported in this one, under the item `under`. */
export type CarriedOver = v.InferOutput<typeof carriedOverSchema>;

const carriedPromiseSchema = v.strictObject({
  origin: text(200),
  item: text(1000),
  /** Who promised it, as they were called there. */
  name: text(200),
  department: text(200),
  /** The same person on this roster; absent when they are not on it any more. */
  from: v.optional(idSchema),
  under: idSchema,
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000)),
  due: v.optional(text(100)),
  source: v.optional(sourceSchema),
});
/** A promise (宿題) of an earlier meeting that nobody has fulfilled yet; it is reported on under the item `under`. */
export type CarriedPromise = v.InferOutput<typeof carriedPromiseSchema>;

export const planSchema = v.strictObject({
  profile: v.optional(text(200), 'plain'),
  source: v.optional(text(2000)),
  meeting: meetingInfoSchema,
  rules: v.optional(rulesSchema, {}),
  people: v.pipe(v.array(personSchema), v.minLength(1), v.maxLength(5000)),
  agenda: v.pipe(v.array(agendaItemSchema), v.maxLength(500)),
  carriedOver: v.optional(v.array(carriedOverSchema), []),
  // Without a default: what was stored before there were such promises is of this form, too.
  carriedPromises: v.optional(v.array(carriedPromiseSchema)),
  /** The meeting this one was made from: its minutes are confirmed (前回会議録の確認) in this one. */
  previous: v.optional(v.strictObject({ meeting: idSchema, title: text(500) })),
});
/** Everything about a meeting that is known before it starts: the scenario file without its steps. */
export type Plan = v.InferOutput<typeof planSchema>;
export type PlanInput = v.InferInput<typeof planSchema>;

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

const numbered = v.array(
  v.strictObject({ no: v.pipe(v.number(), v.integer(), v.minValue(1)), text: text(20_000) }),
);
export const carriedOverSchema = v.strictObject({
  origin: text(200),
  item: text(1000),
  department: text(200),
  under: idSchema,
  opinions: numbered,
  responses: v.optional(numbered),
});
/** Opinions of an earlier meeting (`origin`: 第４回) whose answers are reported in this one, under the item `under`. */
export type CarriedOver = v.InferOutput<typeof carriedOverSchema>;

export const planSchema = v.strictObject({
  profile: v.optional(text(200), 'plain'),
  source: v.optional(text(2000)),
  meeting: meetingInfoSchema,
  rules: v.optional(rulesSchema, {}),
  people: v.pipe(v.array(personSchema), v.minLength(1), v.maxLength(5000)),
  agenda: v.pipe(v.array(agendaItemSchema), v.maxLength(500)),
  carriedOver: v.optional(v.array(carriedOverSchema), []),
});
/** Everything about a meeting that is known before it starts: the scenario file without its steps. */
export type Plan = v.InferOutput<typeof planSchema>;
export type PlanInput = v.InferInput<typeof planSchema>;

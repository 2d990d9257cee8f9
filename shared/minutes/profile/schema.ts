import * as v from 'valibot';
import { idSchema } from '../../meeting/person.ts';
import { headerSchema, meetingPlaces, personPlaces, whenSchema } from './header.ts';
import { digitForms, numberFormSchema } from './numberForm.ts';
import { itemKinds } from '../../meeting/agendaItem.ts';
import { bodySchema } from './parts.ts';
import {
  attendanceSchema,
  conductSchema,
  conclusionsSchema,
  countsSchema,
  outcomesSchema,
  prompterSchema,
  resultsSchema,
  spokenSchema,
  stagesSchema,
} from './sentences.ts';
import { fields, template } from './template.ts';

/*
 * A profile is how one municipality prints its minutes, as data: no code belongs to a body. docs/profiles.md is the
 * guide; docs/profile.schema.json is this file for other tools.
 */

const datePlaces = ['era', 'eraYear', 'year', 'month', 'day', 'weekday'] as const;
const label = template(...personPlaces);
/** Lines of the document's own, above its head or below its end. */
const ownLines = v.optional(
  v.array(
    fields({
      text: template(...meetingPlaces),
      align: v.optional(v.picklist(['left', 'center', 'right']), 'left'),
      when: whenSchema,
    }),
  ),
  [],
);
const forms = v.pipe(v.array(numberFormSchema), v.minLength(1));

const profileFormat = 'kyoshu-profile/1';

export const profileSchema = fields({
  $schema: v.optional(v.string()),
  format: v.literal(profileFormat, `the format is "${profileFormat}"`),
  id: idSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  about: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),

  /** How digits are printed, in everything the document says. */
  digits: v.picklist(digitForms),
  formats: fields({
    date: template(...datePlaces),
    /** The day of `{finalDate}`; like `date` where it is left out. */
    finalDate: v.optional(template(...datePlaces)),
    /** `minutes` is 40分, and empty on the hour; `minute` is two digits. */
    time: template('ampm', 'hour', 'hour12', 'minute', 'minutes'),
    /** The printed end is rounded up, the start down, to this many minutes. */
    roundTo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 1),
  }),
  font: v.optional(v.picklist(['mincho', 'gothic']), 'mincho'),

  title: v.array(template(...meetingPlaces)),
  /** Between the title and the head; a line that comes out empty is left out. */
  opening: ownLines,
  header: headerSchema,
  numbering: fields({
    /** A form for each depth of the agenda; the last one serves all below it. */
    agenda: forms,
    /** The same in the body, where it differs. */
    body: v.optional(forms),
    /** Kinds that stand without a number and are not counted. */
    without: v.optional(v.array(v.picklist(itemKinds)), []),
  }),
  body: bodySchema,

  labels: fields({
    chair: label,
    deputyChair: v.optional(label),
    member: label,
    official: label,
    /** An official of another department than the item's. */
    otherDepartment: v.optional(label),
    secretariat: label,
    observer: v.optional(label, '傍聴人'),
    /** After the label: before words, and before a stage direction. */
    gap: v.optional(v.pipe(v.string(), v.maxLength(10)), '　'),
    stageGap: v.optional(v.pipe(v.string(), v.maxLength(10)), '　'),
    /** What begins each further paragraph of a turn. */
    indent: v.optional(v.pipe(v.string(), v.maxLength(10)), '　'),
    /** The label stands on a line of its own. */
    ownLine: v.optional(v.boolean(), false),
  }),
  stages: stagesSchema,
  counts: countsSchema,
  results: resultsSchema,
  outcomes: outcomesSchema,
  /** The sentence of `concludeItem` without words; the result's where it is left out. */
  conclusions: v.optional(conclusionsSchema, {}),
  conditions: v.optional(
    fields({
      as: template('conditions'),
      join: v.optional(v.pipe(v.string(), v.maxLength(20)), '、'),
    }),
    { as: 'ただし、{conditions}', join: '、' },
  ),
  spoken: v.optional(spokenSchema, { report: null, declaration: null }),
  attendance: v.optional(attendanceSchema, {}),
  conduct: v.optional(conductSchema, {}),
  offices: v.optional(fields({ chair: v.string(), deputyChair: v.string() }), {
    chair: '会長',
    deputyChair: '会長職務代理',
  }),
  closing: ownLines,
  /** Who signs (署名), below the end: `who` is printed where the meeting knows it, else a blank line. */
  signatures: v.optional(
    v.array(
      fields({
        label: v.pipe(v.string(), v.maxLength(100)),
        who: v.optional(v.picklist(['chair', 'blank']), 'blank'),
        count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 1),
      }),
    ),
    [],
  ),
  prompter: v.optional(prompterSchema, {}),
});

export type Profile = v.InferOutput<typeof profileSchema>;

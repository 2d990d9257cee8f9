import * as v from 'valibot';
import { decisionRulesSchema, voteMethods } from '../rules/rules.ts';
import { idSchema } from './person.ts';

export type ItemId = string;

/** What an item is for. It chooses a profile's default words (承認, 了承 …) and nothing else. */
export const itemKinds = [
  'section',
  'opening',
  'greeting',
  'introduction',
  'appointment',
  'election',
  'briefing',
  'consultation',
  'advisoryReport',
  'report',
  'confirmation',
  'other',
  'closing',
  'break',
] as const;
export type ItemKind = (typeof itemKinds)[number];

const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));

export const agendaItemSchema = v.strictObject({
  id: idSchema,
  title,
  short: v.optional(v.pipe(v.string(), v.maxLength(200))),
  kind: v.picklist(itemKinds),
  parent: v.optional(idSchema),
  number: v.optional(v.pipe(v.string(), v.maxLength(100))),
  department: v.optional(v.pipe(v.string(), v.maxLength(200))),
  official: v.optional(idSchema),
  basis: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  joint: v.optional(v.array(title)),
  vote: v.optional(
    v.strictObject({ method: v.picklist(voteMethods), rule: v.optional(decisionRulesSchema) }),
  ),
  /** 非公開, with its reason; absent: as the meeting. */
  public: v.optional(
    v.variant('open', [
      v.strictObject({ open: v.literal(true) }),
      v.strictObject({
        open: v.literal(false),
        reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
      }),
    ]),
  ),
  minutes: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 60))),
});
/**
 * One item of the agenda (議題). `minutes` is the planned length; `joint` the titles of all the parts taken as one
 * item (一括議題); `number` what the profile's numbering would not produce by itself.
 */
export type AgendaItem = v.InferOutput<typeof agendaItemSchema>;

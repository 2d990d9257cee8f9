import * as v from 'valibot';
import { itemKinds } from '../../meeting/agendaItem.ts';
import { meetingPlaces } from './header.ts';
import { fields, template } from './template.ts';

/*
 * What the body prints for an item, part by part. A profile in full (発言記録) prints the log of turns; one in summary
 * (要点記録) picks its parts: result, explanation, questions and answers, conclusion.
 */

/** What a sentence about an item may name. */
export const itemPlaces = [
  'number',
  'title',
  'titles',
  'department',
  'basis',
  'short',
  'official',
  'result',
  'outcome',
  'counts',
  'yes',
  'no',
  'abstain',
  'invalid',
  'eligible',
  'required',
  'present',
  'quorum',
  'base',
  'method',
  'objections',
  'chair',
] as const;

const roles = ['chair', 'member', 'official', 'secretariat', 'observer'] as const;
export const itemLine = template(...itemPlaces);
const line = itemLine;
/** Lines before and after a part; they stand only where the part prints something, unless `always`. */
const framed = {
  before: v.optional(line),
  after: v.optional(line),
  always: v.optional(v.boolean(), false),
};

export const partSchema = v.variant('part', [
  fields({ part: v.literal('heading') }),
  fields({ part: v.literal('text'), as: line }),
  /** Turns, stage directions, attendance and recesses as they followed one another. */
  fields({
    part: v.literal('turns'),
    which: v.optional(v.picklist(['all', 'explanations', 'discussion']), 'all'),
    /** Whether turns have their speaker's label. */
    labels: v.optional(v.boolean(), true),
    /** Roles whose turns are left out while nobody has typed their words (a chair who only hands over). */
    silent: v.optional(v.array(v.picklist(roles)), []),
    ...framed,
  }),
  fields({
    part: v.literal('result'),
    as: v.optional(line, '{result}'),
    /** What stands there while there is no result. */
    otherwise: v.optional(line),
    ...framed,
  }),
  fields({
    part: v.literal('votes'),
    as: template(...itemPlaces, 'round', 'question', 'unanimous', 'casting', 'void'),
    ...framed,
  }),
  fields({
    part: v.literal('conclusion'),
    as: v.optional(template(...itemPlaces, 'conclusion', 'conditions'), '{conclusion}{conditions}'),
    ...framed,
  }),
  fields({
    part: v.literal('elections'),
    elected: template('name', 'surname', 'office', 'votes'),
    appointed: template('name', 'surname', 'office'),
    ...framed,
  }),
  fields({ part: v.literal('opinions'), as: template('no', 'text', 'name', 'answer'), ...framed }),
  fields({
    part: v.literal('promises'),
    as: template('no', 'text', 'name', 'title', 'department', 'origin', 'due', 'done'),
    ...framed,
  }),
  fields({ part: v.literal('notes'), as: template('text'), ...framed }),
  fields({
    part: v.literal('motions'),
    as: template('no', 'text', 'name', 'kind', 'seconders', 'fate'),
    ...framed,
  }),
  /** Questions and answers of a meeting held in writing (書面会議). */
  fields({ part: v.literal('questions'), ...framed }),
  /** Opinions of an earlier meeting and what became of them, a group for each matter. */
  fields({
    part: v.literal('carriedOver'),
    title: template('origin', 'item', 'department'),
    opinions: template('origin', 'item', 'department'),
    opinion: template('no', 'text'),
    answers: template('origin', 'item', 'department'),
    answer: template('no', 'text'),
    ...framed,
  }),
]);
export type Part = v.InferOutput<typeof partSchema>;
export type PartOf<K extends Part['part']> = Extract<Part, { readonly part: K }>;

export const partsSchema = v.array(partSchema);
const kindEntries = Object.fromEntries(itemKinds.map((kind) => [kind, v.optional(partsSchema)])) as Record<
  (typeof itemKinds)[number],
  v.OptionalSchema<typeof partsSchema, undefined>
>;

export const bodySchema = fields({
  title: v.optional(template(...meetingPlaces)),
  /** Whether the body begins on a page of its own. */
  newPage: v.optional(v.boolean(), false),
  /** `log`: as things followed one another; `agenda`: in the agenda's order, each item once. */
  order: v.optional(v.picklist(['log', 'agenda']), 'log'),
  /** A heading for each depth; the last one serves all below it. */
  headings: v.pipe(v.array(template(...itemPlaces)), v.minLength(1)),
  /** The parts of an item, by its kind. */
  items: fields({ ...kindEntries, default: partsSchema }),
  /** What happened outside any item; only where the order is the log's. */
  outside: v.optional(v.array(partSchema), [{ part: 'turns' }]),
});

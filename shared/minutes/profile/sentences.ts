import * as v from 'valibot';
import { itemKinds } from '../../meeting/agendaItem.ts';
import { voteMethods } from '../../rules/rules.ts';
import { prompterSteps } from '../prompterSteps.ts';
import type { PrompterStep } from '../prompterSteps.ts';
import { choiceOf } from './header.ts';
import { itemLine, itemPlaces } from './parts.ts';
import { fields, template } from './template.ts';

/* The sentences of a body: results, counts, stage directions, comings and goings, the chair's words. */

/** A stage direction or a line of the log that a profile may leave out with null. */
const printed = <const P extends string>(...places: readonly P[]) =>
  v.optional(v.nullable(template(...places)), null);

export const resultSchema = choiceOf(itemKinds, itemLine);
const result = resultSchema;
/**
 * The sentence for each outcome, for all items or by kind. Two are always needed; the others fall back: unanimous,
 * by casting vote, with conditions and without objection to `carried`, a casting no to `rejected`.
 */
const special = {
  carriedUnanimously: v.optional(result),
  carriedByCasting: v.optional(result),
  carriedWithConditions: v.optional(result),
  carriedWithoutObjection: v.optional(result),
  /** Some objected, too few to take the matter to another method. */
  carriedOverObjections: v.optional(result),
  rejectedByCasting: v.optional(result),
  /** A written vote that too few answered. */
  noQuorum: v.optional(result),
  /** Taken note of without a vote. */
  noted: v.optional(result),
};
export const resultsSchema = fields({ carried: result, rejected: result, ...special });
/** The same for `concludeItem` without words; what is left out takes the result's sentence. */
export const conclusionsSchema = fields({
  carried: v.optional(result),
  rejected: v.optional(result),
  ...special,
});
export type ResultKey = keyof v.InferOutput<typeof resultsSchema>;

export const wordSchema = choiceOf(itemKinds, template());
/** One word for an outcome: 承認, 可決, 同意. */
export const outcomesSchema = fields({
  carried: wordSchema,
  rejected: wordSchema,
});

export const countsSchema = fields({
  yes: template('n'),
  no: template('n'),
  abstain: template('n'),
  invalid: v.optional(template('n'), '無効{n}票'),
  join: v.optional(v.pipe(v.string(), v.maxLength(20)), '、'),
  /** Which of them are stated although nobody chose them (反対０名). */
  zero: v.optional(v.array(v.picklist(['yes', 'no', 'abstain', 'invalid'])), []),
});

/** Bodies of the turns in which a vote is reported and declared, until somebody types the real words. */
export const spokenSchema = fields({
  report: v.nullable(template(...itemPlaces)),
  declaration: v.nullable(template(...itemPlaces)),
});

export const callsSchema = fields({ yes: printed(), no: printed(), abstain: printed() });
const methodEntries = Object.fromEntries(
  voteMethods.map((method) => [method, v.optional(callsSchema)]),
) as Record<(typeof voteMethods)[number], v.OptionalSchema<typeof callsSchema, undefined>>;
/** Stage directions (ト書き); null where this body prints none. */
export const stagesSchema = fields({
  calls: v.optional(fields({ ...methodEntries, default: callsSchema }), {
    default: { yes: null, no: null, abstain: null },
  }),
  noObjection: printed('chair'),
  objection: printed('name', 'surname'),
  explanation: printed('document'),
  explanationLength: printed('minutes'),
  free: v.optional(template('text'), '（{text}）'),
  /** In the place of what was said while an item was closed to the public, in the published copy. */
  closed: v.optional(template('reason'), '（非公開　{reason}）'),
});

const coming = ['name', 'surname', 'title', 'seat', 'time', 'channel', 'reason', 'office'] as const;
export const attendanceSchema = fields({
  present: printed(...coming),
  late: printed(...coming),
  left: printed(...coming),
  reentry: printed(...coming),
  connectionLost: printed(...coming),
  connectionRestored: printed(...coming),
  absent: printed(...coming),
  recused: printed(...coming),
  recusalEnded: printed(...coming),
  excluded: printed(...coming),
  channel: printed(...coming),
  onlinePermitted: printed(...coming),
  onlineConsented: printed(...coming),
  onlineDeclined: printed(...coming),
});

const conduct = ['time', 'date', 'name', 'surname', 'until', 'reason', 'present', 'quorum'] as const;
export const conductSchema = fields({
  opened: printed(...conduct),
  recess: printed(...conduct),
  resumed: printed(...conduct),
  adjourned: printed(...conduct),
  closed: printed(...conduct),
  presided: printed(...conduct),
  quorumLost: printed(...conduct),
  quorumRegained: printed(...conduct),
  dispatched: printed(...conduct),
  roundOpened: printed(...conduct),
  roundClosed: printed(...conduct),
  notified: printed(...conduct),
});

const words = (places: readonly string[]) => v.optional(template(...places));
const prompterEntries = Object.fromEntries(
  Object.entries(prompterSteps).map(([step, places]) => [step, words(places)]),
) as Record<PrompterStep, ReturnType<typeof words>>;
/** What the chair reads aloud (口述) at each step; a step that is left out takes the words of the plain profile. */
export const prompterSchema = fields(prompterEntries);

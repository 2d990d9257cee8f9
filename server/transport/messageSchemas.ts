import * as v from 'valibot';
import { parseCommand } from '../../shared/meeting/commands.ts';
import type { Command } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import { audiences } from '../../shared/views/types/audience.ts';
import { malformed } from '../meetings/refusals.ts';

/*
 * The edge: what a socket sends is of any shape until it has passed here. An unknown field is refused like a wrong one.
 */

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Epoch ms, up to the last moment that a Date knows. */
const time = v.pipe(whole, v.maxValue(8.64e15));

const joinSchema = v.strictObject({
  protocol: v.number(),
  meeting: name,
  audience: v.picklist(audiences),
  as: v.optional(name),
  have: v.optional(v.strictObject({ epoch: name, revision: whole })),
  seen: v.optional(whole),
});
const minutesSchema = v.strictObject({ from: whole });
const advanceSchema = v.strictObject({ to: time });
const stampSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w.:-]{1,64}$/, 'id: letters, digits and _ . : -, at most 64')),
  at: v.optional(time),
});

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly id: string; readonly refusal: Refusal };

export const parseJoin = (input: unknown) => parse(joinSchema, input);
export const parseMinutes = (input: unknown) => parse(minutesSchema, input);
export const parseAdvance = (input: unknown) => parse(advanceSchema, input);

/** A command with its id, and for a rehearsal's player its time. */
export function parseCommandMessage(
  input: unknown,
): Parsed<{ readonly id: string; readonly at: number | null; readonly command: Command }> {
  const stamp = parse(stampSchema, input);
  if (!stamp.ok) return stamp;
  const { id, at } = stamp.value;
  const { id: _id, at: _at, ...rest } = input as Record<string, unknown>;
  const parsed = parseCommand(rest);
  if (!parsed.ok) return { ok: false, id, refusal: malformed(parsed.problems) };
  return { ok: true, value: { id, at: at ?? null, command: parsed.command } };
}

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Parsed<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`);
  return { ok: false, id: idIn(input), refusal: malformed(problems) };
}

/** As far as it can be read, so that the sender knows which message is meant. */
function idIn(input: unknown): string {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : '';
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

import * as v from 'valibot';

/** A person's id inside one meeting, chosen when the roster is made: `m01`, `k03`. */
export type PersonId = string;

export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'id: letters, digits, _ and -, at most 64'),
);

/** The role a person is appointed to; who presides now is a fact of the meeting, not a role. */
export const roles = ['chair', 'deputyChair', 'member', 'official', 'secretariat', 'observer'] as const;
export type Role = (typeof roles)[number];

/** Where somebody takes part from: 会場 or オンライン. */
export const channels = ['inRoom', 'online'] as const;
export type Channel = (typeof channels)[number];

/** 参加の予定: from where, or word of absence (欠席の連絡). What really happens is recorded in the meeting. */
export const plannedAttendance = [...channels, 'absent'] as const;
export type PlannedAttendance = (typeof plannedAttendance)[number];

export const personSchema = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  kana: v.optional(v.pipe(v.string(), v.maxLength(200))),
  role: v.picklist(roles),
  title: v.optional(v.pipe(v.string(), v.maxLength(200))),
  department: v.optional(v.pipe(v.string(), v.maxLength(200))),
  seat: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
  attends: v.optional(v.picklist(plannedAttendance)),
  device: v.optional(v.picklist(['own', 'none'])),
});
/**
 * Somebody on the roster. `seat` is the seat number (議席番号), not a place on the map; `attends` how they said that
 * they will take part; `device` whether they have one to press on, or their hand alone.
 */
export type Person = v.InferOutput<typeof personSchema>;

/** Members hold seats: the chair, the deputy and the ordinary members. Officials and the secretariat do not. */
export function isMemberRole(role: Role): boolean {
  return role === 'chair' || role === 'deputyChair' || role === 'member';
}

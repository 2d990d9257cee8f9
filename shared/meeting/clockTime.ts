/*
 * Times of day in the meeting's own zone, which is the offset its start was written with. A server or a page in
 * another zone says the same.
 */

/** Epoch ms as `14:03:21` where the meeting is held. `startsAt` is the meeting's, an ISO time with its offset. */
export function clockTime(at: number, startsAt: string): string {
  return new Date(at + offset(startsAt)).toISOString().slice(11, 19);
}

/** Epoch ms as month and day where the meeting is held. */
export function monthAndDay(at: number, startsAt: string): readonly [number, number] {
  const there = new Date(at + offset(startsAt));
  return [there.getUTCMonth() + 1, there.getUTCDate()];
}

function offset(startsAt: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(startsAt) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

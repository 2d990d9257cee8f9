const minute = 60_000;
const japanOffset = 9 * 60 * minute;
const day = 24 * 60 * minute;

/**
 * A recess in whole minutes: how long it is and how much is left. Null where its end was said in other words than a
 * time of day (15:30, １５時３０分).
 */
export function recessSpan(
  recess: { readonly since: number; readonly until: string | null },
  now: number,
): { readonly all: number; readonly left: number } | null {
  const plain = (recess.until ?? '').normalize('NFKC');
  const said = /^(\d{1,2})\s*[:時]\s*(\d{1,2})?/.exec(plain);
  if (said === null) return null;
  const midnight = Math.floor((recess.since + japanOffset) / day) * day - japanOffset;
  const time = midnight + (Number(said[1]) * 60 + Number(said[2] ?? 0)) * minute;
  const end = time > recess.since ? time : time + day;
  return {
    all: Math.max(1, Math.ceil((end - recess.since) / minute)),
    left: Math.max(0, Math.ceil((end - now) / minute)),
  };
}

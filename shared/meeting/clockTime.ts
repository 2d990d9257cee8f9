/**
 * A moment as the meeting's clock on the wall shows it: `14:03:21`. `zoned` is any ISO time of the meeting with its
 * zone (its start): the machine's own zone has nothing to do with it.
 */
export function clockTime(at: number, zoned: string): string {
  return new Date(at + zoneMinutes(zoned) * 60_000).toISOString().slice(11, 19);
}

function zoneMinutes(zoned: string): number {
  const match = /([+-])(\d{2}):(\d{2})$/.exec(zoned);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

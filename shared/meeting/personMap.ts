import type { PersonId } from './person.ts';

/*
 * A map from people to values that shares what has not changed: setting one entry copies one small bucket and the
 * list of buckets, not every entry. Two thousand ballots in a second would otherwise copy two million entries.
 * Plain JSON, so that a snapshot needs no conversion.
 */

const bucketCount = 64;

export interface PersonMap<T> {
  readonly size: number;
  readonly buckets: readonly Readonly<Record<PersonId, T>>[];
}

const empty: PersonMap<never> = { size: 0, buckets: Array.from({ length: bucketCount }, () => ({})) };

export function emptyPersonMap<T>(): PersonMap<T> {
  return empty;
}

export function getPerson<T>(map: PersonMap<T>, id: PersonId): T | undefined {
  const bucket = map.buckets[bucketOf(id)];
  return bucket !== undefined && Object.hasOwn(bucket, id) ? bucket[id] : undefined;
}

export function setPerson<T>(map: PersonMap<T>, id: PersonId, value: T): PersonMap<T> {
  const index = bucketOf(id);
  const bucket = map.buckets[index] ?? {};
  const size = Object.hasOwn(bucket, id) ? map.size : map.size + 1;
  return { size, buckets: map.buckets.with(index, { ...bucket, [id]: value }) };
}

export function deletePerson<T>(map: PersonMap<T>, id: PersonId): PersonMap<T> {
  const index = bucketOf(id);
  const bucket = map.buckets[index];
  if (bucket === undefined || !Object.hasOwn(bucket, id)) return map;
  const rest = Object.fromEntries(Object.entries(bucket).filter(([key]) => key !== id));
  return { size: map.size - 1, buckets: map.buckets.with(index, rest) };
}

/** A map made at once. */
export function personMapOf<T>(entries: Iterable<readonly [PersonId, T]>): PersonMap<T> {
  const lists = Array.from({ length: bucketCount }, (): [PersonId, T][] => []);
  for (const [id, value] of entries) lists[bucketOf(id)]?.push([id, value]);
  const buckets = lists.map((list): Record<PersonId, T> => Object.fromEntries(list));
  return { size: buckets.reduce((sum, bucket) => sum + Object.keys(bucket).length, 0), buckets };
}

/** Every entry, in no order that means anything. */
export function personEntries<T>(map: PersonMap<T>): [PersonId, T][] {
  return map.buckets.flatMap((bucket) => Object.entries(bucket));
}

/** People whose entries may differ between two maps: those in buckets that are not the same. */
export function changedPeople<T>(before: PersonMap<T>, after: PersonMap<T>): PersonId[] {
  if (before === after) return [];
  return after.buckets.flatMap((bucket, index) => {
    const old = before.buckets[index] ?? {};
    return bucket === old ? [] : Object.keys({ ...old, ...bucket });
  });
}

/** FNV-1a: any spread will do, as long as every process agrees. */
function bucketOf(id: PersonId): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % bucketCount;
}

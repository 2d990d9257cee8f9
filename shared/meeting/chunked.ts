/*
 * A list by running number that shares what has not changed: setting one entry copies one chunk and the list of
 * chunks, not every entry of the day. Plain JSON, so that a snapshot needs no conversion.
 */

export type Chunked<T> = readonly Readonly<Record<number, T>>[];

const chunkSize = 64;

/** The entry with this number, from 0; undefined where there is none. */
export function entryAt<T>(list: Chunked<T>, no: number): T | undefined {
  return list[chunkOf(no)]?.[no];
}

export function withEntry<T>(list: Chunked<T>, no: number, value: T): Chunked<T> {
  const at = chunkOf(no);
  const chunks = list.slice();
  while (chunks.length <= at) chunks.push({});
  chunks[at] = { ...chunks[at], [no]: value };
  return chunks;
}

function chunkOf(no: number): number {
  return Math.floor(no / chunkSize);
}

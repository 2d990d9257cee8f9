import { genesis, type Row } from '../chain.ts';
import type { Client } from './connection.ts';
import { logKey, metaKey } from './keys.ts';

/** Entries that one command asks for: Redis does nothing else while it answers. */
const PAGE = 5000;

/** The end of a meeting's log. */
export interface Head {
  readonly version: number;
  /** Of the last record; for version 0, what the first will be chained to. */
  readonly hash: string;
  /** Empty while there is no meeting. */
  readonly epoch: string;
}

/** A stream's entries as rows. An entry that is not what we write becomes a row that no chain accepts. */
export const toRows = (
  entries: readonly { readonly message: Readonly<Record<string, string>> }[] | null,
): Row[] =>
  (entries ?? []).map(({ message }) => ({ body: message['body'] ?? '', hash: message['hash'] ?? '' }));

/** At most `limit` rows with `seq > afterSeq`, in order. */
export const readRows = async (
  client: Client,
  meeting: string,
  afterSeq: number,
  limit: number,
): Promise<Row[]> => {
  const rows: Row[] = [];
  while (rows.length < limit) {
    const count = Math.min(PAGE, limit - rows.length);
    const page = toRows(
      await client.xRange(logKey(meeting), `(${afterSeq + rows.length}-0`, '+', { COUNT: count }),
    );
    for (const row of page) rows.push(row);
    if (page.length < count) break;
  }
  return rows;
};

/** The hash of the record at `seq` (for 0, what the first record is chained to); null when there is none. */
export const hashAt = async (client: Client, meeting: string, seq: number): Promise<string | null> => {
  if (seq === 0) return genesis(meeting);
  const [row] = toRows(await client.xRange(logKey(meeting), `${seq}-0`, `${seq}-0`));
  return row?.hash ?? null;
};

export const headOf = async (client: Client, meeting: string): Promise<Head> => {
  const [version, hash, epoch] = await client.hmGet(metaKey(meeting), ['version', 'head', 'epoch']);
  return { version: Number(version ?? 0), hash: hash ?? genesis(meeting), epoch: epoch ?? '' };
};

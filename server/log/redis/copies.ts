import { canonicalJson } from '../canonical.ts';
import { genesis, openRows, type Row } from '../chain.ts';
import { checkedRows, meetingExists } from '../checkedRows.ts';
import type { MeetingCopy } from '../meetingLog.ts';
import { parseAnswer } from './appender.ts';
import type { Client } from './connection.ts';
import { answersKey, logKey, MEETINGS, metaKey } from './keys.ts';
import { headOf, readRows } from './rows.ts';
import { run, script } from './scripts.ts';

const PAGE = 1000;

/** The meeting as it is stored, its chain checked from the first record; null for an unknown meeting. */
export const copyOut = async (client: Client, meeting: string): Promise<MeetingCopy | null> => {
  const [{ version }, createdAt] = await Promise.all([
    headOf(client, meeting),
    client.hGet(metaKey(meeting), 'createdAt'),
  ]);
  if (version === 0) return null;
  const rows = await readRows(client, meeting, 0, version);
  const answers = Object.entries(await client.hGetAll(answersKey(meeting)))
    .map(([commandId, kept]) => parseAnswer(commandId, kept))
    .filter((answer) => answer.version <= version)
    .sort((a, b) => a.version - b.version || (a.commandId < b.commandId ? -1 : 1));
  return {
    meeting,
    createdAt: Number(createdAt),
    records: openRows(meeting, 1, genesis(meeting), rows),
    answers,
  };
};

/**
 * Gives copies their names, all or none. Keys: the list of meetings; then for each copy meta, log, answers, and the
 * three where they were prepared. Arguments: the meetings. Answers the one that is there already, or nothing.
 */
const GIVE_NAMES = script(`
for i = 1, #ARGV do
  if redis.call('HEXISTS', KEYS[i * 6 - 4], 'version') == 1 then return ARGV[i] end
end
for i = 1, #ARGV do
  for part = 0, 2 do
    local from = KEYS[i * 6 - 1 + part]
    if redis.call('EXISTS', from) == 1 then redis.call('RENAME', from, KEYS[i * 6 - 4 + part]) end
  end
  redis.call('RPUSH', KEYS[1], ARGV[i])
end
return false
`);

interface Prepared {
  readonly meeting: string;
  /** Meta, log and answers. */
  readonly keys: readonly string[];
}

const prepare = async (
  client: Client,
  name: string,
  { meeting, createdAt, answers }: MeetingCopy,
  rows: readonly Row[],
  epoch: string,
): Promise<Prepared> => {
  const [meta, log, kept] = [`import:${name}:meta`, `import:${name}:log`, `import:${name}:answers`];
  for (let at = 0; at < rows.length; at += PAGE) {
    await Promise.all(
      rows
        .slice(at, at + PAGE)
        .map(({ body, hash }, index) => client.xAdd(log, `${at + index + 1}-0`, { body, hash })),
    );
  }
  for (let at = 0; at < answers.length; at += PAGE) {
    await client.hSet(
      kept,
      Object.fromEntries(
        answers
          .slice(at, at + PAGE)
          .map(({ commandId, version, body }) => [commandId, `${version} ${canonicalJson(body)}`]),
      ),
    );
  }
  const head = rows.at(-1)?.hash ?? '';
  await client.hSet(meta, { version: rows.length, head, epoch, createdAt });
  return { meeting, keys: [meta, log, kept] };
};

/** Brings in all the copies or none. Rejects with a LogError. */
export const copyIn = async (
  client: Client,
  copies: readonly MeetingCopy[],
  newEpoch: () => string,
): Promise<void> => {
  const checked = copies.map((copy) => ({ copy, rows: checkedRows(copy) }));
  const prepared: Prepared[] = [];
  try {
    for (const { copy, rows } of checked) {
      prepared.push(await prepare(client, newEpoch(), copy, rows, newEpoch()));
    }
    const keys = prepared.flatMap(({ meeting, keys }) => [
      ...[metaKey(meeting), logKey(meeting), answersKey(meeting)],
      ...keys,
    ]);
    const there = await run(
      client,
      GIVE_NAMES,
      [MEETINGS, ...keys],
      prepared.map(({ meeting }) => meeting),
    );
    if (typeof there === 'string') throw meetingExists(there);
  } finally {
    const left = prepared.flatMap(({ keys }) => keys);
    if (left.length > 0) await client.unlink(left).catch(() => 0);
  }
};

import { genesis, openRows, sha256 } from '../chain.ts';
import type { Disposal } from '../disposal.ts';
import type { LogSurroundings } from '../embedded/embeddedLog.ts';
import { closed } from '../errors.ts';
import type { Listeners } from '../listeners.ts';
import type { LogNotice, MeetingLog } from '../meetingLog.ts';
import type { Trouble } from '../trouble.ts';
import { EVENT_UPCASTERS, raise } from '../upcast.ts';
import { appender, parseAnswer } from './appender.ts';
import type { Ask } from './ask.ts';
import type { Connection } from './connection.ts';
import { copyIn, copyOut } from './copies.ts';
import { openRedisBox } from './deposits.ts';
import { fileRewriter } from './fileRewriter.ts';
import { follower } from './follower.ts';
import type { History } from './history.ts';
import { answersKey, DISPOSALS, MEETINGS, metaKey, snapshotKey } from './keys.ts';
import { hashAt, headOf, readRows } from './rows.ts';

export interface RedisLogParts {
  readonly connection: Connection;
  readonly history: History;
  readonly trouble: Trouble;
  readonly notices: Listeners<LogNotice>;
  readonly ask: Ask;
}

/** A log in Redis, shared with other nodes. */
export const redisLog = (parts: RedisLogParts, surroundings: LogSurroundings): MeetingLog => {
  const { connection, history, trouble, notices, ask } = parts;
  const { now, random, upcasters = EVENT_UPCASTERS } = surroundings;
  const newEpoch = (): string => Buffer.from(random(16)).toString('hex');
  let open = true;

  const rewriter = fileRewriter(connection);
  const appends = appender({
    ...{ connection, history, trouble, upcasters, now, random, newEpoch },
    onDestroyed: () => rewriter.ask(),
  });
  const following = follower({
    ...{ connection, history, trouble },
    raise: (record) => raise(upcasters, record),
  });
  notices.add((notice) => {
    if (notice.kind !== 'confirmed' && notice.kind !== 'removed') return;
    appends.forget(notice.meeting);
    following.restart(notice.meeting);
  });

  return {
    async append(append) {
      if (!open) throw closed();
      return appends.append(append);
    },
    read: (meeting, afterSeq, limit = Number.MAX_SAFE_INTEGER) =>
      ask(async (client) => {
        const [prev, rows] = await Promise.all([
          hashAt(client, meeting, afterSeq),
          readRows(client, meeting, afterSeq, limit),
        ]);
        return openRows(meeting, afterSeq + 1, prev ?? genesis(meeting), rows).map((record) =>
          raise(upcasters, record),
        );
      }),
    version: (meeting) => ask(async (client) => (await headOf(client, meeting)).version),
    answer: (meeting, commandId) =>
      ask(async (client) => {
        const kept = await client.hGet(answersKey(meeting), commandId);
        return kept === null ? null : parseAnswer(commandId, kept);
      }),
    meetings: () =>
      ask(async (client) => {
        const ids = await client.lRange(MEETINGS, 0, -1);
        const fields = ['version', 'createdAt', 'epoch'];
        const metas = await Promise.all(ids.map((meeting) => client.hmGet(metaKey(meeting), fields)));
        return ids.map((meeting, index) => {
          const [version, createdAt, epoch] = metas[index]!;
          return { meeting, version: Number(version), createdAt: Number(createdAt), epoch: epoch ?? '' };
        });
      }),
    epoch: (meeting) => ask((client) => client.hGet(metaKey(meeting), 'epoch')),
    saveSnapshot: (meeting, { version, schema, body }) =>
      ask(async (client) => {
        const head = await hashAt(client, meeting, version);
        if (head === null)
          throw new RangeError(`no record ${version} in meeting ${meeting} to take a snapshot of`);
        await client.hSet(snapshotKey(meeting), { version, schema, body, head, digest: sha256(body) });
      }),
    loadSnapshot: (meeting) =>
      ask(async (client) => {
        const { version, schema, body, head, digest } = await client.hGetAll(snapshotKey(meeting));
        if (body === undefined || sha256(body) !== digest) return null;
        if ((await hashAt(client, meeting, Number(version))) !== head) return null;
        return { version: Number(version), schema: Number(schema), body };
      }),
    follow: (meeting, listener) => following.follow(meeting, listener),
    onNotice: (listener) => notices.add(listener),
    confirmReplaced: (meeting) =>
      ask(async (client) => {
        const epoch = newEpoch();
        await history.confirm(client, meeting, epoch);
        return epoch;
      }),
    openBox: (box) => ask((client) => openRedisBox(client, box)),
    copyOut: (meeting) => ask((client) => copyOut(client, meeting)),
    copyIn: (copies) => ask((client) => copyIn(client, copies, newEpoch)),
    remove: (meeting, version, disposal) =>
      ask((client) => history.remove(client, meeting, version, disposal)),
    disposals: () =>
      ask(async (client) =>
        (await client.lRange(DISPOSALS, 0, -1)).map((entry) => JSON.parse(entry) as Disposal),
      ),
    async close() {
      if (!open) return;
      open = false;
      await appends.drain();
      following.close();
      rewriter.close();
      connection.close();
    },
  };
};

import { canonicalJson } from '../canonical.ts';
import type { Disposal } from '../disposal.ts';
import type { LogNotice } from '../meetingLog.ts';
import type { Client } from './connection.ts';
import { answersKey, DISPOSALS, logKey, MEETINGS, metaKey, NOTICES, snapshotKey } from './keys.ts';
import { hashAt, type Head } from './rows.ts';
import { run, script } from './scripts.ts';

/**
 * Freezes a meeting for all nodes: no append until the desk confirms. Keys: meta, notices. Arguments: meeting, the
 * version that was seen, the epoch in which it was seen. Answers "had has"; nothing when the epoch is another one by
 * now, for then somebody has confirmed already.
 */
const FREEZE = script(`
local meta = redis.call('HMGET', KEYS[1], 'version', 'epoch', 'frozen')
if meta[2] and meta[2] ~= ARGV[3] then return false end
local had = tonumber(ARGV[2])
if meta[3] and tonumber(string.match(meta[3], '^%d+')) >= had then return meta[3] end
local frozen = had .. ' ' .. (meta[1] or '0')
redis.call('HSET', KEYS[1], 'frozen', frozen)
redis.call('XADD', KEYS[2], 'MAXLEN', '~', '1000', '*', 'kind', 'replaced', 'meeting', ARGV[1], 'versions', frozen)
return frozen
`);

/** Keys: meta, notices. Arguments: meeting, the new epoch. */
const CONFIRM = script(`
redis.call('HDEL', KEYS[1], 'frozen')
redis.call('HSET', KEYS[1], 'epoch', ARGV[2])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', '1000', '*', 'kind', 'confirmed', 'meeting', ARGV[1], 'epoch', ARGV[2])
return true
`);

/**
 * Takes a meeting out, leaving a mark that it was archived, which an import overwrites. Keys: meta, log, answers,
 * snapshot, the list of meetings, notices, the register. Arguments: meeting, version, what goes into the register (or
 * nothing).
 */
const REMOVE = script(`
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[2] then return 0 end
redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
redis.call('HSET', KEYS[1], 'frozen', 'archived')
redis.call('LREM', KEYS[5], 1, ARGV[1])
redis.call('XADD', KEYS[6], 'MAXLEN', '~', '1000', '*', 'kind', 'removed', 'meeting', ARGV[1])
if ARGV[3] ~= '' then redis.call('RPUSH', KEYS[7], ARGV[3]) end
return 1
`);

export const parseFrozen = (frozen: string): { readonly had: number; readonly has: number } => {
  const [had, has] = frozen.split(' ').map(Number);
  return { had: had ?? 0, has: has ?? 0 };
};

/** What this process knows to have been in Redis, so that an older copy in its place is noticed. */
export interface History {
  /** Redis holds this record for certain. */
  note(meeting: string, head: Head): void;
  /** The last that was noted; null when nothing was. */
  noted(meeting: string): Head | null;
  /** Whether all is well: what was noted is still there, and nobody has frozen the meeting. Otherwise all are told. */
  check(client: Client, meeting: string): Promise<boolean>;
  checkAll(client: Client): Promise<void>;
  confirm(client: Client, meeting: string, epoch: string): Promise<void>;
  /** False when the meeting is at another version. */
  remove(client: Client, meeting: string, version: number, disposal?: Disposal): Promise<boolean>;
  /**
   * Some node said something of the meeting. It may have been a while ago, and the desk may have confirmed since, so
   * what counts is what Redis holds now.
   */
  hear(client: Client, meeting: string): Promise<void>;
}

export const history = (tell: (notice: LogNotice) => void): History => {
  const known = new Map<string, Head>();
  /** What was told last of each meeting, for a notice also comes back to the node that gave it. */
  const told = new Map<string, string>();
  /** Those of which it was told last that they are frozen. */
  const frozen = new Set<string>();

  const tellOnce = (meeting: string, mark: string, notice: LogNotice): void => {
    if (told.get(meeting) === mark) return;
    told.set(meeting, mark);
    tell(notice);
  };
  const tellFrozen = (meeting: string, versions: string): void => {
    frozen.add(meeting);
    tellOnce(meeting, versions, { kind: 'replaced', meeting, ...parseFrozen(versions) });
  };
  const tellConfirmed = (meeting: string, epoch: string): void => {
    frozen.delete(meeting);
    if (known.get(meeting)?.epoch !== epoch) known.delete(meeting);
    tellOnce(meeting, epoch, { kind: 'confirmed', meeting, epoch });
  };

  const tellRemoved = (meeting: string): void => {
    frozen.delete(meeting);
    if (!known.delete(meeting)) return;
    told.delete(meeting);
    tell({ kind: 'removed', meeting });
  };

  const check = async (client: Client, meeting: string): Promise<boolean> => {
    const mine = known.get(meeting);
    const [epoch, mark] = await client.hmGet(metaKey(meeting), ['epoch', 'frozen']);
    if (mark === 'archived') {
      tellRemoved(meeting);
      return true;
    }
    if (typeof mark === 'string') {
      tellFrozen(meeting, mark);
      return false;
    }
    if (typeof epoch === 'string' && (frozen.has(meeting) || (mine !== undefined && epoch !== mine.epoch))) {
      tellConfirmed(meeting, epoch);
      return true;
    }
    if (mine === undefined || (await hashAt(client, meeting, mine.version)) === mine.hash) return true;
    const made = await run(client, FREEZE, [metaKey(meeting), NOTICES], [meeting, mine.version, mine.epoch]);
    if (typeof made !== 'string') return check(client, meeting);
    tellFrozen(meeting, made);
    return false;
  };

  return {
    note(meeting, head) {
      const mine = known.get(meeting);
      if (mine?.epoch !== head.epoch || head.version > mine.version) known.set(meeting, head);
    },
    noted: (meeting) => known.get(meeting) ?? null,
    check,
    async checkAll(client) {
      for (const meeting of new Set([...known.keys(), ...frozen])) await check(client, meeting);
    },
    async confirm(client, meeting, epoch) {
      await run(client, CONFIRM, [metaKey(meeting), NOTICES], [meeting, epoch]);
      tellConfirmed(meeting, epoch);
    },
    async remove(client, meeting, version, disposal) {
      const keys = [metaKey(meeting), logKey(meeting), answersKey(meeting), snapshotKey(meeting)];
      const entry = disposal === undefined ? '' : canonicalJson(disposal);
      const removed = await run(
        client,
        REMOVE,
        [...keys, MEETINGS, NOTICES, DISPOSALS],
        [meeting, version, entry],
      );
      if (removed === 1) tellRemoved(meeting);
      return removed === 1;
    },
    async hear(client, meeting) {
      await check(client, meeting);
    },
  };
};

import { script } from './scripts.ts';

/*
 * Whose turn it is to append to a meeting. Nodes that append at the same moment conflict, and with many of them most
 * attempts are wasted; so they take turns. A turn is a lease of a node that hands it on when another asks. Nothing
 * that is right rests on it: the append compares the version all the same.
 */

/** A turn ends by itself after so many ms, when its node has died. */
const LEASE = 1000;
/** Whoever asked and does not ask again for so many ms is not waited for. */
const PATIENCE = 100;

/**
 * Keys: the turn. Arguments: node, lease, patience. Answers `kept`, `got` or `others`, and 1 where another node waits.
 * Writes only what changes: every write is an fsync.
 */
export const TAKE_TURN = script(`
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local me, lease, patience = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local turn = redis.call('HMGET', KEYS[1], 'holder', 'until', 'next', 'asked')
local held = turn[1] and tonumber(turn[2]) > now
local asked = turn[3] and turn[3] ~= me and tonumber(turn[4]) > now
if (held and turn[1] ~= me) or (not held and asked) then
  if not asked and (turn[3] ~= me or tonumber(turn[4]) - now < patience / 2) then
    redis.call('HSET', KEYS[1], 'next', me, 'asked', now + patience)
    redis.call('PEXPIRE', KEYS[1], 60000)
  end
  return {'others', 0}
end
if not held or tonumber(turn[2]) - now < lease / 2 then
  redis.call('HSET', KEYS[1], 'holder', me, 'until', now + lease)
  redis.call('PEXPIRE', KEYS[1], 60000)
end
if turn[3] == me then redis.call('HDEL', KEYS[1], 'next', 'asked') end
return {held and 'kept' or 'got', asked and 1 or 0}
`);

/** Keys: the turn. Arguments: node. */
export const GIVE_TURN = script(`
if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then redis.call('HDEL', KEYS[1], 'holder', 'until') end
return 1
`);

export const TURN_TIMES = [LEASE, PATIENCE] as const;

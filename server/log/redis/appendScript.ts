import { script } from './scripts.ts';

/**
 * One append, in one step: nobody else's command can come between its parts, and Redis writes all of it to its
 * append-only file as one transaction before it answers.
 *
 * Keys: meta, answers, log, the list of meetings, the box, the box's key.
 * Arguments: meeting, command id, expected version, the hash that the rows are chained to, the answer, the time,
 * an epoch for a new meeting, the box's key and the deposit (both empty without one), `1` to destroy the box; then
 * body and hash of each record.
 *
 * Answers: `duplicate` and the kept answer; `frozen` and had, has; `archived`; `conflict` and the version; `rechain` (the version
 * is as expected, but the rows were chained to another history) and the last hash; `rekey` (the box has another key);
 * `appended` and the version.
 */
export const APPEND = script(`
local known = redis.call('HGET', KEYS[2], ARGV[2])
if known then return {'duplicate', known} end
local meta = redis.call('HMGET', KEYS[1], 'version', 'head', 'frozen')
if meta[3] == 'archived' then return {'archived'} end
if meta[3] then return {'frozen', meta[3]} end
local version = tonumber(meta[1] or '0')
if version ~= tonumber(ARGV[3]) then return {'conflict', tostring(version)} end
if version > 0 and meta[2] ~= ARGV[4] then return {'rechain', meta[2]} end
if ARGV[9] ~= '' and redis.call('GET', KEYS[6]) ~= ARGV[8] then return {'rekey'} end

local head = meta[2]
for i = 11, #ARGV, 2 do
  version = version + 1
  head = ARGV[i + 1]
  redis.call('XADD', KEYS[3], version .. '-0', 'body', ARGV[i], 'hash', head)
end
if #ARGV > 10 then
  if not meta[1] then
    redis.call('RPUSH', KEYS[4], ARGV[1])
    redis.call('HSET', KEYS[1], 'createdAt', ARGV[6], 'epoch', ARGV[7])
  end
  redis.call('HSET', KEYS[1], 'version', version, 'head', head)
end
if ARGV[9] ~= '' then redis.call('SADD', KEYS[5], ARGV[9]) end
if ARGV[10] == '1' then redis.call('DEL', KEYS[5], KEYS[6]) end
redis.call('HSET', KEYS[2], ARGV[2], version .. ' ' .. ARGV[5])
return {'appended', tostring(version)}
`);

export type AppendReply =
  | readonly ['duplicate', string]
  | readonly ['frozen', string]
  | readonly ['archived']
  | readonly ['conflict', string]
  | readonly ['rechain', string]
  | readonly ['rekey']
  | readonly ['appended', string];

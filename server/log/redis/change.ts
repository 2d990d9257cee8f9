import type { Client } from './connection.ts';
import { run, script } from './scripts.ts';

/** A condition on a hash, or a write; `key` is without the prefix. */
export type Step =
  /** The field holds exactly this text. */
  | { readonly op: 'is'; readonly key: string; readonly field: string; readonly value: string }
  | { readonly op: 'none'; readonly key: string; readonly field: string }
  | { readonly op: 'set'; readonly key: string; readonly field: string; readonly value: string }
  /** Adds to the end of a list. */
  | { readonly op: 'push'; readonly key: string; readonly value: string };

/** Four arguments for each step: what, the number of its key, field, value. */
const CHANGE = script(`
for i = 1, #ARGV, 4 do
  local key, field, value = KEYS[tonumber(ARGV[i + 1])], ARGV[i + 2], ARGV[i + 3]
  if ARGV[i] == 'is' and redis.call('HGET', key, field) ~= value then return 0 end
  if ARGV[i] == 'none' and redis.call('HEXISTS', key, field) == 1 then return 0 end
end
for i = 1, #ARGV, 4 do
  local key, field, value = KEYS[tonumber(ARGV[i + 1])], ARGV[i + 2], ARGV[i + 3]
  if ARGV[i] == 'set' then redis.call('HSET', key, field, value) end
  if ARGV[i] == 'push' then redis.call('RPUSH', key, value) end
end
return 1
`);

/** Makes all the writes where all the conditions hold, in one step; false where one does not. */
export const change = async (client: Client, steps: readonly Step[]): Promise<boolean> => {
  const keys = [...new Set(steps.map(({ key }) => key))];
  const args = steps.flatMap((step) => [
    step.op,
    keys.indexOf(step.key) + 1,
    'field' in step ? step.field : '',
    'value' in step ? step.value : '',
  ]);
  return (await run(client, CHANGE, keys, args)) === 1;
};

import type { Company, Nodes, Turn } from '../nodes.ts';
import type { Ask } from './ask.ts';
import { hereKey, nodeKey, PREFIX, turnKey } from './keys.ts';
import { run, script } from './scripts.ts';
import { GIVE_TURN, TAKE_TURN, TURN_TIMES } from './turns.ts';

/** A node that has not been heard of for so many ms is dead, and so are its connections. */
const LIFE = 5000;
const BEAT = 1500;

/** Keys: who is where. Arguments: this node, what comes before a node's name in its key. Answers what the others have. */
const OTHERS = script(`
local all = redis.call('HGETALL', KEYS[1])
local living = {}
for i = 1, #all, 2 do
  if all[i] ~= ARGV[1] then
    if redis.call('EXISTS', ARGV[2] .. all[i]) == 1 then living[#living + 1] = all[i + 1]
    else redis.call('HDEL', KEYS[1], all[i]) end
  end
end
return living
`);

/** `node`: a name of this process that no other ever has. */
export const redisNodes = (ask: Ask, node: string): Nodes => {
  const wanted = new Map<string, boolean>();
  /** What was announced, to be announced again where the others took this node for dead. */
  const announced = new Map<string, string>();
  let open = true;

  const live = ask.bind(null, async (client) => {
    await client.set(nodeKey(node), '1', { expiration: { type: 'PX', value: LIFE } });
    for (const [meeting, here] of announced) await client.hSetNX(hereKey(meeting), node, here);
  });
  const beat = (): void => {
    if (!open) return;
    const again = (): void => void setTimeout(beat, BEAT).unref();
    live().then(again, again);
  };
  beat();

  return {
    takeTurn: (meeting) =>
      ask(async (client) => {
        const args = [node, ...TURN_TIMES];
        const [turn, asked] = (await run(client, TAKE_TURN, [turnKey(meeting)], args)) as [Turn, number];
        wanted.set(meeting, asked === 1);
        return turn;
      }),
    isWanted: (meeting) => wanted.get(meeting) === true,
    giveTurn: (meeting) =>
      ask(async (client) => {
        wanted.delete(meeting);
        await run(client, GIVE_TURN, [turnKey(meeting)], [node]);
      }),
    announce: (meeting, here) =>
      ask(async (client) => {
        if (here === null) {
          announced.delete(meeting);
          await client.hDel(hereKey(meeting), node);
          return;
        }
        const text = JSON.stringify(here);
        announced.set(meeting, text);
        await client
          .multi()
          .set(nodeKey(node), '1', { expiration: { type: 'PX', value: LIFE } })
          .hSet(hereKey(meeting), node, text)
          .exec();
      }),
    others: (meeting) =>
      ask(async (client) => {
        const texts = await run(client, OTHERS, [hereKey(meeting)], [node, PREFIX + nodeKey('')]);
        return (texts as string[]).map((text) => JSON.parse(text) as Company);
      }),
    async close() {
      open = false;
      await ask((client) => client.del(nodeKey(node))).catch(() => 0);
    },
  };
};

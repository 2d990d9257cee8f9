/**
 * `npm run cluster [-- --port 8080 --nodes 2 --data DIR]`: what docker-compose.yml starts, as processes of this
 * machine: Redis with the right settings, nodes, and a balancer in front. Ends with Ctrl-C. Without `--data` the data
 * lie in a temporary folder and go with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../cluster/cluster.ts';
import type { Cluster } from '../cluster/cluster.ts';

/** How long (ms) what ended by itself, or was killed to see what happens, stays away. */
const pause = 1000;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    nodes: { type: 'string', default: '2' },
    data: { type: 'string' },
  },
});
const dir = values.data === undefined ? mkdtempSync(join(tmpdir(), 'kyoshu-cluster-')) : resolve(values.data);

let ending = false;
// What was begun is ended in order, also when Ctrl-C comes before all of it is there.
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());
const starting: Promise<Cluster> = startCluster({
  dir,
  port: Number(values.port),
  nodes: Number(values.nodes),
  detached: true,
  died(name) {
    if (ending) return;
    console.log(
      `${name} が終わりました。${pause / 1000}秒後に起動します。 ${name} ended; it is started again.`,
    );
    setTimeout(() => void startAgain(name), pause);
  },
});
const cluster = await starting;

const line = (address: string, what: string) => `  ${address.padEnd(32)} ${what}`;
console.log(
  [
    '',
    '挙手 kyoshu',
    '',
    line(`${cluster.url}/`, '← ここを開く / open this one'),
    '',
    ...cluster.nodes.map(({ url, pid }, index) => line(`${url}/`, `node ${index + 1}, pid ${pid ?? '?'}`)),
    line(cluster.redis.url, `Redis, pid ${cluster.redis.pid ?? '?'}, ${dir}`),
    '',
    cluster.deskLink === null
      ? `事務局のリンクは発行済みです。作り直すには / the desk's link was used already; for another one:\n\n` +
        `  REDIS_URL=${cluster.redis.url} KYOSHU_ORIGINS=${cluster.url} npm run link`
      : `事務局のリンク（一度だけ使えます） / the desk's link (works once):\n\n  ${cluster.deskLink}`,
    '',
    'Ctrl-C で終わります。 Ctrl-C ends it.',
    '',
  ].join('\n'),
);

async function startAgain(name: string): Promise<void> {
  if (ending) return;
  const node = cluster.nodes[Number(name.replace('node ', '')) - 1];
  try {
    await (node === undefined ? cluster.redis.start() : node.startAgain());
    console.log(`${name}: pid ${(node ?? cluster.redis).pid ?? '?'}`);
  } catch {
    // A node without Redis ends again; it is tried on and on, as a container would be.
    setTimeout(() => void startAgain(name), pause);
  }
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  const running = await starting;
  await running.stop();
  if (values.data === undefined) rmSync(dir, { recursive: true, force: true });
  process.exit(0);
}

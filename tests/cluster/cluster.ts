import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startRedisServer } from '../support/redisServer.ts';
import type { RedisServer } from '../support/redisServer.ts';
import { ServerProgram } from '../support/serverProgram.ts';
import { startBalancer } from './balancer.ts';
import type { Balancer } from './balancer.ts';

export interface ClusterOptions {
  /** The folder of Redis' data and of what the nodes share. Stays when the cluster ends. */
  readonly dir: string;
  readonly nodes?: number;
  /** The balancer's port; any free one by default. */
  readonly port?: number;
  /** Another build of the server than dist/server. */
  readonly entry?: string | undefined;
  /** Out of reach of a terminal's Ctrl-C, so that they can be ended in their order. */
  readonly detached?: boolean;
  /** A process ended though nobody asked it to: `redis`, or `node 1` … */
  readonly died?: (name: string) => void;
}

/** What docker-compose.yml starts, as processes on loopback: Redis, nodes that share it, and a balancer in front. */
export interface Cluster {
  /** The balancer's address. */
  readonly url: string;
  readonly redis: RedisServer;
  readonly nodes: readonly ServerProgram[];
  readonly balancer: Balancer;
  /** The desk's one-time link, at the balancer; null where it was used already. */
  readonly deskLink: string | null;
  /** Ends all of it in order. */
  stop(): Promise<void>;
}

/** @throws Error with what a process printed that ended before it was ready */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dir, nodes: count = 2, entry, detached, died } = options;
  const places = { redis: join(dir, 'redis'), data: join(dir, 'data') };
  for (const place of Object.values(places)) await mkdir(place, { recursive: true });
  const redis = await startRedisServer({ dir: places.redis, detached, died: () => died?.('redis') });
  const nodes: ServerProgram[] = [];
  const balancer = await startBalancer(() => nodes.map((node) => node.port), options.port);
  const url = `http://127.0.0.1:${balancer.port}`;
  const stop = async () => {
    await balancer.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await redis.shutdown();
  };
  try {
    // One after the other: each start offers a link of its own in place of the one before.
    for (let no = 1; no <= count; no += 1) {
      const env = { REDIS_URL: redis.url, KYOSHU_ORIGINS: url };
      const node = { entry, data: places.data, env, detached, died: () => died?.(`node ${no}`) };
      nodes.push(await ServerProgram.start(node));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, redis, nodes, balancer, deskLink: nodes.at(-1)?.offeredLink ?? null, stop };
}

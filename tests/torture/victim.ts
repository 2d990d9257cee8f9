import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../cluster/cluster.ts';
import { ServerProgram } from '../support/serverProgram.ts';
import { TownHall } from './townHall.ts';

/** What is killed: the product as processes, over one kind of log. */
export interface Victim {
  /** Where its clients go. */
  readonly url: string;
  readonly hall: TownHall;
  /** kill -9 of some of its processes, which differ from round to round; resolves when all are there again. */
  kill(round: number): Promise<void>;
  stop(): Promise<void>;
}

/** One process with its log in a file. `entry`: another build of the server than dist/server. */
export async function embeddedVictim(entry?: string): Promise<Victim> {
  const server = await ServerProgram.start({ entry });
  return {
    url: server.url,
    hall: await TownHall.open(server.url, server.deskLink),
    async kill() {
      await server.kill();
      await server.startAgain();
    },
    stop: () => server.stop(),
  };
}

/** Redis, two nodes and a balancer. By turns Redis, one node, the other node, and Redis with a node die. */
export async function clusterVictim(entry?: string): Promise<Victim> {
  const dir = await mkdtemp(join(tmpdir(), 'kyoshu-torture-'));
  const cluster = await startCluster({ dir, entry });
  const { redis, nodes } = cluster;
  return {
    url: cluster.url,
    hall: await TownHall.open(cluster.url, cluster.deskLink ?? ''),
    async kill(round) {
      const turn = round % 4;
      const node = turn === 0 ? undefined : nodes[round % 2];
      const withRedis = turn === 0 || turn === 3;
      await Promise.all([withRedis ? redis.kill() : null, node?.kill()]);
      // A node does not start without its Redis.
      if (withRedis) await redis.start();
      await node?.startAgain();
    },
    async stop() {
      await cluster.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

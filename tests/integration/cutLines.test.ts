import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCluster } from '../cluster/cluster.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { buildProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { Crowd } from '../torture/crowd.ts';
import { cutLines } from '../torture/cutLines.ts';
import { redisRestart, olderCopy } from '../torture/redisTroubles.ts';
import { TownHall } from '../torture/townHall.ts';

/** `npm run torture` has a thousand pages, each cut eight times. */
const size = { clients: 30, events: 20, cuts: 2, eventsPerSecond: 4, nodeAway: 1500 };

describe('Redis, two nodes and a balancer, as processes', () => {
  let server: Program;
  let dir: string;
  let cluster: Cluster;
  let hall: TownHall;
  beforeAll(async () => {
    server = await buildProgram('server/main.ts');
    dir = await mkdtemp(join(tmpdir(), 'kyoshu-cut-'));
    cluster = await startCluster({ dir, entry: server.path });
    hall = await TownHall.open(cluster.url, cluster.deskLink ?? '');
  });
  afterAll(async () => {
    await cluster.stop();
    await server.remove();
    await rm(dir, { recursive: true });
  });

  test('[S48] cut lines and a killed node: everybody is shown everything once and in order', async () => {
    const figures = await cutLines(cluster, hall, { ...size, crowd: (order) => Crowd.join(order) });
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ clients: 30, delivered: 1, twice: 0, disordered: 0, unequalViews: 0 });
    expect(figures.fewestCuts).toBeGreaterThan(0);
    expect(figures.moved.clients).toBeGreaterThan(0);
    expect(figures.moved.last).toBeLessThan(5000);
  });

  test('[S43] Redis is away in mid-vote: every page says that it waits, and each ballot is there once', async () => {
    const figures = await redisRestart(cluster, hall, 12);
    expect(figures).toMatchObject({ pages: 13, saidSo: 13, ballots: 12, lostOrDoubled: 0, unequalViews: 0 });
  });

  test('[S44] an older copy of Redis: every page says that it is frozen, and goes on when the desk says so', async () => {
    const figures = await olderCopy(cluster, hall, 12);
    expect(figures).toMatchObject({ pages: 13, frozen: 13, gone: 12, shown: 12, unequalViews: 0 });
  });
});

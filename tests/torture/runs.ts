import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../cluster/cluster.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { killRounds } from '../support/logKill.ts';
import { buildProgram } from '../support/program.ts';
import { redisKillRounds } from '../support/redisKill.ts';
import { startRedisServer } from '../support/redisServer.ts';
import { ServerProgram } from '../support/serverProgram.ts';
import { comeBack } from './comeBack.ts';
import { CrowdProcess } from './crowdProcess.ts';
import { cutLines } from './cutLines.ts';
import { longMeeting } from './longMeeting.ts';
import { olderCopy, redisRestart } from './redisTroubles.ts';
import { TownHall } from './townHall.ts';
import { clusterVictim, embeddedVictim } from './victim.ts';
import type { Victim } from './victim.ts';
import { killInMidVote } from './voteKills.ts';

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly held: boolean;
}

export interface Run {
  readonly name: string;
  /** Measures no times, so that others may run beside it. */
  readonly together: boolean;
  readonly run: (quick: boolean) => Promise<readonly Row[]>;
}

const kills = (quick: boolean) => (quick ? 10 : 200);
const ms = (value: number): string =>
  value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
const no = (count: number): string => count.toLocaleString('en');

async function withFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'kyoshu-torture-'));
  try {
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const withCluster = <T>(use: (cluster: Cluster, hall: TownHall) => Promise<T>): Promise<T> =>
  withFolder(async (dir) => {
    const cluster = await startCluster({ dir });
    try {
      return await use(cluster, await TownHall.open(cluster.url, cluster.deskLink ?? ''));
    } finally {
      await cluster.stop();
    }
  });

async function logKill(quick: boolean): Promise<readonly Row[]> {
  const program = await buildProgram('tests/support/logWriter.ts');
  try {
    const figures = await withFolder((dir) => killRounds(program.path, join(dir, 'log'), kills(quick)));
    const { rounds, acknowledged, lost, doubled } = figures;
    return [
      {
        what: `kill -9 × ${rounds} of the embedded log in a storm of appends`,
        measured: `${no(acknowledged)} acknowledged, ${lost} lost, ${doubled} doubled`,
        bar: '0 lost, 0 doubled',
        held: rounds === kills(quick) && lost === 0 && doubled === 0,
      },
    ];
  } finally {
    await program.remove();
  }
}

async function redisLogKill(quick: boolean): Promise<readonly Row[]> {
  const server = await startRedisServer();
  try {
    const { rounds, acknowledged, lost, doubled } = await redisKillRounds(server, kills(quick));
    return [
      {
        what: `kill -9 × ${rounds} of Redis under two nodes' storm of appends`,
        measured: `${no(acknowledged)} acknowledged, ${lost} lost, ${doubled} doubled`,
        bar: '0 lost, 0 doubled',
        held: rounds === kills(quick) && lost === 0 && doubled === 0,
      },
    ];
  } finally {
    await server.stop();
  }
}

const voteKill = (where: string, make: () => Promise<Victim>) => async (quick: boolean) => {
  const victim = await make();
  try {
    const figures = await killInMidVote(victim, kills(quick));
    const { acknowledged, lost, doubled, wrongResults, unequalViews, slowest } = figures;
    return [
      {
        what: `kill -9 × ${figures.kills} in mid-vote, ${where}`,
        measured:
          `${no(acknowledged)} commands acknowledged, ${lost} lost, ${doubled} doubled; ` +
          `${wrongResults} wrong results, ${unequalViews} screens unequal; slowest vote ${ms(slowest)}`,
        bar: '0 lost, 0 doubled, 0 wrong, all equal',
        held: lost + doubled + wrongResults + unequalViews === 0,
      },
    ];
  } finally {
    await victim.stop();
  }
};

async function cuts(quick: boolean): Promise<readonly Row[]> {
  const size = quick
    ? { clients: 100, events: 50, cuts: 2, eventsPerSecond: 5, nodeAway: 3000 }
    : { clients: 1000, events: 200, cuts: 8, eventsPerSecond: 3, nodeAway: 6000 };
  const figures = await withCluster((cluster, hall) =>
    cutLines(cluster, hall, { ...size, crowd: (order) => CrowdProcess.join(order) }),
  );
  const { clients, events, delivered, twice, disordered, unequalViews, catchUp, away, moved } = figures;
  const name = `${no(clients)} clients, ${no(figures.cuts)} lines cut (each ≥ ${figures.fewestCuts}), ${events} events`;
  return [
    {
      what: `${name}, one node killed`,
      measured: `${(delivered * 100).toFixed(2)} % delivered, ${twice} twice, ${disordered} out of order, ${unequalViews} views unequal`,
      bar: '100 %, 0, 0, 0',
      held: delivered === 1 && twice + disordered + unequalViews === 0,
    },
    {
      what: 'the same: line back → all caught up',
      measured: `p50 ${ms(catchUp.p50)}, p99 ${ms(catchUp.p99)}, worst ${ms(catchUp.worst)}`,
      bar: 'p99 ≤ 1 s',
      held: catchUp.p99 <= 1000,
    },
    {
      what: 'the same: line cut → all caught up (with the pause before a page tries again)',
      measured: `p50 ${ms(away.p50)}, p99 ${ms(away.p99)}, worst ${ms(away.worst)}`,
      bar: '—',
      held: true,
    },
    {
      what: 'the same: node killed → its clients elsewhere and complete',
      measured:
        moved.clients === 0
          ? 'nobody was on it'
          : `${no(moved.clients)} clients, the last after ${ms(moved.last)}`,
      bar: '≤ 5 s',
      held: moved.clients > 0 && moved.last <= 5000,
    },
  ];
}

async function restart(): Promise<readonly Row[]> {
  const figures = await withCluster((cluster, hall) => redisRestart(cluster, hall, 40));
  const { pages, saidSo, ballots, lostOrDoubled, unequalViews, goesOnAfter } = figures;
  return [
    {
      what: 'Redis killed in mid-vote and started again',
      measured:
        `${saidSo} of ${pages} pages said that they wait; ${ballots} ballots, ${lostOrDoubled} lost or doubled, ` +
        `${unequalViews} screens unequal; the last one acknowledged ${ms(goesOnAfter)} after Redis`,
      bar: 'all say so, 0, 0',
      held: saidSo === pages && lostOrDoubled + unequalViews === 0,
    },
  ];
}

async function copied(): Promise<readonly Row[]> {
  const figures = await withCluster((cluster, hall) => olderCopy(cluster, hall, 40));
  const { pages, frozen, gone, shown, unequalViews, goesOnAfter } = figures;
  return [
    {
      what: 'Redis replaced by an older copy',
      measured:
        `${frozen} of ${pages} pages frozen, ${shown} of ${gone} missing events shown to the desk, ` +
        `${unequalViews} screens unequal; all go on ${ms(goesOnAfter)} after its word`,
      bar: 'all frozen, all shown, 0',
      held: frozen === pages && shown === gone && unequalViews === 0,
    },
  ];
}

async function back(quick: boolean): Promise<readonly Row[]> {
  const server = await ServerProgram.start();
  try {
    const [clients, members] = quick ? [200, 50] : [2000, 200];
    const figures = await comeBack(server, clients, members, (order) => CrowdProcess.join(order));
    const { serverBack, half, last, unequalViews, serverCpu, pagesCpu } = figures;
    return [
      {
        what: `kill -9 with ${no(figures.clients)} clients → all back and consistent`,
        measured:
          `server after ${ms(serverBack)}, half of them after ${ms(half)}, the last after ${ms(last)}; ` +
          `${unequalViews} views unequal (CPU until then: server ${ms(serverCpu)}, pages ${ms(pagesCpu)})`,
        bar: '≤ 5 s, 0',
        held: figures.clients === clients && last <= 5000 && unequalViews === 0,
      },
    ];
  } finally {
    await server.stop();
  }
}

async function long(quick: boolean): Promise<readonly Row[]> {
  const figures = await withFolder((dir) => longMeeting(dir, quick ? 10_000 : 100_000));
  const { opened, afterSnapshot, folded, joined } = figures;
  return [
    {
      what: `opening a meeting of ${no(figures.events)} events`,
      measured: `${ms(opened)}, ${no(afterSnapshot)} events after its snapshot; without one ${ms(folded)}`,
      bar: '≤ 1 s',
      held: opened <= 1000,
    },
    {
      what: 'joining it',
      measured: (['desk', 'member'] as const)
        .map((one) => `${one} p50 ${joined[one].p50.toFixed(1)} ms, worst ${joined[one].worst.toFixed(1)} ms`)
        .join('; '),
      bar: '≤ 50 ms',
      held: Math.max(joined.desk.p50, joined.member.p50) <= 50,
    },
  ];
}

/** All there is, those that measure no times first. */
export const runs: readonly Run[] = [
  { name: 'log-kill', together: true, run: logKill },
  { name: 'redis-log-kill', together: true, run: redisLogKill },
  { name: 'vote-kill', together: true, run: voteKill('one process, embedded log', embeddedVictim) },
  { name: 'vote-kill-redis', together: true, run: voteKill('two nodes and Redis, by turns', clusterVictim) },
  { name: 'cuts', together: false, run: cuts },
  { name: 'redis-restart', together: false, run: restart },
  { name: 'older-copy', together: false, run: copied },
  { name: 'come-back', together: false, run: back },
  { name: 'long-meeting', together: false, run: long },
];

import { setTimeout as pace } from 'node:timers/promises';
import type { Cluster } from '../cluster/cluster.ts';
import { percentile } from '../bench/percentile.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { planOf } from '../support/plans.ts';
import { digestOf } from './crowd.ts';
import type { CrowdOrder, CrowdReport, CrowdSeat, Outage } from './crowd.ts';
import type { CrowdHandle } from './crowdProcess.ts';
import { PageLink } from './pageLink.ts';
import type { TownHall } from './townHall.ts';

export interface CutFigures {
  readonly clients: number;
  /** Hands raised, each by another member. */
  readonly events: number;
  /** Lines that were cut, over all clients; with those of the node that was killed. */
  readonly cuts: number;
  /** The fewest lost lines of one client. */
  readonly fewestCuts: number;
  /** Shares of clients × events. */
  readonly delivered: number;
  readonly twice: number;
  readonly disordered: number;
  /** Different views at the end, beyond the one of each audience that a newcomer gets on each node: must be 0. */
  readonly unequalViews: number;
  /** From the moment that the line is back until the page has all that it missed, ms. */
  readonly catchUp: { readonly p50: number; readonly p99: number; readonly worst: number };
  /** From the cut until the page has all that it missed, ms: with the pause before a page tries again. */
  readonly away: { readonly p50: number; readonly p99: number; readonly worst: number };
  /** After kill -9 of a node: clients that were on it, and ms until the last of them was elsewhere and complete. */
  readonly moved: { readonly clients: number; readonly last: number };
}

export interface CutWishes {
  readonly clients: number;
  readonly events: number;
  /** How often each client is cut. */
  readonly cuts: number;
  readonly eventsPerSecond: number;
  /** ms until the node that was killed is started again; its clients should be elsewhere long before. */
  readonly nodeAway: number;
  readonly crowd: (order: CrowdOrder) => Promise<CrowdHandle>;
}

/** A line is cut when it has stood for so many ms: a page on its way in is not what is measured here. */
const standing = 2500;
/** Ticks in a second: at each some lines are cut, and what is due is raised. */
const ticks = 20;

/**
 * Hands go up, one after the other, while everybody's line is cut again and again and a node is killed half-way. Every
 * page notes what it is shown and when.
 */
export async function cutLines(cluster: Cluster, hall: TownHall, wishes: CutWishes): Promise<CutFigures> {
  const { clients, events } = wishes;
  const { url } = cluster;
  const raisers = Math.min(events, clients);
  if (raisers < events) throw new Error('each hand is raised by another client');
  const meeting = await hall.makeMeeting(
    // Nobody is asked before somebody else: the queue is the record's order.
    planOf({ members: raisers + 1, rules: { floor: { order: 'fifo', tieWindowSeconds: 0 } } }),
  );
  const members = Array.from({ length: raisers }, (_, index) => `m${String(index + 2).padStart(2, '0')}`);
  const seats: CrowdSeat[] = [
    ...(await hall.sessions(meeting, members)).map((session) => ({ audience: 'member' as const, session })),
    ...(await hall.observers(meeting, clients - raisers)).map((session) => ({
      ...{ audience: 'observer' as const, session },
    })),
  ];
  const desk = new PageLink({ url, meeting, audience: 'desk', session: hall.session });
  for (const who of ['m01', ...members]) await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
  await desk.must({ do: 'openMeeting' });
  await desk.must({ do: 'startItem', item: 'i1' });
  const crowd = await wishes.crowd({ url, meeting, seats });
  try {
    const { killedAt } = await storm(cluster, crowd, wishes);
    const records = await hall.records(meeting);
    await crowd.reach(records.length);
    const order = records
      .map(({ event }) => event as MeetingEvent)
      .flatMap((event) => (event.type === 'HandRaised' ? [event.who] : []));
    const report = await crowd.report(order);
    const fresh = await newcomers(cluster, meeting, seats, records.length);
    return figuresOf(report, fresh, events, killedAt);
  } finally {
    desk.close();
    await crowd.close();
  }
}

async function storm(cluster: Cluster, crowd: CrowdHandle, wishes: CutWishes): Promise<{ killedAt: number }> {
  const { clients, events, cuts, eventsPerSecond } = wishes;
  const length = Math.ceil((events / eventsPerSecond) * ticks);
  const raised: Promise<number>[] = [];
  let cut = 0;
  let killedAt = 0;
  let back: Promise<void> = Promise.resolve();
  const begun = performance.now();
  // On a machine that is slow it goes on until everybody was cut as often as was wished.
  for (let tick = 1; tick <= length || (cut < clients * cuts && tick <= 4 * length); tick += 1) {
    for (const due = Math.floor(Math.min(1, tick / length) * events); raised.length < due;)
      raised.push(crowd.raise(raised.length));
    const wanted = Math.floor(Math.min(1, tick / length) * clients * cuts) - cut;
    if (wanted > 0) cut += cluster.balancer.cut(Math.min(wanted, Math.ceil(clients / ticks)), standing);
    if (tick === Math.ceil(length / 2)) {
      killedAt = performance.timeOrigin + performance.now();
      back = killNode(cluster, wishes.nodeAway);
    }
    await pace(Math.max(0, begun + (tick * 1000) / ticks - performance.now()));
  }
  await Promise.all(raised);
  await back;
  return { killedAt };
}

async function killNode({ nodes }: Cluster, awayFor: number): Promise<void> {
  const [, node] = nodes;
  await node?.kill();
  await pace(awayFor);
  await node?.startAgain();
}

/** What somebody sees who comes at the end, on each node. */
async function newcomers(
  { nodes }: Cluster,
  meeting: string,
  seats: readonly CrowdSeat[],
  version: number,
): Promise<ReadonlyMap<CrowdSeat['audience'], ReadonlySet<string>>> {
  const fresh = new Map<CrowdSeat['audience'], Set<string>>();
  for (const { url } of nodes)
    for (const audience of ['member', 'observer'] as const) {
      const seat = seats.find((one) => one.audience === audience);
      if (seat === undefined) continue;
      const page = new PageLink({ url, meeting, audience, session: seat.session });
      await page.reach(version);
      fresh.set(audience, (fresh.get(audience) ?? new Set()).add(digestOf(page.view)));
      page.close();
    }
  return fresh;
}

function figuresOf(
  report: CrowdReport,
  fresh: ReadonlyMap<CrowdSeat['audience'], ReadonlySet<string>>,
  events: number,
  killedAt: number,
): CutFigures {
  const outages = report.outages.flat();
  const spread = (of: (outage: Outage) => number) => {
    const all = outages.map(of);
    return { p50: percentile(all, 0.5), p99: percentile(all, 0.99), worst: percentile(all, 1) };
  };
  let unequalViews = 0;
  for (const [audience, views] of fresh)
    unequalViews += new Set([...views, ...report.views[audience]]).size - 1;
  // A cut in the same moment would count with them, which makes the figure no better.
  const moved = outages.filter(({ down }) => down >= killedAt && down < killedAt + 200);
  return {
    clients: report.clients,
    events,
    cuts: outages.length,
    fewestCuts: Math.min(...report.outages.map((some) => some.length)),
    delivered: report.delivered / (report.clients * events),
    twice: report.twice,
    disordered: report.disordered,
    unequalViews,
    catchUp: spread(({ up, joined }) => joined - up),
    away: spread(({ down, joined }) => joined - down),
    moved: { clients: moved.length, last: Math.max(...moved.map(({ joined }) => joined - killedAt)) },
  };
}

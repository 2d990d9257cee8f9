import type { PageAddress } from './pageLink.ts';
import { PageLink } from './pageLink.ts';
import { percentile } from '../bench/percentile.ts';
import { planOf } from '../support/plans.ts';
import type { ServerProgram } from '../support/serverProgram.ts';
import { cpuOf } from './cpuOf.ts';
import { digestOf } from './crowd.ts';
import type { CrowdOrder, CrowdSeat } from './crowd.ts';
import type { CrowdHandle } from './crowdProcess.ts';
import { TownHall } from './townHall.ts';

export interface ComeBackFigures {
  readonly clients: number;
  /** From the kill until the server said that it is there again, ms. */
  readonly serverBack: number;
  /** From the kill until a page shows all again, ms. */
  readonly half: number;
  readonly last: number;
  /** CPU of the server from its start until all were back, and of the pages, which share the machine with it, ms. */
  readonly serverCpu: number;
  readonly pagesCpu: number;
  readonly unequalViews: number;
}

/** kill -9 of the one server with all of these clients, in a meeting of so many members; the others watch. */
export async function comeBack(
  server: ServerProgram,
  clients: number,
  members: number,
  join: (order: CrowdOrder) => Promise<CrowdHandle>,
): Promise<ComeBackFigures> {
  const { url } = server;
  const hall = await TownHall.open(url, server.deskLink);
  const meeting = await hall.makeMeeting(planOf({ members }));
  const people = Array.from({ length: members }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);
  // The chair's own page is another one.
  const voters = people.slice(1);
  const seats: CrowdSeat[] = [
    ...(await hall.sessions(meeting, voters)).map((session) => ({ audience: 'member' as const, session })),
    ...(await hall.observers(meeting, clients - voters.length)).map((session) => ({
      ...{ audience: 'observer' as const, session },
    })),
  ];
  const address: PageAddress<'desk'> = { url, meeting, audience: 'desk', session: hall.session };
  const desk = new PageLink(address);
  for (const who of people) await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
  const { version } = await desk.must({ do: 'openMeeting' });
  const crowd = await join({ url, meeting, seats });
  try {
    await crowd.reach(version);
    const pagesBefore = cpuOf(crowd.pid);
    const killedAt = performance.timeOrigin + performance.now();
    await server.kill();
    await server.startAgain();
    const serverBack = performance.timeOrigin + performance.now() - killedAt;
    await crowd.rejoined(1);
    const serverCpu = cpuOf(server.pid);
    const pagesCpu = cpuOf(crowd.pid) - pagesBefore;
    const next = await desk.must({ do: 'startItem', item: 'i1' });
    await crowd.reach(next.version);
    const { outages, views } = await crowd.report([]);
    const joined = outages.flatMap((some) => some.slice(0, 1).map((one) => one.joined - killedAt));
    const newcomer = new PageLink({ ...address, audience: 'member', session: seats[0]!.session });
    await newcomer.reach(next.version);
    const fresh = digestOf(newcomer.view);
    newcomer.close();
    return {
      clients: joined.length,
      serverBack,
      half: percentile(joined, 0.5),
      last: Math.max(...joined),
      ...{ serverCpu, pagesCpu },
      unequalViews: new Set([...views.member, fresh]).size - 1 + new Set(views.observer).size - 1,
    };
  } finally {
    desk.close();
    await crowd.close();
  }
}

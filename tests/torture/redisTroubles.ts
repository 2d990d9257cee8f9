import { cp, rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '../cluster/cluster.ts';
import { planOf } from '../support/plans.ts';
import { PageLink } from './pageLink.ts';
import type { TownHall } from './townHall.ts';

/** A vote on the table, with a page for each member, on both nodes. */
interface Sitting {
  readonly meeting: string;
  readonly desk: PageLink<'desk'>;
  readonly phones: readonly PageLink<'member'>[];
  readonly pages: readonly PageLink[];
}

async function sit({ url }: Cluster, hall: TownHall, voters: number): Promise<Sitting> {
  const members = Array.from({ length: voters + 1 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);
  const rules = { chair: { vote: 'castingOnly' as const } };
  const meeting = await hall.makeMeeting(planOf({ members: members.length, rules }));
  const sessions = await hall.sessions(meeting, members);
  const desk = new PageLink({ url, meeting, audience: 'desk', session: hall.session });
  const phones = sessions
    .slice(1)
    .map((session) => new PageLink({ url, meeting, audience: 'member', session }));
  for (const who of members) await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
  await desk.must({ do: 'openMeeting' });
  await desk.must({ do: 'startItem', item: 'i1' });
  const { version } = await desk.must({ do: 'openVote', item: 'i1', method: 'electronic' });
  const pages = [desk, ...phones];
  await Promise.all(pages.map((page) => page.reach(version)));
  return { meeting, desk, phones, pages };
}

const unequal = (phones: Sitting['phones']): number =>
  phones.filter((phone) => !isDeepStrictEqual(phone.view, phones[0]?.view)).length;

export interface RedisRestartFigures {
  readonly pages: number;
  /** Pages that said that the server cannot write just now. */
  readonly saidSo: number;
  readonly ballots: number;
  /** Ballots that were acknowledged and are not in the record, or are in it twice: must be 0. */
  readonly lostOrDoubled: number;
  readonly unequalViews: number;
  /** From the moment that Redis runs again until the last ballot is acknowledged, ms. */
  readonly goesOnAfter: number;
}

/** Redis is killed in the middle of a vote, stays away until every page has said so, and comes back. */
export async function redisRestart(
  cluster: Cluster,
  hall: TownHall,
  voters: number,
): Promise<RedisRestartFigures> {
  const { meeting, phones, pages } = await sit(cluster, hall, voters);
  const { redis } = cluster;
  const votes = phones.map((phone) => phone.must({ do: 'castVote', item: 'i1', choice: 'yes' }));
  await Promise.race(votes);
  await redis.kill();
  let saidSo = 0;
  await Promise.all(
    pages.map(async (page) => {
      await page.until(() => page.says === 'waiting');
      saidSo += 1;
    }),
  );
  await redis.start();
  const begun = performance.now();
  const answers = await Promise.all(votes);
  const goesOnAfter = performance.now() - begun;
  const records = await hall.records(meeting);
  const lostOrDoubled = answers.filter(
    ({ id, version }) =>
      records.filter(({ commandId }) => commandId === id).length !== 1 ||
      records[version - 1]?.commandId !== id,
  ).length;
  await Promise.all(pages.map((page) => page.reach(records.length)));
  for (const page of pages) page.close();
  return {
    ...{ pages: pages.length, saidSo, ballots: answers.length, lostOrDoubled, goesOnAfter },
    unequalViews: unequal(phones),
  };
}

export interface OlderCopyFigures {
  readonly pages: number;
  /** Pages that said that the meeting is frozen. */
  readonly frozen: number;
  /** Events that were acknowledged after the copy had been made. */
  readonly gone: number;
  /** Those of them that the desk was shown. */
  readonly shown: number;
  readonly unequalViews: number;
  /** From the desk's word until every page goes on, ms. */
  readonly goesOnAfter: number;
}

/** Redis comes back with an older copy of its data, as after a failover or an operator's restore. */
export async function olderCopy(cluster: Cluster, hall: TownHall, voters: number): Promise<OlderCopyFigures> {
  const { meeting, desk, phones, pages } = await sit(cluster, hall, voters);
  const { redis } = cluster;
  const copy = `${redis.dir}.copy`;
  const has = desk.version;
  await redis.shutdown();
  await cp(redis.dir, copy, { recursive: true });
  await redis.start();
  const answers = await Promise.all(
    phones.map((phone) => phone.must({ do: 'castVote', item: 'i1', choice: 'yes' })),
  );
  const had = Math.max(...answers.map(({ version }) => version));
  await Promise.all(pages.map((page) => page.reach(had)));

  await redis.shutdown();
  await rm(redis.dir, { recursive: true });
  await cp(copy, redis.dir, { recursive: true });
  await rm(copy, { recursive: true });
  await redis.start();
  let frozen = 0;
  await Promise.all(
    pages.map(async (page) => {
      await page.until(() => page.says === 'frozen');
      frozen += 1;
    }),
  );
  const report = await hall.replaced(meeting);
  await hall.ask(`/api/meetings/${meeting}/replaced/confirm`, {});
  const begun = performance.now();
  await Promise.all(pages.map((page) => page.until(() => page.says === 'connected' && page.version <= has)));
  const goesOnAfter = performance.now() - begun;
  const again = await Promise.all(
    phones.map((phone) => phone.must({ do: 'castVote', item: 'i1', choice: 'no' })),
  );
  await Promise.all(pages.map((page) => page.reach(Math.max(...again.map(({ version }) => version)))));
  for (const page of pages) page.close();
  return {
    ...{ pages: pages.length, frozen, gone: answers.length, shown: report?.missing.length ?? 0 },
    ...{ unequalViews: unequal(phones), goesOnAfter },
  };
}

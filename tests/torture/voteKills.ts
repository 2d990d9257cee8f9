import { isDeepStrictEqual } from 'node:util';
import type { LogRecord } from '../../server/log/meetingLog.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { planOf } from '../support/plans.ts';
import { dice } from './dice.ts';
import { PageLink } from './pageLink.ts';
import type { Victim } from './victim.ts';

export interface VoteKillFigures {
  readonly kills: number;
  /** Commands that were acknowledged: of the chair, and ballots of members who change their minds. */
  readonly acknowledged: number;
  /** Acknowledged and not in the record, or not where the answer said: must be 0. */
  readonly lost: number;
  /** In the record twice, or in part: must be 0. */
  readonly doubled: number;
  /** Declared results that are not the sum of the last ballots: must be 0. */
  readonly wrongResults: number;
  /** Screens that showed something else than a newcomer's at the end: must be 0. */
  readonly unequalViews: number;
  /** The longest that a vote took, from its item's beginning until that ended, ms. */
  readonly slowest: number;
}

/** An odd number of voters beside the chair, who votes only where votes are equal: no result is a tie. */
const voters = 11;
/** How often each of them casts a ballot in a round; only the last counts. */
const ballotsEach = 3;
/** Rounds in one meeting, each with an item of its own. */
const roundsInMeeting = 10;
/** The chair's presses in a round. */
const presses = 5;

const members = Array.from({ length: voters + 1 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);
const choiceOf = (who: string, round: number, ballot: number): 'yes' | 'no' =>
  dice(2, who, round, ballot) === 0 ? 'yes' : 'no';

/** Holds votes, one after the other, and kills in the middle of each, at another moment each time. */
export async function killInMidVote(victim: Victim, rounds: number): Promise<VoteKillFigures> {
  let sum: VoteKillFigures = {
    ...{ kills: 0, acknowledged: 0, lost: 0, doubled: 0, wrongResults: 0, unequalViews: 0, slowest: 0 },
  };
  for (let first = 0; first < rounds; first += roundsInMeeting) {
    const some = await oneMeeting(victim, first, Math.min(roundsInMeeting, rounds - first));
    const { slowest, ...counts } = some;
    sum = { ...add(sum, counts), slowest: Math.max(sum.slowest, slowest) };
  }
  return sum;
}

function add(sum: VoteKillFigures, some: Omit<VoteKillFigures, 'slowest'>): VoteKillFigures {
  const keys = Object.keys(some) as (keyof typeof some)[];
  return { ...sum, ...Object.fromEntries(keys.map((key) => [key, sum[key] + some[key]])) };
}

async function oneMeeting(victim: Victim, first: number, rounds: number): Promise<VoteKillFigures> {
  const { hall, url } = victim;
  const agenda = Array.from({ length: rounds }, (_, index) => ({
    ...{ id: `i${index + 1}`, title: `議案第${index + 1}号`, kind: 'consultation' as const },
  }));
  const rules = { chair: { vote: 'castingOnly' as const } };
  const meeting = await hall.makeMeeting(planOf({ members: members.length, agenda, rules }));
  const sessions = await hall.sessions(meeting, members);
  const acknowledged = new Map<string, number>();
  /** Sendings and answers, counted; at one of them the kill comes. */
  let moments = 0;
  let killAt = Infinity;
  const killed: Promise<void>[] = [];
  let round = first;
  const moment = () => {
    moments += 1;
    if (moments !== killAt) return;
    const again = victim.kill(round).then(() => {
      for (const one of pages) one.wake();
    });
    killed.push(again);
  };
  const page = <A extends 'chair' | 'desk' | 'member'>(audience: A, session = hall.session) =>
    new PageLink({ url, meeting, audience, session }, { sent: moment });
  const desk = page('desk');
  const chair = page('chair', sessions[0]);
  const phones = sessions.slice(1).map((session) => page('member', session));
  const pages: readonly PageLink[] = [desk, chair, ...phones];
  const done = (answer: Extract<Answer, { ok: true }>): void => {
    acknowledged.set(answer.id, answer.version);
    moment();
  };

  for (const who of members) await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
  await chair.must({ do: 'openMeeting' });
  const results = new Map<string, { yes: number; no: number }>();
  let slowest = 0;
  for (let index = 0; index < rounds; index += 1) {
    round = first + index;
    const item = `i${index + 1}`;
    moments = 0;
    // Most of the moments are ballots; a few are the chair's presses before and after them.
    killAt = 1 + dice(2 * (presses + voters * ballotsEach) - 2, 'kill', round);
    const begun = performance.now();
    done(await chair.must({ do: 'startItem', item }));
    done(await chair.must({ do: 'openVote', item, method: 'electronic' }));
    await Promise.all(
      phones.map(async (phone, no) => {
        for (let ballot = 0; ballot < ballotsEach; ballot += 1)
          done(
            await phone.must({
              do: 'castVote',
              item,
              choice: choiceOf(members[no + 1] ?? '', round, ballot),
            }),
          );
      }),
    );
    done(await chair.must({ do: 'closeVote', item }));
    done(await chair.must({ do: 'declareResult', item }));
    done(await chair.must({ do: 'endItem', item }));
    slowest = Math.max(slowest, performance.now() - begun);
    await Promise.all(killed);
    if (killed.length !== index + 1) throw new Error(`nothing was killed in round ${round}`);
    const last = members.slice(1).map((who) => choiceOf(who, round, ballotsEach - 1));
    const yes = last.filter((choice) => choice === 'yes').length;
    results.set(item, { yes, no: voters - yes });
  }

  const records = await hall.records(meeting);
  await Promise.all(pages.map((one) => one.reach(records.length)));
  const newcomer = page('member', sessions[1]);
  await newcomer.reach(records.length);
  const unequalViews = phones.filter((phone) => !isDeepStrictEqual(phone.view, newcomer.view)).length;
  for (const one of [...pages, newcomer]) one.close();
  return { kills: rounds, ...judge(records, acknowledged, results), unequalViews, slowest };
}

/** Holds the record against what the pages were told. */
function judge(
  records: readonly LogRecord[],
  acknowledged: ReadonlyMap<string, number>,
  results: ReadonlyMap<string, { readonly yes: number; readonly no: number }>,
) {
  const places = new Map<string, number[]>();
  for (const { commandId, seq } of records) places.set(commandId, [...(places.get(commandId) ?? []), seq]);
  let lost = 0;
  let doubled = 0;
  for (const [id, version] of acknowledged) if (places.get(id)?.at(-1) !== version) lost += 1;
  for (const seqs of places.values())
    if (seqs.some((seq, index) => seq !== (seqs[0] ?? 0) + index)) doubled += 1;
  const events = records.map(({ event }) => event as MeetingEvent);
  const ballots = events.filter(({ type }) => type === 'VoteCast').length;
  doubled += Math.abs(ballots - results.size * voters * ballotsEach);
  let wrongResults = 0;
  for (const [item, { yes, no }] of results) {
    const declared = events.filter((event) => event.type === 'ResultDeclared' && event.item === item);
    const counts = (declared[0] as MeetingEvent<'ResultDeclared'> | undefined)?.counts;
    if (declared.length !== 1 || counts?.yes !== yes || counts.no !== no) wrongResults += 1;
  }
  return { acknowledged: acknowledged.size, lost, doubled, wrongResults };
}

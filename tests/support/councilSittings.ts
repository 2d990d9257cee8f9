import { rulePacks } from '../../shared/rules/packs.ts';
import council from '../golden/tagawa-votes.json' with { type: 'json' };
import type { ScenarioFile } from './replayProgram.ts';

/** One contested vote as the council published it. */
export type PublishedVote = (typeof council.votes)[number] & {
  readonly chairRecused?: boolean;
  readonly castingVote?: string;
};

/** A sitting as a scenario, with what was published of each of its votes, in the order of its items i1, i2 … */
export interface Sitting {
  readonly name: string;
  readonly file: ScenarioFile;
  readonly votes: readonly PublishedVote[];
}

type Step = ScenarioFile['steps'][number];

const no = (n: number) => `m${String(n).padStart(2, '0')}`;
const rejections: ReadonlySet<string> = new Set(['否決', '不認定', '不採択']);

/** What the published word comes to: 認定, 同意 and 承認 are a yes. */
export function publishedOutcome(vote: PublishedVote): 'carried' | 'rejected' {
  return rejections.has(vote.result) ? 'rejected' : 'carried';
}

/** The council's sittings, each a whole meeting: people come, go and are excluded from item to item. */
export function sittings(): readonly Sitting[] {
  const byName = new Map<string, PublishedVote[]>();
  for (const vote of council.votes) byName.set(vote.sitting, [...(byName.get(vote.sitting) ?? []), vote]);
  return [...byName].map(([name, votes]) => ({ name, votes, file: scenario(name, votes) }));
}

function scenario(name: string, votes: readonly PublishedVote[]): ScenarioFile {
  const listed = Math.max(...votes.map((vote) => vote.listed));
  // Where somebody of the table never votes and no exclusion is told, it is the chair, who stands in the table too.
  const chairListed = votes.every((vote) => vote.notVoting > 0 && vote.chairRecused !== true);
  const members = listed + (chairListed ? 0 : 1);
  const steps: Step[] = [];
  let seconds = 0;
  const step = (by: string, verb: string, fields: Step) => {
    seconds += 10;
    const at = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    steps.push({ at: at.map((n) => String(n).padStart(2, '0')).join(':'), by, do: verb, ...fields });
  };

  for (let n = 1; n <= members; n += 1) step('s01', 'checkIn', { who: no(n), channel: 'inRoom' });
  step('m01', 'openMeeting', {});
  /** Of those at the end of the roster, how many are away. */
  let away = 0;
  votes.forEach((vote, index) => {
    const item = `i${String(index + 1)}`;
    const deputyLeads = vote.chairRecused === true;
    const chair = deputyLeads ? 'm02' : 'm01';
    for (; away < vote.absent; away += 1) step('s01', 'leave', { who: no(members - away) });
    for (; away > vote.absent; away -= 1)
      step('s01', 'checkIn', { who: no(members - away + 1), channel: 'inRoom' });
    if (deputyLeads) step('s01', 'recuse', { who: 'm01', item });
    // Whoever presides is one of those in the table who do not vote; the others of them are excluded.
    const excluded = vote.notVoting - (deputyLeads || chairListed ? 1 : 0);
    for (let n = 0; n < excluded; n += 1) step('s01', 'recuse', { who: no(3 + n), item });
    // The exclusion begins with the item: whoever was in the chair until then calls it.
    step('m01', 'startItem', { item });
    step(chair, 'openVote', { item, method: 'standing' });
    step(chair, 'callChoice', { choice: 'yes' });
    step('s01', 'recordCount', { item, channel: 'inRoom', yes: vote.yes, no: 0 });
    step(chair, 'closeVote', { item });
    if (vote.castingVote !== undefined) {
      step(chair, 'declareResult', { item, expect: 'refused:vote/tie-undecided' });
      step(chair, 'castingVote', { item, choice: vote.castingVote });
    }
    step(chair, 'declareResult', { item });
    step(chair, 'endItem', { item });
  });
  step('m01', 'closeMeeting', {});

  const [, year = '3'] = /^r(\d+)/.exec(name) ?? [];
  return {
    format: 'kyoshu-scenario/1',
    profile: 'shigikai',
    meeting: {
      title: name,
      body: '市議会',
      startsAt: `${String(2018 + Number(year))}-06-15T10:00:00+09:00`,
      venue: '議場',
      mode: 'inRoom',
      public: { open: true },
    },
    rules: rulePacks.find((pack) => pack.id === 'assemblyCommittee')?.rules ?? {},
    people: [
      ...Array.from({ length: members }, (_, index) => ({
        id: no(index + 1),
        name: `議員${String(index + 1).padStart(2, '0')}`,
        role: index === 0 ? ('chair' as const) : index === 1 ? ('deputyChair' as const) : ('member' as const),
        seat: index + 1,
      })),
      { id: 's01', name: '書記', role: 'secretariat' },
    ],
    agenda: votes.map((vote, index) => ({
      id: `i${String(index + 1)}`,
      title: `${vote.item}について`,
      kind: 'consultation',
    })),
    steps,
  };
}

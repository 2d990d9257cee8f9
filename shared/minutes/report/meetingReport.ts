import { quorumNow, seatsOf } from '../../features/attendance/standing.ts';
import { membersOf } from '../../meeting/lookup.ts';
import type { Person } from '../../meeting/person.ts';
import { isMemberRole } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { BlockOf, MinutesBlock } from '../block.ts';
import { everybody } from '../render/people.ts';
import type { ReportSource } from './reportSource.ts';
import { byName } from './naming.ts';
import type { Naming } from './naming.ts';
import { presenceOf } from './presence.ts';
import type { Presence } from './presence.ts';
import type { MeetingReport, ReportSpeaker, ReportTurn, Span, SpeakerKind } from './report.ts';
import { reportItems, reportVotes } from './reportItems.ts';

/** Longer than this after the last event nobody is there any more: a meeting that nobody closed does not go on. */
const longestSilence = 3600_000;

/**
 * The report of a meeting as its minutes have it. `now`: the meeting's clock, epoch ms; a running turn lasts till then.
 * `naming`: what people are called and which turns are told of; everybody's name and every turn unless said otherwise.
 */
export function meetingReport(
  source: ReportSource,
  now: number,
  naming: Naming = byName(source.state),
): MeetingReport {
  const { state } = source;
  const { info, conduct } = state;
  const live = conduct.status === 'open' || conduct.status === 'recess';
  const clock = clockOf(state, live, now);
  const end = clock?.to ?? now;
  const presence = presenceOf(source, clock, (who) => naming.person(who));
  const spoken = clock === null ? [] : speakersOf(source, presence, end, naming);
  const spoke = new Set(spoken.map(({ lane }) => lane));
  return {
    title: info.title,
    startsAt: info.startsAt,
    mode: info.mode,
    live,
    plannedStart: Date.parse(info.startsAt),
    plannedEnd: info.plannedEnd === undefined ? null : Date.parse(info.plannedEnd),
    clock,
    seats: seatsOf(state),
    attended: presence.attended,
    quorum: quorumNow(state).required,
    steps: presence.steps,
    changes: presence.changes,
    belowQuorum: spans(source.blocks, ['quorumLost'], ['quorumRegained', 'closed', 'adjourned'], clock),
    recesses: spans(source.blocks, ['recess'], ['resumed', 'closed', 'adjourned'], clock),
    speakers: spoken.map(({ lane: _, ...speaker }) => speaker),
    silent: clock === null ? [] : silentOf(source, presence, naming, spoke),
    items: reportItems(source, end),
    votes: reportVotes(source),
    written: info.mode === 'written' ? writtenOf(source) : null,
  };
}

function clockOf({ conduct, at, info }: MeetingState, live: boolean, now: number): Span | null {
  if (conduct.openedAt === null || info.mode === 'written') return null;
  const last = live ? Math.min(Math.max(now, at), at + longestSilence) : (conduct.closedAt ?? at);
  return { from: conduct.openedAt, to: Math.max(last, conduct.openedAt) };
}

const order: readonly Person['role'][] = [
  'chair',
  'deputyChair',
  'member',
  'official',
  'secretariat',
  'observer',
];
/** The deputy sits among the members. */
const rank = (role: Person['role']) => order.indexOf(role === 'deputyChair' ? 'member' : role);

function speakersOf(
  { state, blocks }: ReportSource,
  presence: Presence,
  end: number,
  naming: Naming,
): (ReportSpeaker & { readonly lane: string })[] {
  const place = new Map(state.roster.order.map((id, index) => [id, index]));
  const lanes = new Map<
    string,
    {
      at: number;
      role: Person['role'];
      note: string;
      name: string;
      turns: ReportTurn[];
      people: Set<string>;
    }
  >();
  for (const block of blocks) {
    if (block.type !== 'turn' || block.speaker === null) continue;
    const person = state.roster.people[block.speaker];
    const told = person === undefined ? null : naming.turn(block, person);
    if (told === null) continue;
    const { lane, name, role, note } = told;
    const to = Math.max(block.at, block.endedAt ?? end);
    const turn = {
      from: block.at,
      to,
      kind: kindOf(block, presence),
      explanation: block.explanation !== null,
    };
    const at = place.get(block.speaker) ?? 0;
    const own = lanes.get(lane) ?? { at, role, note, name, turns: [], people: new Set() };
    own.at = Math.min(own.at, at);
    own.turns.push(turn);
    own.people.add(block.speaker);
    lanes.set(lane, own);
  }
  return [...lanes]
    .toSorted(([, one], [, other]) => rank(one.role) - rank(other.role) || one.at - other.at)
    .map(([lane, { name, role, note, turns, people }]) => ({
      lane,
      name,
      role,
      note,
      // Of several people in one lane nothing is said that holds for some of them.
      online: people.size === 1 && turns.some(({ kind }) => kind === 'online'),
      turns,
      ms: turns.reduce((sum, { from, to }) => sum + to - from, 0),
    }));
}

/** Members who were there and of whose turns nothing is told, each name once where names are not people's own. */
function silentOf(
  { state }: ReportSource,
  presence: Presence,
  naming: Naming,
  spoke: ReadonlySet<string>,
): string[] {
  const silent = new Map(
    everybody(state)
      .filter(({ id, role }) => isMemberRole(role) && presence.was(id))
      .map((person) => [naming.lane(person), naming.person(person.id)]),
  );
  return [...silent].filter(([lane]) => !spoke.has(lane)).map(([, name]) => name);
}

function kindOf({ role, speaker, at }: BlockOf<'turn'>, presence: Presence): SpeakerKind {
  if (role === 'chair') return 'chair';
  if (role !== 'member') return 'official';
  return presence.channelAt(speaker ?? '', at) === 'online' ? 'online' : 'inRoom';
}

type Change = BlockOf<'conduct'>['change'];

/** From each beginning to the next end, within the clock. */
function spans(
  blocks: readonly MinutesBlock[],
  begins: readonly Change[],
  ends: readonly Change[],
  clock: Span | null,
): Span[] {
  if (clock === null) return [];
  const found: Span[] = [];
  let from: number | null = null;
  for (const block of blocks) {
    if (block.type !== 'conduct') continue;
    if (begins.includes(block.change)) from ??= Math.max(block.at, clock.from);
    else if (ends.includes(block.change) && from !== null) {
      found.push({ from, to: Math.max(from, Math.min(block.at, clock.to)) });
      from = null;
    }
  }
  return from === null ? found : [...found, { from, to: Math.max(from, clock.to) }];
}

const courses = ['dispatched', 'roundOpened', 'roundClosed', 'notified'] as const;
const rounds = ['questions', 'answers', 'decisions'] as const;

function writtenOf({ state, blocks }: ReportSource): MeetingReport['written'] {
  const { questions, decisions } = state.written;
  const replied = new Set(
    Object.values(decisions).flatMap((own) =>
      Object.entries(own).flatMap(([who, { late }]) => (late ? [] : [who])),
    ),
  );
  return {
    course: blocks.flatMap((block) => {
      const what = block.type === 'conduct' && courses.find((one) => one === block.change);
      if (!what) return [];
      return [{ at: block.at, what, round: rounds.find((one) => one === block.text) ?? null }];
    }),
    questions: questions.length,
    answers: questions.reduce((sum, { answers }) => sum + answers.length, 0),
    members: membersOf(state).length,
    replied: replied.size,
  };
}

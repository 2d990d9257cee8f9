import { voteChoices, type VoteChoice } from '../../components/choice.ts';
import type { CountRow } from '../../components/countRow.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { VoteBook } from '../../../shared/views/types/voteBook.ts';
import type { VoteLine } from '../../../shared/views/types/voteLine.ts';

type Channel = 'inRoom' | 'online';

/** A count of hands while it is typed: empty cells are null. */
export type TypedCount = Readonly<Record<VoteChoice, number | null>>;

const nothingTyped: TypedCount = { yes: null, no: null, abstain: null };

/** What of a method the desk's pane depends on. */
export interface MethodTraits {
  /** Numbers are entered: hands, people standing, papers. */
  readonly counts: boolean;
  /** Somebody's vote can be entered by name. */
  readonly named: boolean;
  readonly blank: boolean;
}

const traits: Record<VoteLine['method'], MethodTraits> = {
  showOfHands: { counts: true, named: true, blank: false },
  standing: { counts: true, named: true, blank: false },
  electronic: { counts: true, named: true, blank: false },
  namedBallot: { counts: false, named: true, blank: true },
  secretBallot: { counts: true, named: false, blank: true },
  noObjection: { counts: false, named: false, blank: false },
};

export function methodTraits(method: VoteLine['method']): MethodTraits {
  return traits[method];
}

/** What the desk has recorded of a channel's hands; empty cells where nothing was. */
export function recordedCount(book: VoteBook, channel: Channel): TypedCount {
  const count = book.counts[channel];
  return count === undefined ? nothingTyped : { yes: count.yes, no: count.no, abstain: count.abstain };
}

/** Ballots by device or by name in one channel, whatever they say. */
function ballotsOf(book: VoteBook, channel: Channel): number {
  return book.taken[channel];
}

/** How many hands a channel can show: its voters without those whose vote is known by name. */
function handsPossible(vote: VoteLine, book: VoteBook, channel: Channel): number {
  return Math.max(0, vote.eligibleByChannel[channel] - ballotsOf(book, channel));
}

export interface CountLabels {
  readonly inRoom: string;
  readonly online: string;
  readonly devices: string;
}

/**
 * The rows of the count: hands in the room as typed, hands online where they are counted by eye, and what the devices
 * gave, each against the people who can have given it.
 */
export function countRows(
  vote: VoteLine,
  book: VoteBook,
  typed: Readonly<Record<Channel, TypedCount>>,
  labels: CountLabels,
  countsOnline: boolean,
): CountRow[] {
  const devices = countOf((choice) =>
    (['inRoom', 'online'] as const).reduce(
      (sum, channel) => sum + (book.ballots?.[channel][choice] ?? 0),
      book.box?.[choice] ?? 0,
    ),
  );
  const ballots = ballotsOf(book, 'inRoom') + ballotsOf(book, 'online');
  const hands = (channel: Channel): CountRow => ({
    id: channel,
    label: labels[channel],
    typed: true,
    counts: typed[channel],
    of: handsPossible(vote, book, channel),
  });
  const online = countsOnline && vote.eligibleByChannel.online > 0;
  const expected = online ? ballots : ballotsOf(book, 'inRoom') + vote.eligibleByChannel.online;
  return [
    ...(vote.eligibleByChannel.inRoom > 0 ? [hands('inRoom')] : []),
    ...(online ? [hands('online')] : []),
    {
      id: 'devices',
      label: labels.devices,
      typed: false,
      counts: devices,
      of: expected,
      // Shut ballots tell how many they are; blank and invalid ones are in no column.
      total: book.ballots === null || ballots !== typedSum(devices) ? ballots : undefined,
    },
  ];
}

/** Hands typed, all choices together. */
function typedSum(count: TypedCount): number {
  return voteChoices.reduce((sum, choice) => sum + (count[choice] ?? 0), 0);
}

/** How many voters are still unaccounted for with what is typed now; negative where too many were counted. */
export function openWith(rows: readonly CountRow[], resolved: number, eligible: number): number {
  const counted = rows.reduce((sum, row) => sum + (row.total ?? typedSum(row.counts)), 0);
  return eligible - counted - resolved;
}

/** Whether this voter can be one of those unaccounted for: by name, or among those whose hands were only counted. */
export function mayBeMissing(view: DeskView, vote: VoteLine, book: VoteBook, who: string): boolean {
  const seat = view.seats[who];
  if (seat === undefined) return false;
  const { state } = seat.vote;
  if (state === 'waiting' || state === 'unaccounted') return true;
  if (state !== 'taken' || !methodTraits(vote.method).named) return false;
  const channel = seat.channel ?? 'inRoom';
  const count = book.counts[channel];
  if (count === undefined) return false;
  const hands = count.yes + count.no + count.abstain + count.invalid;
  return hands < handsPossible(vote, book, channel);
}

export function sameCount(one: TypedCount, other: TypedCount): boolean {
  return voteChoices.every((choice) => (one[choice] ?? 0) === (other[choice] ?? 0));
}

export function anythingTyped(count: TypedCount): boolean {
  return voteChoices.some((choice) => count[choice] !== null);
}

function countOf(read: (choice: VoteChoice) => number): TypedCount {
  return { yes: read('yes'), no: read('no'), abstain: read('abstain') };
}

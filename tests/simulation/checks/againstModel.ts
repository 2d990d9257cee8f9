import { orderQueue } from '../../../shared/features/floor/orderQueue.ts';
import type { Vote } from '../../../shared/features/votes/state.ts';
import { voteSummary } from '../../../shared/features/votes/summary.ts';
import { totals } from '../../../shared/features/votes/tally.ts';
import { seatOf } from '../../../shared/meeting/lookup.ts';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import { disagreementInWriting } from './inWriting.ts';
import { booksOf, queueOf } from '../model/books.ts';
import type { Books } from '../model/books.ts';
import type { MeetingModel, ModelVote } from '../model/meetingModel.ts';

/**
 * What the product's state and the plain model say differently of the same log, as far as this step changed it; null
 * when they agree. `before`: the state that was compared last.
 */
export function disagreement(
  before: MeetingState | null,
  state: MeetingState,
  model: MeetingModel,
): string | null {
  return (
    conduct(state, model) ??
    (before?.attendance === state.attendance ? null : seats(state, model)) ??
    (before?.floor === state.floor ? null : queue(state, model)) ??
    (before?.votes === state.votes ? null : votes(before, state, model)) ??
    (model.written === null || before?.written === state.written
      ? null
      : disagreementInWriting(state, model.written))
  );
}

function conduct(state: MeetingState, model: MeetingModel): string | null {
  return (
    unequal('status', state.conduct.status, model.status) ??
    unequal('item', state.agenda.current, model.item) ??
    unequal('speaker', state.floor.turn?.who ?? null, model.speaker) ??
    unequal('turns', state.floor.turns, model.turns) ??
    unequal('version', state.version, model.version)
  );
}

function seats(state: MeetingState, model: MeetingModel): string | null {
  for (const [who, seat] of model.seats) {
    const own = seatOf(state, who);
    const problem =
      unequal(`presence of ${who}`, own.presence, seat.presence) ??
      unequal(`channel of ${who}`, own.channel, seat.channel) ??
      unequal(`lost link of ${who}`, own.lostAt !== null, seat.lost) ??
      unequal(`exclusion of ${who}`, own.excluded, seat.excluded);
    if (problem !== null) return problem;
  }
  return null;
}

function queue(state: MeetingState, model: MeetingModel): string | null {
  const order = orderQueue(state).lines.map((line) => line.hand.who);
  const raised = model.hands.map(({ who }) => who);
  const problem = unequal('hands', order.toSorted().join(' '), raised.toSorted().join(' '));
  const gone = raised.find((who) => model.isMember(who) && model.seat(who).presence !== 'present');
  if (gone !== undefined) return `${gone} has a hand up and is not here`;
  const expected = queueOf(model);
  return problem ?? (expected === null ? null : unequal('queue', order.join(' '), expected.join(' ')));
}

function votes(before: MeetingState | null, state: MeetingState, model: MeetingModel): string | null {
  for (const [id, vote] of Object.entries(state.votes.votes)) {
    if (before?.votes.votes[id] === vote) continue;
    const problem = oneVote(state, vote, model);
    if (problem !== null) return `${id}: ${problem}`;
  }
  return null;
}

function oneVote(state: MeetingState, vote: Vote, model: MeetingModel): string | null {
  const own = model.votes.get(vote.id);
  if (own === undefined) return 'unknown to the model';
  const books = booksOf(own);
  const sums = totals(vote);
  const { counts } = voteSummary(state, vote);
  const identity =
    counts === null
      ? null
      : (unequal('賛成', counts.yes, books.yes) ??
        unequal('反対', counts.no, books.no) ??
        unequal('棄権', counts.abstain, books.abstain) ??
        unequal('無効', counts.invalid, books.invalid) ??
        unequal('未確認', counts.unaccounted, books.unaccounted) ??
        unequal(
          '賛成＋反対＋棄権＋無効＋未確認',
          counts.yes + counts.no + counts.abstain + counts.invalid + counts.unaccounted,
          sums.eligible,
        ));
  return (
    unequal('status', vote.status, own.status) ??
    silence(own, books, model) ??
    unequal('表決権者', sums.eligible, books.eligible) ??
    unequal('unaccounted', sums.unaccounted, books.unaccounted) ??
    unequal('casting vote', vote.castingVote?.choice ?? null, own.casting) ??
    (sums.unaccounted < 0 ? `未確認 is ${String(sums.unaccounted)}` : identity)
  );
}

/** After the close a rule accounts for whoever gave no answer, where the body has one. */
function silence(
  { status, method }: ModelVote,
  { unaccounted }: Books,
  { rules }: MeetingModel,
): string | null {
  const ruled = status === 'closed' && method !== 'noObjection' && rules.vote.noResponse !== 'flagAndResolve';
  return !ruled || unaccounted === 0 ? null : `${String(unaccounted)} are unaccounted for after the close`;
}

function unequal(what: string, product: unknown, model: unknown): string | null {
  return product === model ? null : `${what}: ${String(product)}, by the model ${String(model)}`;
}

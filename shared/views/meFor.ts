import { channelClosed } from '../features/attendance/arrive.ts';
import { permitOf } from '../features/attendance/permits.ts';
import { isIdentified } from '../features/attendance/standing.ts';
import { electionOnTable } from '../features/elections/table.ts';
import { spokenBy } from '../features/floor/endTurn.ts';
import { decisionFor } from '../features/votes/open.ts';
import { voteOnTable } from '../features/votes/table.ts';
import { barredFrom, barredNow } from '../features/votes/voters.ts';
import { isMember, itemOf, personOf, seatOf } from '../meeting/lookup.ts';
import { getPerson } from '../meeting/personMap.ts';
import { keptOut } from '../meeting/publicity.ts';
import { isRecused } from '../meeting/recusal.ts';
import type { PersonId } from '../meeting/person.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Ambient } from './ambient.ts';
import { own } from './own.ts';
import { presiding } from './parts/presiding.ts';
import type { MeView } from './types/meView.ts';

/**
 * One person's own part: their seat, whether they may vote and their ballot as it was received, what they said today,
 * what they wrote. It goes to that person alone. Null for somebody who is not on the roster. It looks at one person
 * only: opening a vote of two thousand does not make two thousand of these.
 */
export function meFor(state: MeetingState, person: PersonId, _ambient: Ambient): MeView | null {
  if (personOf(state, person) === undefined) return null;
  const seat = seatOf(state, person);
  const { times, ms } = spokenBy(state.floor.today, person);
  return {
    person,
    leaves: state.record.leaves
      .filter(({ who }) => who === person)
      .map(({ no, turn, to, standing }) => ({ no, turn, to, standing })),
    presiding: presiding(state) === person,
    presence: seat.presence,
    channel: seat.channel,
    identified: isIdentified(state, seat),
    keptOut: isMember(state, person) && keptOut(state, seat.channel, state.agenda.current),
    online: online(state, person),
    link: seat.link,
    mayVote: mayVote(state, person),
    ballot: lastBallot(state, person),
    election: election(state, person),
    notices: state.floor.notices
      .filter(({ who }) => who === person)
      .map(({ item, text, at }) => ({ item, text, at })),
    spoken: { times, ms },
    written: written(state, person),
  };
}

/** Whether this member may take part online, and what they said of the others who want to. */
function online(state: MeetingState, person: PersonId): MeView['online'] {
  const { allowedWhen } = state.rules.online;
  if (state.info.mode === 'written' || !isMember(state, person)) return null;
  if (channelClosed(state, 'online') !== null) return null;
  const { asked, answer } = permitOf(state, person);
  const leave =
    allowedWhen === 'always'
      ? 'free'
      : answer !== null
        ? answer.permitted
          ? 'permitted'
          : 'declined'
        : asked === null
          ? 'ask'
          : 'asked';
  return {
    leave,
    by: allowedWhen === 'majorityConsent' ? 'members' : 'chair',
    askedAt: asked?.at ?? null,
    reason: asked?.reason ?? null,
    why: answer?.permitted === false ? answer.why : null,
    consents: Object.fromEntries(
      Object.entries(state.attendance.permits).flatMap(([about, { consents }]) => {
        const mine = own(consents, person);
        return mine === undefined ? [] : [[about, mine]];
      }),
    ),
  };
}

function mayVote(state: MeetingState, person: PersonId): MeView['mayVote'] {
  if (!isMember(state, person)) return null;
  const vote = voteOnTable(state);
  const item = itemOf(state, state.agenda.current ?? '');
  const barred =
    vote?.status === 'open'
      ? barredFrom(state, vote, person)
      : barredNow(state, person, decisionFor(state, item));
  return barred === null ? { ok: true } : { ok: false, ja: barred.ja, en: barred.en };
}

/** Neither the choice of a secret ballot nor its time is in the state, and so not in here. */
function lastBallot(state: MeetingState, person: PersonId): MeView['ballot'] {
  for (const id of state.votes.order.toReversed()) {
    const vote = state.votes.votes[id];
    if (vote === undefined) continue;
    const ballot = getPerson(vote.ballots, person);
    if (ballot !== undefined) return { vote: id, choice: ballot.choice, at: ballot.at };
    const took = getPerson(vote.took, person);
    if (took !== undefined) return { vote: id, choice: null, at: null };
  }
  return null;
}

function election(state: MeetingState, person: PersonId): MeView['election'] {
  const open = electionOnTable(state);
  if (open?.status !== 'open') return null;
  return { took: getPerson(open.took, person) !== undefined, mayVote: open.eligible.includes(person) };
}

function written(state: MeetingState, person: PersonId): MeView['written'] {
  if (state.info.mode !== 'written') return null;
  const { consents, questions, decisions } = state.written;
  return {
    consent: own(consents, person) ?? null,
    recused: state.agenda.order.filter((item) => isRecused(state, person, item)),
    questions: questions.filter(({ who }) => who === person).map(({ no }) => no),
    decisions: Object.fromEntries(
      Object.entries(decisions).flatMap(([item, all]) => {
        const mine = own(all, person);
        if (mine === undefined) return [];
        const { choice, opinion, at, late } = mine;
        return [[item, { choice, opinion, at, late }]];
      }),
    ),
  };
}

import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { isMember, nameOf, personOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { getPerson } from '../../meeting/personMap.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Election, ElectionRound, Papers } from './state.ts';
import { blankBallot, boxOf, openRound } from './table.ts';

/** A secret ballot for a person, or a blank one: it goes into the box and cannot be changed. */
export const castBallot: Decide<'castBallot'> = (state, { choice }, { actor }) => {
  const open = openRound(state);
  if (isRefusal(open)) return open;
  const { election, round } = open;
  const refusal =
    notVoting(state, election, actor.kind === 'person' ? actor.id : null) ??
    (choice === null ? null : notACandidate(state, round, choice));
  if (refusal !== null) return refusal;
  const who = actor.kind === 'person' ? actor.id : '';
  if (getPerson(election.took, who) !== undefined)
    return refuse(
      'election/already-cast',
      'すでに投票を受け付けています。無記名投票のため、変更できません。',
      'Your ballot was taken. It is secret and cannot be changed.',
    );
  const papers = round.papers === null ? 0 : paperCount(round.papers);
  if (election.took.size + papers >= election.eligible.length)
    return refuse(
      'election/already-counted',
      '投票できる人の数だけ、用紙の票が数えられています。事務局に確かめてください。',
      'As many papers were counted as there are voters. Ask the desk.',
    );
  return {
    events: [{ type: 'ElectionBallotCast', election: election.no, round: round.no, who }],
    sealed: { box: boxOf(election, round), deposit: choice ?? blankBallot },
  };
};

/** Ballot papers counted by hand; replaces an earlier entry of this round. */
export const recordBallots: Decide<'recordBallots'> = (state, command) => {
  const open = openRound(state);
  if (isRefusal(open)) return open;
  const { election, round } = open;
  const { counts, blank, invalid } = command;
  for (const who of Object.keys(counts)) {
    const refusal = notACandidate(state, round, who);
    if (refusal !== null) return refusal;
  }
  const papers = paperCount({ counts, blank, invalid });
  const possible = election.eligible.length - election.took.size;
  if (papers > possible)
    return refuse(
      'election/too-many',
      `合計${String(papers)}票は多すぎます。投票できるのは${String(election.eligible.length)}人で、端末から${String(election.took.size)}人が投票しています。`,
      `${String(papers)} ballots are too many: ${String(election.eligible.length)} may vote, and ${String(election.took.size)} have voted on a device.`,
    );
  return accept({
    type: 'ElectionBallotsRecorded',
    election: election.no,
    round: round.no,
    counts,
    blank,
    invalid,
  });
};

/** Ballot papers of a round, blank and invalid ones among them. */
export function paperCount({ counts, blank, invalid }: Papers): number {
  return Object.values(counts).reduce((sum, votes) => sum + votes, blank + invalid);
}

function notVoting(state: MeetingState, election: Election, who: PersonId | null): Refusal | null {
  if (who !== null && election.eligible.includes(who) && seatOf(state, who).presence === 'present')
    return null;
  const name = who === null ? null : nameOf(state, who);
  return refuse(
    'election/not-eligible',
    name === null
      ? '投票は委員本人だけができます。用紙の票は、数えて入力してください。'
      : `${name}さんはこの選挙で投票できません。選挙の開始のときに出席していた委員だけが投票します。`,
    name === null
      ? 'Only members cast ballots themselves. Count papers and enter the numbers.'
      : `${name} cannot vote in this election: only members present when it opened can.`,
  );
}

function notACandidate(state: MeetingState, round: ElectionRound, who: PersonId): Refusal | null {
  const known = personOf(state, who) !== undefined && isMember(state, who);
  if (known && (round.candidates === null || round.candidates.includes(who))) return null;
  const between = round.candidates?.map((id) => nameOf(state, id)).join('・');
  return refuse(
    'election/not-candidate',
    between === undefined
      ? '委員の中から選んでください。それ以外の票は無効として数えます。'
      : `決選投票です。${between}のどちらかを選んでください。それ以外の票は無効として数えます。`,
    between === undefined
      ? 'Choose one of the members. Any other ballot counts as invalid.'
      : `This is a run-off: choose ${between}. Any other ballot counts as invalid.`,
  );
}

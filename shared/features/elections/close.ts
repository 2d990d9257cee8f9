import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { personOf, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { countElection } from '../../rules/electionCount.ts';
import type { ElectionCount } from '../../rules/electionCount.ts';
import type { Election, ElectionRound } from './state.ts';
import { blankBallot, boxOf, electionOnTable, openRound, runningElection } from './table.ts';

/** Closes the round: the box is opened, papers are added, and the rules say what follows. */
export const closeElection: Decide<'closeElection'> = (state, _command, context) => {
  // By acclamation there is nothing to count: the nomination stands unless somebody objects.
  const acclaimed = electionOnTable(state);
  if (acclaimed?.method === 'acclaimByNomination' && acclaimed.nominees.length === 1) return accept();
  const open = openRound(state);
  if (isRefusal(open)) return open;
  const { election, round } = open;
  const counted = countRound(election, round, context.box ?? []);
  if (isRefusal(counted)) return counted;
  const { counts, blank, invalid } = counted;
  const method = election.method === 'plurality' ? 'plurality' : 'majorityRunoff';
  const count = countElection(method, counts, round.candidates !== null);
  if (count === null)
    return refuse(
      'election/no-votes',
      '有効な票が1票もありません。投票を受け付けるか、用紙の票を入力してから締め切ってください。',
      'There is not one valid vote. Take ballots, or enter the papers, before closing.',
    );
  return {
    events: [
      {
        type: 'ElectionClosed',
        election: election.no,
        round: round.no,
        counts,
        blank,
        invalid,
        ...following(count),
      },
    ],
    sealed: { box: boxOf(election, round), destroy: true },
  };
};

/** くじ: drawn only where the votes were level, and only among those who were. */
export const drawLot: Decide<'drawLot'> = (state, { winner, witnesses }) => {
  const election = runningElection(state);
  if (isRefusal(election)) return election;
  if (election.lotAmong === null || election.lotFor === null)
    return refuse(
      'election/no-lot',
      'くじは必要ありません。票が同数のときだけ、くじで決めます。',
      'No lot is needed: it decides only where votes are level.',
    );
  if (!election.lotAmong.includes(winner))
    return refuse(
      'election/not-tied',
      'くじで決まるのは、同数だった人だけです。',
      'A lot can fall only on one of those who were level.',
    );
  const unknown = witnesses.find((who) => personOf(state, who) === undefined);
  if (unknown !== undefined) return unknownPerson(unknown);
  return accept({ type: 'LotDrawn', election: election.no, winner, witnesses, for: election.lotFor });
};

function following({ next }: ElectionCount) {
  switch (next.kind) {
    case 'elected':
      return { next: 'elected', among: [next.who], lotFor: null, placed: [] } as const;
    case 'runoff':
      return { next: 'runoff', among: next.between, lotFor: null, placed: [] } as const;
    case 'lot':
      return { next: 'lot', among: next.among, lotFor: next.for, placed: next.placed } as const;
  }
}

interface RoundCount {
  readonly counts: Readonly<Record<PersonId, number>>;
  readonly blank: number;
  readonly invalid: number;
}

function countRound(election: Election, round: ElectionRound, box: readonly string[]): RoundCount | Refusal {
  if (box.length !== election.took.size)
    return refuse(
      'election/box-mismatch',
      `端末から投票した人は${String(election.took.size)}人ですが、箱の中の票は${String(box.length)}票です。選挙をやり直してください。`,
      `${String(election.took.size)} voted on a device, but the box holds ${String(box.length)} ballots. Begin the election anew.`,
    );
  const counts = new Map(Object.entries(round.papers?.counts ?? {}));
  let blank = round.papers?.blank ?? 0;
  for (const choice of box) {
    if (choice === blankBallot) blank += 1;
    else counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return { counts: Object.fromEntries(counts), blank, invalid: round.papers?.invalid ?? 0 };
}

import type { StateReport } from '../../shared/views/stateReport.ts';

/** A scenario file of `tests/golden/scenarios`, with what its meeting comes to in `state.json`. */
export interface MethodMeeting {
  readonly file: string;
  readonly shows: string;
  /** Its votes, its elections or its written results, in the order of the items; what is named must be so. */
  readonly votes?: readonly object[];
  readonly elections?: readonly object[];
  readonly written?: readonly object[];
}

const counts = (yes: number, no: number, abstain = 0, invalid = 0) => ({
  yes,
  no,
  abstain,
  invalid,
  unaccounted: 0,
});

const replies = (yes: number, noReply = 0) => ({ yes, no: 0, abstain: 0, noReply, required: 4 });

/** A meeting for each way in which a body decides: every method, every way to elect, and one in writing. */
export const methodMeetings: readonly MethodMeeting[] = [
  {
    file: 'no-objection',
    shows: '[V29] no objection, and a show of hands after one',
    votes: [
      { method: 'noObjection', counts: null, objections: 0, outcome: 'carried' },
      { method: 'noObjection', counts: null, objections: 1, outcome: null },
      { method: 'showOfHands', round: 2, counts: counts(4, 2), required: 4, outcome: 'carried' },
    ],
  },
  {
    file: 'show-of-hands',
    shows: '[V23, V25, V28] show of hands: a correction, a tie, a void round, members unaccounted for',
    votes: [
      {
        method: 'showOfHands',
        eligible: 8,
        counts: counts(4, 4),
        tie: true,
        castingVote: 'yes',
        outcome: 'carried',
      },
      { round: 1, outcome: 'void' },
      { round: 2, eligible: 7, required: 4, counts: counts(4, 2, 1), outcome: 'carried' },
    ],
  },
  {
    file: 'standing',
    shows: '[V33, V12] standing, and the deputy presiding',
    votes: [
      { method: 'standing', counts: counts(5, 3), eligible: 8, outcome: 'carried' },
      { method: 'standing', counts: counts(3, 4), eligible: 7, outcome: 'rejected' },
    ],
  },
  {
    file: 'named-ballot',
    shows: '[V34] named ballot, in the order of the roll',
    votes: [{ method: 'namedBallot', counts: counts(4, 1, 1), outcome: 'carried' }],
  },
  {
    file: 'secret-ballot',
    shows: '[V35] secret ballot, by device and on paper',
    votes: [{ method: 'secretBallot', counts: counts(4, 2, 1), eligible: 7, outcome: 'carried' }],
  },
  {
    file: 'electronic',
    shows: '[V5, V36] electronic, by two thirds, online members first',
    votes: [{ method: 'electronic', eligible: 9, required: 6, counts: counts(6, 2, 1), outcome: 'carried' }],
  },
  {
    file: 'amendments',
    shows: '[V40, V41] amendments before the original',
    votes: [{ outcome: 'rejected' }, { outcome: 'carried' }, { outcome: 'carried', counts: counts(6, 0) }],
  },
  {
    file: 'elections',
    shows: '[E2, E3, E6, E9] a chair by acclamation under the secretariat, a deputy by plurality',
    elections: [
      { office: 'chair', method: 'acclaimByNomination', nominees: ['m03'], elected: 'm03', lot: null },
      {
        office: 'deputyChair',
        method: 'plurality',
        rounds: [{ counts: { m01: 4, m02: 3 } }],
        elected: 'm01',
        lot: null,
      },
    ],
  },
  {
    file: 'first-meeting',
    shows: '[E2, E4, E7, E8, E9, E10] the eldest leads until a chair is elected, who names the deputy',
    elections: [
      {
        office: 'chair',
        method: 'majorityRunoff',
        rounds: [{ counts: { m03: 3, m05: 3, m06: 1 } }, { counts: { m03: 3, m05: 3 }, invalid: 1 }],
        lot: { winner: 'm05', witnesses: ['m01', 'm02'] },
        elected: 'm05',
      },
    ],
  },
  {
    file: 'run-off',
    shows:
      '[E4, E8, E9] an official leads until a run-off elects the chair; a deputy by an absolute majority',
    elections: [
      {
        office: 'chair',
        method: 'majorityRunoff',
        eligible: 7,
        rounds: [{ counts: { m03: 3, m05: 3, m06: 1 } }, { counts: { m03: 3, m05: 4 } }],
        lot: null,
        elected: 'm05',
      },
      {
        office: 'deputyChair',
        method: 'majorityRunoff',
        rounds: [{ counts: { m02: 4, m04: 1 }, blank: 1, invalid: 1 }],
        lot: null,
        elected: 'm02',
      },
    ],
  },
  {
    file: 'lots',
    shows: '[E2, E5, E6, E7] a chair by lot after level votes, and a lot for a place in the run-off',
    elections: [
      {
        office: 'chair',
        method: 'plurality',
        nominees: ['m03', 'm04'],
        rounds: [{ counts: { m03: 3, m04: 3 }, blank: 1 }],
        lot: { winner: 'm04', witnesses: ['m01', 'm07'] },
        elected: 'm04',
      },
      {
        office: 'deputyChair',
        method: 'majorityRunoff',
        rounds: [{ counts: { m01: 3, m02: 2, m03: 2 } }, { counts: { m01: 3, m02: 4 } }],
        elected: 'm02',
      },
    ],
  },
  {
    file: 'written-meeting',
    shows: '[W2, W3, W5] a written meeting of ten items and twenty questions',
    written: Array.from({ length: 10 }, (_, index) => ({
      ...(index === 6 ? replies(6, 1) : replies(7)),
      outcome: 'carried',
    })),
  },
];

/** The parts of a report that the table above speaks of. */
export function decisionsIn({ items }: Pick<StateReport, 'items'>) {
  return {
    votes: items.flatMap((item) => item.votes),
    elections: items.flatMap((item) => item.elections),
    written: items.flatMap((item) => item.written ?? []),
  };
}

/** What the table expects of them: where it names nothing, there is nothing. */
export function expectedDecisions({ votes = [], elections = [], written = [] }: MethodMeeting) {
  return { votes, elections, written };
}

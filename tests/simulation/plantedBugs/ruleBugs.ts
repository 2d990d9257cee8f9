import type { PlantedBug } from './plantedBug.ts';

/** In the rules of queue, attendance, votes and minutes. */
export const ruleBugs: readonly PlantedBug[] = [
  {
    name: 'changed-vote-counts-twice',
    breaks: 'A ballot that was changed counts beside the new one.',
    file: 'shared/features/votes/evolve.ts',
    find: '  const rest = before === undefined ? tally : withChoice(tally, before.choice, -1);',
    put: '  const rest = tally;',
  },
  {
    name: 'anybody-votes',
    breaks: 'Whoever may not vote is not stopped.',
    file: 'shared/features/votes/ballots.ts',
    find: '    barredFrom(state, vote, who) ?? unfitDevice(vote) ?? unfitChoice(vote, choice) ?? unchangeable(vote, who);',
    put: '    unfitDevice(vote) ?? unfitChoice(vote, choice) ?? unchangeable(vote, who);',
  },
  {
    name: 'ballots-after-the-close',
    breaks: 'A vote that was closed takes ballots.',
    file: 'shared/features/votes/table.ts',
    find: `  if ('code' in vote || vote.status === 'open') return vote;`,
    put: '  return vote;',
  },
  {
    name: 'recused-voter',
    breaks: 'Who is excluded from the item may vote on it.',
    file: 'shared/rules/eligibility.ts',
    find: `  if (facts.recused) return 'recused';
`,
    put: '',
  },
  {
    name: 'presiding-voter',
    breaks: 'Who presides votes although the rule keeps the casting vote for them.',
    file: 'shared/rules/eligibility.ts',
    find: `  if (facts.presides && !chairVotes) return 'presiding';
`,
    put: '',
  },
  {
    name: 'unidentified-voter',
    breaks: 'Who was not identified may vote.',
    file: 'shared/rules/eligibility.ts',
    find: `  if (!facts.identified) return 'unidentified';
`,
    put: '',
  },
  {
    name: 'half-is-a-majority',
    breaks: 'Half of the votes carry a question.',
    file: 'shared/rules/majority.ts',
    find: `  if (rule === 'majority') return Math.floor(base / 2) + 1;`,
    put: `  if (rule === 'majority') return Math.ceil(base / 2);`,
  },
  {
    name: 'left-counts-as-abstaining',
    breaks: 'Who had left before the vote stays among the voters.',
    file: 'shared/features/votes/tally.ts',
    find: `    if (as === 'left') left += count;`,
    put: `    if (as === 'left') sum.abstain += count;`,
  },
  {
    name: 'corrected-hand-counts-twice',
    breaks: 'A hand that is corrected is counted where it was, too.',
    file: 'shared/features/votes/evolve.ts',
    find: '[from]: hands[from] - 1',
    put: '[from]: hands[from]',
  },
  {
    name: 'declared-with-somebody-missing',
    breaks: 'A result is declared although somebody is unaccounted for.',
    file: 'shared/features/votes/declare.ts',
    find: '(unclosed(vote) ?? unaccountedLeft(vote) ?? quorumFailed(vote))',
    put: '(unclosed(vote) ?? quorumFailed(vote))',
  },
  {
    name: 'silence-forgotten',
    breaks: 'The rule for no answer forgets those it has accounted for.',
    file: 'shared/features/votes/settleByRule.ts',
    find: 'count: byRule + unaccounted, byRule: true',
    put: 'count: unaccounted, byRule: true',
  },
  {
    name: 'twice-in-the-queue',
    breaks: 'A second hand stands beside the first.',
    file: 'shared/features/floor/evolve.ts',
    find: '    return withFloor(state, { hands: [...hands, hand], overrides });',
    put: '    return withFloor(state, { hands: [...state.floor.hands, hand], overrides });',
  },
  {
    name: 'last-come-first-served',
    breaks: 'Of hands raised at once the last goes first.',
    file: 'shared/features/floor/orderQueue.ts',
    find: 'inTurn(group, before) : group.toSorted((a, b) => a.no - b.no);',
    put: 'inTurn(group, before) : group.toSorted((a, b) => b.no - a.no);',
  },
  {
    name: 'hand-raised-again',
    breaks: 'Who raises a hand that is up loses the place.',
    file: 'shared/features/floor/hands.ts',
    find: '  if (hand === undefined || hand.kind !== kind) return null;',
    put: `  if (hand !== undefined || kind !== 'speak') return null;
  if (hand === undefined) return null;`,
  },
  {
    name: 'hand-of-somebody-gone',
    breaks: 'Who leaves keeps a hand in the queue.',
    file: 'shared/features/attendance/depart.ts',
    find: `  if (handOf(story.state, who) !== undefined) story.happen({ type: 'HandLowered', who, cause: 'left' });
`,
    put: '',
  },
  {
    name: 'arrivals-during-a-vote',
    breaks: 'Members come and go while ballots are taken.',
    file: 'shared/features/attendance/arrive.ts',
    find: '  if (!isMember(state, who)) return null;',
    put: '  if (isMember(state, who)) return null;',
  },
  {
    name: 'grace-ends-during-a-vote',
    breaks: 'A lost link becomes a departure while ballots are taken.',
    file: 'shared/features/attendance/expireGraces.ts',
    find: `  if (voteInProgress(story.state) !== null) return;
`,
    put: '',
  },
  {
    name: 'identity-outlives-departure',
    breaks: 'Who comes back by the desk counts as identified by what was seen before.',
    file: 'shared/features/attendance/evolve.ts',
    find: '    const sameLink = same ? seat.identifiedAt : null;',
    put: '    const sameLink = seat.identifiedAt;',
  },
  {
    name: 'called-and-still-queued',
    breaks: 'Who was called on stands in the queue as before.',
    file: 'shared/features/floor/nominate.ts',
    find: `  if (hand !== undefined) story.happen({ type: 'HandLowered', who, cause: 'recognized' });
  // After`,
    put: '  // After',
  },
  {
    name: 'last-writer-wins',
    breaks: 'Who is done later writes over what another desk has written meanwhile.',
    file: 'shared/features/record/writing.ts',
    find: '    : written([{ turn, current, merged: mergeText(began, current, text) }]);',
    put: '    : written([{ turn, current, merged: text }]);',
  },
  {
    name: 'same-place-written-over',
    breaks: 'Where two desks wrote at the same place, the words of one are gone.',
    file: 'shared/minutes/mergeText.ts',
    find: '  if (base.length === 0 || theirs.length === 0 || mine.length === 0) return [...theirs, ...mine];',
    put: '  if (base.length === 0 || theirs.length === 0 || mine.length === 0) return mine;',
  },
];

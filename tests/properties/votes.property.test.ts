import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voteSummary } from '../../shared/features/votes/summary.ts';
import { totals } from '../../shared/features/votes/tally.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { initialState } from '../../shared/meeting/initialState.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import type { Played } from '../support/given.ts';
import { close, lastVote, voting } from '../support/voting.ts';

const who = fc.integer({ min: 1, max: 9 }).map((n) => `m0${String(n)}`);
const choice = fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const);
const channel = fc.constantFrom('inRoom' as const, 'online' as const);
const few = fc.integer({ min: 0, max: 6 });

const step: fc.Arbitrary<readonly [string, CommandInput]> = fc.oneof(
  fc.tuple(who, choice).map(([by, c]) => [by, { do: 'castVote', item: 'i1', choice: c }] as const),
  fc
    .tuple(channel, few, few, few)
    .map(
      ([on, yes, no, abstain]) =>
        ['desk', { do: 'recordCount', item: 'i1', channel: on, yes, no, abstain }] as const,
    ),
  fc
    .tuple(who, choice)
    .map(([w, c]) => ['desk', { do: 'recordVote', item: 'i1', who: w, choice: c }] as const),
  fc.constant(['m01', close] as const),
  fc
    .tuple(fc.option(who, { nil: undefined }), fc.constantFrom('left', 'abstain', 'no', 'didNotVote'))
    .map(([w, as]) => ['desk', { do: 'resolve', item: 'i1', who: w, as }] as const),
  fc
    .tuple(who, choice, fc.option(choice, { nil: undefined }))
    .map(
      ([w, c, from]) =>
        ['desk', { do: 'correctVote', item: 'i1', who: w, choice: c, from, why: '訂正' }] as const,
    ),
  fc
    .constantFrom('yes' as const, 'no' as const)
    .map((c) => ['m01', { do: 'castingVote', item: 'i1', choice: c }] as const),
  fc.constant(['m01', { do: 'declareResult', item: 'i1' }] as const),
);

const rules: fc.Arbitrary<RulesInput> = fc.record({
  vote: fc.record({
    noResponse: fc.constantFrom('flagAndResolve', 'abstain', 'asNo', 'leftRoom'),
    changeable: fc.constantFrom('never', 'untilClose'),
    channelOrder: fc.constantFrom('simultaneous', 'onlineFirst', 'roomFirst'),
  }),
  chair: fc.record({ vote: fc.constantFrom('castingOnly', 'memberAndCasting', 'memberOnly') }),
});

function eachState(log: readonly MeetingEvent[]): MeetingState[] {
  const [first, ...rest] = log;
  if (first?.type !== 'MeetingCreated') throw new Error('no meeting');
  const states = [initialState(first)];
  for (const event of rest) states.push(evolve(states.at(-1) ?? initialState(first), event));
  return states;
}

function total(meeting: Played): number {
  const { ballots, sealed, unaccounted } = totals(lastVote(meeting));
  return ballots.yes + ballots.no + ballots.abstain + ballots.blank + ballots.invalid + sealed + unaccounted;
}

describe('votes, whatever is done in them', () => {
  it('[V6] keep 賛成＋反対＋棄権＋無効＋未確認 = 表決権者 after every event, and declare only with nobody unaccounted for', () => {
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom('showOfHands' as const, 'electronic' as const, 'standing' as const),
        fc.array(step, { maxLength: 30 }),
        (given, method, steps) => {
          const meeting = voting({ members: 9, rules: given }, '1-6', '7-9', method);
          for (const [by, command] of steps) meeting.send(by, command);
          for (const state of eachState(meeting.log)) {
            for (const vote of Object.values(state.votes.votes)) {
              const { counts, eligible, unaccounted } = voteSummary(state, vote);
              if (counts === null) continue;
              expect(counts.unaccounted).toBeGreaterThanOrEqual(0);
              expect(counts.yes + counts.no + counts.abstain + counts.invalid + counts.unaccounted).toBe(
                eligible,
              );
              if (vote.status === 'declared') expect(unaccounted).toBe(0);
            }
          }
          expect(total(meeting)).toBe(totals(lastVote(meeting)).eligible);
          expect(replay(meeting.log)).toEqual(meeting.state);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('[V43] come out the same in whatever order ballots and counts come in', () => {
    const ballots = fc.uniqueArray(fc.tuple(who, choice), { selector: ([w]) => w, maxLength: 4 });
    fc.assert(
      fc.property(
        ballots,
        few,
        few,
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        (given, yes, no, keys) => {
          const commands: [string, CommandInput][] = [
            ...given.map(([w, c]): [string, CommandInput] => [w, { do: 'castVote', item: 'i1', choice: c }]),
            ['desk', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: yes % 3, no: no % 3 }],
          ];
          const shuffled = commands
            .map((command, index) => ({ command, key: keys[index] ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ command }) => command);
          const play = (order: [string, CommandInput][]) => {
            const meeting = voting({ members: 9 });
            for (const [by, command] of order) meeting.send(by, command);
            meeting.ok('m01', close);
            return totals(lastVote(meeting));
          };
          expect(play(shuffled)).toEqual(play(commands));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('[V42] share what two thousand ballots do not change', () => {
    const meeting = voting({ members: 300 }, undefined, '', 'electronic');
    const before = lastVote(meeting);
    meeting.ok('m02', { do: 'castVote', item: 'i1', choice: 'yes' });
    const after = lastVote(meeting);
    const shared = after.ballots.buckets.filter((bucket, i) => bucket === before.ballots.buckets[i]).length;
    expect(shared).toBe(after.ballots.buckets.length - 1);
    expect(after.eligible).toBe(before.eligible);
  });
});

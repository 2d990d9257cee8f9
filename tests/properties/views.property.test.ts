import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPersonMap, setPerson } from '../../shared/meeting/personMap.ts';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { allowed, allowedForMe, beyond } from '../../shared/views/allowed.ts';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import { diff } from '../../shared/views/diff.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { personsTouched } from '../../shared/views/personsTouched.ts';
import { audiences } from '../../shared/views/types/audience.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { Played } from '../support/given.ts';
import { anyTurn, live } from '../support/livelyMeeting.ts';
import type { Turn } from '../support/livelyMeeting.ts';
import { planOf } from '../support/plans.ts';

const anyRules: fc.Arbitrary<RulesInput> = fc.record({
  quorum: fc.record({
    onLoss: fc.constantFrom('warn' as const, 'blockVote' as const, 'autoRecess' as const),
  }),
  vote: fc.record({ tally: fc.constantFrom('live' as const, 'afterClose' as const) }),
  online: fc.record({
    disconnect: fc.record({ then: fc.constantFrom('leftAt' as const, 'excludeFromVote' as const) }),
  }),
  floor: fc.record({ order: fc.constantFrom('fifo' as const, 'alternate' as const) }),
});

const turns = fc.array(anyTurn, { minLength: 20, maxLength: 80, size: 'max' });

const ambient = ambientOf({
  devices: setPerson(emptyPersonMap<number>(), 'm03', 2),
  joinUrl: 'http://room.example/j',
});

/** Items that differ in what decides them, so that a view which forgets the item is found out. */
const agenda: PlanInput['agenda'] = [
  { id: 'i1', title: '第一の諮問', kind: 'consultation', official: 'k01', minutes: 15 },
  {
    id: 'i2',
    title: '第二の諮問',
    kind: 'consultation',
    vote: { method: 'electronic', rule: { decision: { rule: 'unanimous' } } },
  },
  { id: 'i3', title: '報告', kind: 'report' },
];

/** The same state for views that remember nothing. */
function forgotten(state: MeetingState): MeetingState {
  return { ...state, info: { ...state.info } };
}

function lived(
  rules: RulesInput,
  list: readonly Turn[],
  look: (meeting: Played, before: MeetingState) => void,
): void {
  const meeting = new Played(planOf({ rules, agenda }));
  meeting.present('1-3', '4-6');
  meeting.all('m01', { do: 'openMeeting' }, { do: 'startItem', item: 'i1' });
  live(meeting, list, look);
}

describe('views of whatever happens', () => {
  it('[N25] hold no field that the allow-list of their audience lacks', () => {
    fc.assert(
      fc.property(anyRules, turns, (rules, list) => {
        lived(rules, list, ({ state }) => {
          for (const audience of audiences)
            expect(beyond(viewFor(audience, state, ambient), allowed[audience])).toEqual([]);
          for (const who of state.roster.order)
            expect(beyond(meFor(state, who, ambient), allowedForMe)).toEqual([]);
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('[N2] are what they would be without any memory, and the patches between them lead from one to the next', () => {
    fc.assert(
      fc.property(anyRules, turns, (rules, list) => {
        lived(rules, list, ({ state }, before) => {
          for (const audience of audiences) {
            const old = viewFor(audience, before, ambient);
            const view = viewFor(audience, state, ambient);
            expect(view).toEqual(viewFor(audience, forgotten(state), ambient));
            expect(applyPatch(old, diff(old, view))).toEqual(view);
          }
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('[N26] a personal part changes only for those who are named as touched', () => {
    fc.assert(
      fc.property(anyRules, turns, (rules, list) => {
        lived(rules, list, ({ state, log }, before) => {
          const touched = personsTouched(log.slice(before.version), before, state);
          for (const who of state.roster.order)
            if (touched !== 'all' && !touched.includes(who))
              expect(meFor(state, who, ambient), who).toEqual(meFor(before, who, ambient));
        });
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

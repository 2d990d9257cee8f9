import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceSummary, quorumNow } from '../../shared/features/attendance/standing.ts';
import { orderQueue } from '../../shared/features/floor/orderQueue.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { seatOf } from '../../shared/meeting/lookup.ts';
import { personEntries } from '../../shared/meeting/personMap.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { anyAttempt } from '../support/anyCommand.ts';
import { Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

const anyRules: fc.Arbitrary<RulesInput> = fc.record({
  quorum: fc.record({
    onLoss: fc.constantFrom('warn' as const, 'blockVote' as const, 'autoRecess' as const),
    recusalExempt: fc.boolean(),
  }),
  recusal: fc.record({ mode: fc.constantFrom('leave' as const, 'stayCanSpeak' as const) }),
  online: fc.record({
    allowedWhen: fc.constantFrom('always' as const, 'chairPermit' as const),
    identityCheck: fc.constantFrom('none' as const, 'token' as const, 'tokenAndVisual' as const),
    disconnect: fc.record({
      graceSeconds: fc.constantFrom(0, 60),
      then: fc.constantFrom('leftAt' as const, 'excludeFromVote' as const),
    }),
  }),
  floor: fc.record({
    order: fc.constantFrom('fifo' as const, 'firstTimeFirst' as const, 'alternate' as const),
    limit: fc.constantFrom('none' as const, { times: 1 }),
  }),
});

/** What must hold of every state that can be reached. */
function checkState(state: MeetingState) {
  const { attendance, floor, conduct, agenda, roster } = state;
  const queued = floor.hands.map((hand) => hand.who);
  expect(new Set(queued).size).toBe(queued.length);
  expect(
    orderQueue(state)
      .lines.map((line) => line.hand.who)
      .toSorted(),
  ).toEqual(queued.toSorted());
  for (const { who } of floor.hands) expect(seatOf(state, who).presence).not.toBe('left');
  if (floor.turn !== null) {
    expect(floor.turn.no).toBe(floor.turns);
    expect(seatOf(state, floor.turn.who).presence).not.toBe('left');
    expect(conduct.status).toBe('open');
  }
  const graces = personEntries(attendance.seats).flatMap(([who, seat]) =>
    seat.graceUntil === null ? [] : [[who, seat.graceUntil]],
  );
  expect(Object.fromEntries(personEntries(attendance.graces))).toEqual(Object.fromEntries(graces));
  const current = Object.entries(agenda.progress).filter(([, item]) => item.status === 'current');
  expect(current.map(([id]) => id)).toEqual(agenda.current === null ? [] : [agenda.current]);
  expect(agenda.order.toSorted()).toEqual(Object.keys(agenda.items).toSorted());
  const { present, inRoom, online } = attendanceSummary(state);
  expect(inRoom + online).toBe(present);
  expect(quorumNow(state).present).toBeLessThanOrEqual(present);
  if (conduct.status === 'open') expect(attendance.quorumLostAt !== null).toBe(!quorumNow(state).met);
  expect(roster.order.toSorted()).toEqual(
    personEntries(attendance.seats)
      .map(([who]) => who)
      .toSorted(),
  );
}

describe('whatever anybody tries', () => {
  it('[M1, M12, F8, Q5] never breaks the meeting, and the log tells all of it', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.array(anyAttempt, { minLength: 20, maxLength: 150, size: 'max' }),
        (rules, attempts) => {
          const meeting = new Played(planOf({ rules }));
          meeting.present('1-3', '4-6');
          meeting.all('m01', { do: 'openMeeting' }, { do: 'startItem', item: 'i1' });
          for (const { by, command, wait } of attempts) {
            const before = meeting.state;
            meeting.send(by, command, meeting.clock + wait);
            expect(meeting.state.version).toBe(meeting.log.length);
            if (meeting.state !== before) checkState(meeting.state);
          }
          expect(replay(meeting.log)).toEqual(meeting.state);
          const reread = JSON.parse(JSON.stringify(meeting.log)) as MeetingEvent[];
          expect(replay(reread)).toEqual(meeting.state);
          expect(JSON.parse(JSON.stringify(meeting.state))).toEqual(meeting.state);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});

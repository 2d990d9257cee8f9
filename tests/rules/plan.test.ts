import { describe, expect, it } from 'vitest';
import { createMeeting } from '../../shared/meeting/createMeeting.ts';
import { initialState } from '../../shared/meeting/initialState.ts';
import type { Plan } from '../../shared/meeting/plan.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import { Played, actorOf, opened } from '../support/given.ts';
import { planOf, startsAt } from '../support/plans.ts';

function create(change: (plan: Plan) => Plan) {
  return createMeeting('x', change(planOf()), { at: startsAt, actor: actorOf('desk') }, true);
}

describe('a plan', () => {
  it('[M8] becomes the first event of a log', () => {
    const event = create((plan) => plan);
    if (isRefusal(event)) throw new Error(event.en);
    expect(event).toMatchObject({ type: 'MeetingCreated', meeting: 'x', rehearsal: true, by: 'desk' });
    const state = initialState(event);
    expect(state).toMatchObject({ id: 'x', version: 1, at: startsAt, rehearsal: true });
    expect(state.attendance.seats.size).toBe(11);
  });

  it.each<[string, (plan: Plan) => Plan, string]>([
    ['a person twice', (p) => ({ ...p, people: [...p.people, p.people.slice(0, 1)].flat() }), 'm01'],
    [
      'two chairs',
      (p) => ({ ...p, people: p.people.map((x) => (x.id === 'm03' ? { ...x, role: 'chair' } : x)) }),
      '会長',
    ],
    [
      'a seat number twice',
      (p) => ({ ...p, people: p.people.map((x) => (x.id === 'm03' ? { ...x, seat: 1 } : x)) }),
      '議席番号1',
    ],
    [
      'a member who is also an official',
      (p) => ({ ...p, people: [...p.people, { id: 'k09', name: '委員 ０３', role: 'official' }] }),
      '委員と説明員の両方',
    ],
    ['an item twice', (p) => ({ ...p, agenda: [...p.agenda, ...p.agenda.slice(0, 1)] }), 'i1'],
    [
      'an item under nothing',
      (p) => ({ ...p, agenda: p.agenda.map((x) => ({ ...x, parent: 'none' })) }),
      'none',
    ],
    [
      'an item under itself',
      (p) => ({
        ...p,
        agenda: p.agenda.map((x) => ({ ...x, parent: x.id === 'i1' ? 'i2' : 'i1' })),
      }),
      'i1',
    ],
    [
      'an unknown official',
      (p) => ({ ...p, agenda: p.agenda.map((x) => ({ ...x, official: 'k77' })) }),
      'k77',
    ],
    [
      'opinions for an unknown item',
      (p) => ({
        ...p,
        carriedOver: [{ origin: '第４回', item: '件', department: '課', under: 'i8', opinions: [] }],
      }),
      'i8',
    ],
    [
      'a document for an unknown item',
      (p) => ({
        ...p,
        meeting: { ...p.meeting, documents: [{ title: '資料１', given: 'advance', item: 'i6' }] },
      }),
      'i6',
    ],
  ])('[M8] is refused with %s, by name', (_what, change, name) => {
    const refusal = create(change);
    if (!isRefusal(refusal)) throw new Error('It was accepted');
    expect(refusal.code).toBe('plan/bad-plan');
    expect(refusal.ja).toContain(name);
  });

  it('[M9] can be changed until the meeting opens, losing nobody who has come', () => {
    const meeting = new Played(planOf()).present('1-4');
    const { people, agenda } = planOf({ members: 9 });
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i2' });
    meeting.ok('desk', {
      do: 'changePlan',
      people,
      agenda: agenda.slice(0, 1),
      rules: { seats: 12 },
      profile: 'meguro',
    });
    expect(meeting.seat('m04').presence).toBe('present');
    expect(meeting.state.attendance.recusals).toEqual({});
    expect(meeting.state.rules.seats).toBe(12);
    expect(meeting.state.rules.quorum.rule).toBe('majority');
    expect(meeting.state.agenda.order).toEqual(['i1']);
    expect(meeting.state.profile).toBe('meguro');
    expect(meeting.refused('desk', { do: 'changePlan', people: people.slice(4) }).code).toBe(
      'plan/person-present',
    );
    expect(meeting.refused('desk', { do: 'changePlan', people: [...people, ...people] }).code).toBe(
      'plan/bad-plan',
    );
    meeting.ok('m01', { do: 'openMeeting' });
    expect(meeting.refused('desk', { do: 'changePlan', profile: 'tama' }).code).toBe('plan/already-open');
  });

  it('[M9] takes another person at any time, once', () => {
    const meeting = opened();
    const person = { id: 'k09', name: '係長', role: 'official' } as const;
    meeting.ok('desk', { do: 'addPerson', person });
    meeting.ok('desk', { do: 'checkIn', who: 'k09', channel: 'inRoom' });
    expect(meeting.refused('desk', { do: 'addPerson', person }).code).toBe('plan/bad-person');
    expect(
      meeting.refused('desk', { do: 'addPerson', person: { ...person, id: 'm99', role: 'chair' } }).code,
    ).toBe('plan/bad-person');
  });

  it('[M9] puts two people never in one place', () => {
    const meeting = opened();
    meeting.ok('desk', { do: 'arrangeSeats', places: { m01: { x: 0, y: 0 }, m02: { x: 1, y: 0 } } });
    meeting.ok('desk', { do: 'arrangeSeats', places: { m01: { x: 1, y: 0 }, m02: { x: 0, y: 0 } } });
    expect(meeting.refused('desk', { do: 'arrangeSeats', places: { m03: { x: 1, y: 0 } } }).code).toBe(
      'plan/place-taken',
    );
    expect(meeting.refused('desk', { do: 'arrangeSeats', places: { zz: { x: 5, y: 0 } } }).code).toBe(
      'attendance/unknown-person',
    );
    expect(meeting.state.roster.places).toEqual({ m01: { x: 1, y: 0 }, m02: { x: 0, y: 0 } });
  });
});

describe('a member who is also an official', () => {
  const official = (more: object) =>
    ({ do: 'addPerson', person: { id: 'k09', name: '委員03', role: 'official', ...more } }) as const;

  it('[V50] is refused when added, and told apart from somebody who only shares the name', () => {
    const meeting = opened();
    const refusal = meeting.refused('desk', official({}));
    expect([refusal.code, refusal.ja.includes('委員03さん')]).toEqual(['plan/bad-person', true]);
    meeting.ok('desk', official({ department: '総務課' }));
  });
});

import { describe, expect, it } from 'vitest';
import { dueState } from '../../client/screens/home/dueState.ts';
import { remindersFor } from '../../client/screens/home/reminders.ts';
import { carriedIn } from '../../client/screens/setup/carried.ts';
import { draftFrom, draftFromPlan, planFrom } from '../../client/screens/setup/draftOf.ts';
import { nextPlan } from '../../shared/across/nextPlan.ts';
import type { FollowUp } from '../../shared/protocol/api.ts';
import { opened } from '../support/given.ts';

const at = (iso: string) => Date.parse(`${iso}T09:00:00+09:00`);

describe('the day a promise is due', () => {
  it.each([
    ['9月12日まで', '2026-09-11', 'later'],
    ['９月１２日', '2026-09-12', 'today'],
    ['9月12日まで', '2026-09-13', 'past'],
    ['2026-09-12', '2026-09-13', 'past'],
    ['2026年9月12日', '2026-09-12', 'today'],
    ['1月10日', '2026-12-28', 'later'],
    ['1月10日', '2027-01-11', 'past'],
    ['次回まで', '2030-01-01', 'later'],
    [null, '2030-01-01', 'later'],
  ] as const)('[C101] %s, on %s: %s', (due, now, state) => {
    expect(dueState(due, at('2026-07-01'), at(now))).toBe(state);
  });
});

describe('a reminder for the departments', () => {
  const opinion = (department: string, no: number, item: string): FollowUp => ({
    text: `意見${no}`,
    origin: '第４回',
    item,
    no,
    name: '',
    department,
    due: null,
    made: null,
    carriedTo: null,
    done: null,
  });

  it('[C102] is one for each department, with its opinions matter by matter', () => {
    const reminders = remindersFor([
      opinion('福祉課', 1, '台帳'),
      opinion('支援課', 1, '相談'),
      opinion('福祉課', 3, '台帳'),
    ]);
    expect(reminders.map(({ department }) => department)).toEqual(['福祉課', '支援課']);
    expect(reminders[0]?.text.split('\n').slice(-3)).toEqual(['■ 第４回　台帳', '(1) 意見1', '(3) 意見3']);
  });
});

describe('a draft made from the meeting before', () => {
  const played = opened();
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査' });
  played.ok('s01', { do: 'attachOpinion', item: 'i1', text: '周知' });
  const next = nextPlan(played.state);

  it('[C103] keeps what is carried over through being saved, and gives it to the plan', () => {
    const saved: unknown = JSON.parse(JSON.stringify(draftFromPlan(next)));
    const plan = planFrom({ ...draftFrom(saved), date: '2026-12-20' });
    expect(plan.carriedOver).toEqual(next.carriedOver);
    expect(plan.carriedPromises).toEqual(next.carriedPromises);
    expect(plan.previous).toEqual(next.previous);
    expect(plan.meeting.startsAt).toBe('2026-12-20T14:00:00+09:00');
  });

  it('[C103] follows the agenda and the roster as they are edited', () => {
    const draft = draftFromPlan(next);
    const without = draft.agenda.filter(({ id }) => id !== 'reports');
    const people = draft.people.filter(({ id }) => id !== 'k01');
    const carried = carriedIn({ ...draft, agenda: without, people });
    expect(carried.carriedOver[0]?.under).toBe('i2');
    expect(carried.carriedPromises?.[0]).toMatchObject({ under: 'i2', name: '課長01' });
    expect(carried.carriedPromises?.[0]).not.toHaveProperty('from');
    const other = [{ id: 'x', title: 'その他', kind: 'other' as const }, ...without];
    expect(carriedIn({ ...draft, agenda: other }).carriedOver[0]?.under).toBe('x');
  });
});

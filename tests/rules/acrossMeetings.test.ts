import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { confirmedPrevious } from '../../shared/across/confirmedPrevious.ts';
import { doneElsewhere, followUps, followUpsIn } from '../../shared/across/followUps.ts';
import { nextPlan } from '../../shared/across/nextPlan.ts';
import { nextTitle, sessionIn } from '../../shared/across/sessionNumber.ts';
import { createMeeting } from '../../shared/meeting/createMeeting.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Plan } from '../../shared/meeting/plan.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { plainProfile } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { allowed, beyond } from '../../shared/views/allowed.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened, Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

/** The same meeting under another id: every played one is called `meeting`. */
const as = (state: MeetingState, id: string): MeetingState => ({ ...state, id });
/** The next meeting of this one, a month later for each step. */
function following(state: MeetingState, month: number): Played {
  const plan = nextPlan(state);
  return new Played({
    ...plan,
    meeting: { ...plan.meeting, startsAt: `2027-${String(month).padStart(2, '0')}-01T14:00:00+09:00` },
  });
}

describe('the number of a session', () => {
  it.each([
    ['令和４年度第２回 審議会', '令和４年度第３回 審議会'],
    ['平成23年度第9回個人情報保護運営審議会', '平成23年度第10回個人情報保護運営審議会'],
    ['第九回農業委員会総会', '第十回農業委員会総会'],
    ['第十九回', '第二十回'],
    ['第九十九回', '第百回'],
    ['第二百十回定例会', '第二百十一回定例会'],
    ['第 ９９ 回', '第 １００ 回'],
    ['臨時会', '臨時会'],
  ])('[J1] %s is followed by %s', (title, next) => {
    expect(nextTitle(title)).toBe(next);
  });

  it('[J1] goes up by one in every writing, whatever stands around it', () => {
    const read = (title: string) => Number(sessionIn(title)?.normalize('NFKC').replaceAll(/\D/g, ''));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 998 }), fc.boolean(), (n, wide) => {
        const digits = wide
          ? String(n).replaceAll(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
          : String(n);
        const title = `令和８年度第${digits}回審議会（臨時）`;
        expect(read(nextTitle(title))).toBe(n + 1);
        expect(nextTitle(title).replace(sessionIn(nextTitle(title)) ?? '', '')).toBe(
          '令和８年度審議会（臨時）',
        );
      }),
    );
  });
});

describe('a meeting made from the one before', () => {
  it('[J1] has its people in the offices they hold now, its rules, form and agenda', () => {
    const played = opened({ rules: { floor: { order: 'alternate' } }, profile: 'meguro' });
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('m01', { do: 'appoint', who: 'm03', office: 'deputyChair' });
    played.ok('desk', { do: 'addPerson', person: { id: 'k03', name: '課長03', role: 'official' } });
    played.ok('m01', { do: 'addItem', item: { id: 'i3', title: '追加', kind: 'report' } });
    const next = nextPlan(played.state);
    expect(next.meeting.title).toBe('第２回審議会');
    expect(next.profile).toBe('meguro');
    expect(next.rules).toEqual(played.state.rules);
    expect(next.people.find(({ id }) => id === 'm03')?.role).toBe('deputyChair');
    expect(next.people.find(({ id }) => id === 'm02')?.role).toBe('member');
    expect(next.people.map(({ id }) => id)).toContain('k03');
    expect(next.agenda.map(({ id }) => id)).toEqual(['confirmation', 'i1', 'i2', 'i3']);
  });

  it('[A25, J1] keeps how people take part and on what, and not that somebody could not come', () => {
    const plan = planOf();
    const said = {
      m03: { attends: 'absent' },
      m04: { attends: 'online', device: 'own' },
      m05: { device: 'none' },
    } as const;
    const people = plan.people.map((person) => ({
      ...person,
      ...(person.id in said ? said[person.id as 'm03'] : {}),
    }));
    const held = new Played({ ...plan, people });
    const next = nextPlan(held.state).people;
    expect(next.find(({ id }) => id === 'm03')).not.toHaveProperty('attends');
    expect(next.find(({ id }) => id === 'm04')).toMatchObject(said.m04);
    expect(next.find(({ id }) => id === 'm05')).toMatchObject(said.m05);
    // It decides nothing: nobody is there or away before somebody records it, and the desk alone sees it.
    expect(viewFor('desk', held.state, ambientOf()).seats['m03']).toMatchObject({
      attends: 'absent',
      presence: 'expected',
    });
    for (const audience of ['chair', 'member', 'observer', 'screen'] as const)
      expect(JSON.stringify(viewFor(audience, held.state, ambientOf()))).not.toContain('attends');
  });

  it('[J4] confirms the minutes of the one before, once, after the opening words', () => {
    const agenda: Plan['agenda'] = [
      { id: 'o', title: '開会', kind: 'opening' },
      { id: 'i1', title: '諮問', kind: 'consultation' },
      { id: 'c', title: '閉会', kind: 'closing' },
    ];
    const first = nextPlan(new Played(planOf({ agenda })).state);
    expect(first.agenda.map(({ title }) => title)).toEqual([
      '開会',
      '前回（第１回）会議録の確認',
      '諮問',
      '閉会',
    ]);
    expect(first.previous).toEqual({ meeting: 'meeting', title: '第１回審議会' });
    const second = nextPlan(new Played(first).state);
    expect(second.agenda.map(({ title }) => title)[1]).toBe('前回（第２回）会議録の確認');
    expect(second.agenda).toHaveLength(4);
    expect(new Played(first).state.previous?.title).toBe('第１回審議会');
  });

  it('[J2] takes over the opinions without an answer, with matter, department and number', () => {
    const played = opened({
      agenda: [{ id: 'i1', title: '台帳', number: '諮問第8号', kind: 'consultation', official: 'k01' }],
    });
    played.ok('m01', { do: 'startItem', item: 'i1' });
    for (const text of ['説明', '周知', '記録']) played.ok('s01', { do: 'attachOpinion', item: 'i1', text });
    played.ok('s01', { do: 'respondOpinion', opinion: 2, text: '済' });
    const next = nextPlan(played.state);
    const report = next.agenda.at(-1);
    expect(report).toMatchObject({ kind: 'report', title: '前回の意見と宿題について' });
    expect(next.carriedOver).toEqual([
      {
        origin: '第１回',
        item: '諮問第8号「台帳」',
        department: '',
        under: report?.id,
        opinions: [
          { no: 1, text: '説明', source: { meeting: 'meeting', no: 1 } },
          { no: 3, text: '記録', source: { meeting: 'meeting', no: 3 } },
        ],
      },
    ]);
    const again = nextPlan(as(new Played(next).state, 'second'));
    expect(again.carriedOver).toEqual(next.carriedOver);
  });

  it('[J3] takes over the promises nobody has fulfilled, and numbers them before its own', () => {
    const played = opened();
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査', due: '次回' });
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k02', text: '資料' });
    played.ok('s01', { do: 'fulfil', promise: 2, text: '配布' });
    const second = following(as(played.state, 'first'), 1);
    expect(second.state.record.promises).toMatchObject([
      { no: 1, from: 'k01', text: '調査', due: '次回', carried: { origin: '第１回', item: '第一の諮問' } },
    ]);
    second.ok('s01', { do: 'promise', item: 'i2', from: 'k02', text: '別件' });
    expect(second.state.record.promises.map(({ no }) => no)).toEqual([1, 2]);
    expect(second.refused('s01', { do: 'fulfil', promise: 3, text: 'ない' }).code).toBe(
      'record/unknown-promise',
    );
    second.ok('s01', { do: 'fulfil', promise: 1, text: '調べた' });
    expect(nextPlan(second.state).carriedPromises?.map(({ text }) => text)).toEqual(['別件']);
  });

  it('[J3] a promise outlives its promiser on the roster, by the name they had', () => {
    const played = opened();
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査' });
    const plan = nextPlan(played.state);
    const people = plan.people.filter(({ id }) => id !== 'k01');
    const agenda = plan.agenda.map(({ official: _, ...item }) => item);
    const gone = plan.carriedPromises?.map(({ from: _, ...promise }) => promise);
    const second = new Played({ ...plan, people, agenda, carriedPromises: gone });
    expect(second.state.record.promises[0]).toMatchObject({ from: null, carried: { name: '課長01' } });
    expect(nextPlan(second.state).carriedPromises?.[0]?.name).toBe('課長01');
  });

  it('[M8] a plan that hands something to an item or a person that is not there is refused', () => {
    const promise = { origin: '第１回', item: '件', name: '課長', department: '', text: '調査' };
    const make = (carried: NonNullable<Plan['carriedPromises']>) =>
      createMeeting('m', { ...planOf(), carriedPromises: carried }, { at: 0, actor: { kind: 'desk' } });
    expect(isRefusal(make([{ ...promise, under: 'i1', from: 'k01' }]))).toBe(false);
    for (const wrong of [
      { ...promise, under: 'i9' },
      { ...promise, under: 'i1', from: 'k99' },
    ]) {
      const refusal = make([wrong]);
      expect(isRefusal(refusal) && refusal.code).toBe('plan/bad-plan');
    }
  });

  it('[M8] before the opening the item that reports on it cannot be dropped', () => {
    const played = opened();
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査' });
    const second = following(played.state, 1);
    const agenda = planOf().agenda;
    expect(second.refused('desk', { do: 'changePlan', agenda }).code).toBe('plan/bad-plan');
  });
});

describe('what is left to be done, over all meetings', () => {
  it('[J5] a promise of one meeting that is fulfilled two meetings later is one, and done', () => {
    const first = opened();
    first.ok('m01', { do: 'startItem', item: 'i1' });
    first.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査' });
    first.ok('s01', { do: 'attachOpinion', item: 'i1', text: '周知' });
    const one = as(first.state, 'one');
    const two = as(following(one, 1).state, 'two');
    const third = following(two, 2);
    const known = (state: MeetingState) =>
      followUps([followUpsIn(as(state, 'three')), followUpsIn(one), followUpsIn(two)]);
    expect(known(third.state).promises).toMatchObject([
      { text: '調査', made: { id: 'one' }, carriedTo: { id: 'three', session: '第３回' }, done: null },
    ]);
    third.ok('s01', { do: 'fulfil', promise: 1, text: '報告した' });
    const { promises, opinions } = known(third.state);
    expect(promises).toMatchObject([
      { made: { session: '第１回' }, done: { text: '報告した', in: { session: '第３回' } } },
    ]);
    expect(opinions).toMatchObject([{ no: 1, made: { id: 'one' }, done: null }]);
  });

  it('[J5] whatever is made and done in a row of meetings, each thing is there once and in one place', () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ do: fc.constant('make' as const), opinion: fc.boolean() }),
        fc.record({ do: fc.constant('settle' as const), opinion: fc.boolean(), which: fc.nat(5) }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, maxLength: 4 }), (rows) => {
        let made = 0;
        let settled = 0;
        let state: MeetingState | null = null;
        const all: MeetingState[] = [];
        rows.forEach((row, index) => {
          const played = state === null ? new Played() : following(state, index);
          for (const act of row) {
            const open = (
              act.opinion
                ? played.state.record.opinions.filter(({ response }) => response === null)
                : played.state.record.promises.filter(({ fulfilled }) => fulfilled === null)
            ).map(({ no }) => no);
            if (act.do === 'make') {
              made++;
              if (act.opinion) played.ok('s01', { do: 'attachOpinion', item: 'i1', text: `意見${made}` });
              else played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: `宿題${made}` });
            } else if (open.length > 0) {
              settled++;
              const no = open[act.which % open.length] ?? 1;
              if (act.opinion) played.ok('s01', { do: 'respondOpinion', opinion: no, text: '済' });
              else played.ok('s01', { do: 'fulfil', promise: no, text: '済' });
            }
          }
          state = as(played.state, `m${index}`);
          all.push(state);
        });
        const { promises, opinions } = followUps(all.map(followUpsIn));
        const things = [...promises, ...opinions];
        expect(things).toHaveLength(made);
        expect(new Set(things.map(({ text }) => text)).size).toBe(made);
        expect(things.filter(({ done }) => done !== null)).toHaveLength(settled);
        const last = all.at(-1);
        const open = things.filter(({ done }) => done === null).map(({ text }) => text);
        const left = [
          ...(last?.record.promises.filter(({ fulfilled }) => fulfilled === null) ?? []),
          ...(last?.record.opinions.filter(({ response }) => response === null) ?? []),
        ].map(({ text }) => text);
        expect(open.toSorted()).toEqual(left.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the minutes and the desk of the later meeting', () => {
  it('[J6] a promise of an earlier meeting is printed once it was reported on, and not before', () => {
    const first = opened();
    first.ok('m01', { do: 'startItem', item: 'i1' });
    first.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査', due: '次回' });
    const second = following(first.state, 1);
    second.present('1-7').ok('m01', { do: 'openMeeting' });
    second.ok('m01', { do: 'startItem', item: 'reports' });
    const text = () => {
      const { model, state } = minutesOf(second.log);
      return minutesToText(renderMinutes({ state, blocks: model.blocks, profile: plainProfile }));
    };
    expect(text()).not.toContain('調査');
    second.ok('s01', { do: 'fulfil', promise: 1, text: '表を配った' });
    expect(text()).toContain('調査（第１回の約束、課長01、次回まで）　済み：表を配った');
  });

  it('[N25] the desk sees where a promise and an opinion come from; other views do not have them', () => {
    const first = opened();
    first.ok('m01', { do: 'startItem', item: 'i1' });
    first.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調査' });
    first.ok('s01', { do: 'attachOpinion', item: 'i1', text: '周知' });
    const { state } = following(first.state, 1);
    const desk = viewFor('desk', state, ambientOf());
    expect(beyond(desk, allowed.desk)).toEqual([]);
    expect(desk.promises[0]?.carried).toEqual({ origin: '第１回', item: '第一の諮問', name: '課長01' });
    expect(desk.opinions[0]?.carried?.no).toBe(1);
    expect(desk.previous?.meeting).toBe('meeting');
    expect(JSON.stringify(viewFor('member', state, ambientOf()))).not.toContain('調査');
  });
});

describe('the minutes of the meeting before (前回会議録の確認)', () => {
  /** The next meeting, open on the item for it. */
  function confirming(): Played {
    const earlier = opened();
    earlier.ok('m01', { do: 'startItem', item: 'i1' });
    earlier.ok('m01', { do: 'closeMeeting' });
    const later = following(as(earlier.state, 'first'), 1);
    later.present('1-7').ok('m01', { do: 'openMeeting' });
    later.ok('m01', { do: 'startItem', item: 'confirmation' });
    expect(confirmedPrevious(later.state)).toBeNull();
    return later;
  }
  const itemAt = { item: 'confirmation' } as const;

  it('[J9] are confirmed when nobody objects', () => {
    const later = confirming();
    later.all(
      'm01',
      { do: 'openVote', ...itemAt, method: 'noObjection' },
      { do: 'closeVote', ...itemAt },
      { do: 'declareResult', ...itemAt },
    );
    expect(confirmedPrevious(later.state)).toEqual({ meeting: 'first', at: later.state.at });
  });

  it('[J9] are not confirmed by a vote that is lost, whatever is concluded', () => {
    const later = confirming();
    later.ok('m01', { do: 'openVote', ...itemAt, method: 'showOfHands' });
    later.ok('desk', { do: 'recordCount', ...itemAt, channel: 'inRoom', yes: 1, no: 5 });
    later.all('m01', { do: 'closeVote', ...itemAt }, { do: 'declareResult', ...itemAt });
    later.ok('desk', { do: 'concludeItem', ...itemAt, text: '次回に改めて確認する。' });
    expect(confirmedPrevious(later.state)).toBeNull();
  });

  it('[J9] without a vote the conclusion says it, unless it says that they were not', () => {
    const later = confirming();
    later.ok('desk', { do: 'concludeItem', ...itemAt, text: '次回に確認する。', agreed: false });
    expect(confirmedPrevious(later.state)).toBeNull();
    later.ok('desk', { do: 'concludeItem', ...itemAt, text: '異議なく確認した。' });
    expect(confirmedPrevious(later.state)).toMatchObject({ meeting: 'first' });
  });

  it('[J9] other items, and a meeting with none before it, confirm nothing', () => {
    const later = confirming();
    later.ok('m01', { do: 'endItem', ...itemAt });
    later.ok('m01', { do: 'startItem', item: 'i1' });
    later.ok('desk', { do: 'concludeItem', item: 'i1' });
    expect(confirmedPrevious(later.state)).toBeNull();
    const alone = opened({ agenda: [{ id: 'c', title: '前回会議録の確認', kind: 'confirmation' }] });
    alone.ok('m01', { do: 'startItem', item: 'c' });
    alone.ok('desk', { do: 'concludeItem', item: 'c' });
    expect(confirmedPrevious(alone.state)).toBeNull();
  });
});

describe('what a later meeting did', () => {
  it('[J10] is told to the desk of every meeting that it went through, by the number there', () => {
    const first = opened();
    first.ok('m01', { do: 'startItem', item: 'i1' });
    first.ok('desk', { do: 'promise', item: 'i1', from: 'k01', text: '済んだこと' });
    first.ok('desk', { do: 'fulfil', promise: 1, text: 'その場で' });
    first.ok('desk', { do: 'promise', item: 'i1', from: 'k01', text: '調査' });
    first.ok('desk', { do: 'attachOpinion', item: 'i1', text: '周知' });
    const one = as(first.state, 'one');
    const second = following(one, 1);
    const two = () => as(second.state, 'two');
    const third = following(two(), 2);
    third.ok('desk', { do: 'fulfil', promise: 1, text: '表を配った' });
    const meetings = () => [one, two(), as(third.state, 'three')].map(followUpsIn);
    const told = { text: '表を配った', in: { id: 'three', session: '第３回' } };
    expect(doneElsewhere(meetings(), 'one').promises).toMatchObject([{ no: 2, ...told }]);
    expect(doneElsewhere(meetings(), 'two').promises).toMatchObject([{ no: 1, ...told }]);
    expect(doneElsewhere(meetings(), 'three')).toEqual({ promises: [], opinions: [] });
    expect(doneElsewhere(meetings(), 'one').opinions).toEqual([]);
    second.ok('desk', { do: 'respondOpinion', opinion: 1, text: '広報に載せた' });
    expect(doneElsewhere(meetings(), 'one').opinions).toMatchObject([
      { no: 1, text: '広報に載せた', in: { id: 'two' } },
    ]);
    expect(doneElsewhere(meetings(), 'nowhere')).toEqual({ promises: [], opinions: [] });
  });
});

describe('the day of a promise', () => {
  it('[P70] is printed with one まで, whether it was typed with one or not', () => {
    for (const due of ['次回', '次回まで', '次回までに']) {
      const played = opened();
      played.ok('m01', { do: 'startItem', item: 'i1' });
      played.ok('desk', { do: 'promise', item: 'i1', from: 'k01', text: '調査', due });
      const { model, state } = minutesOf(played.log);
      const text = minutesToText(renderMinutes({ state, blocks: model.blocks, profile: plainProfile }));
      expect(text).toContain('課長01、次回まで）');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { plainProfile } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened, typesOf } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import type { PlanWishes } from '../support/plans.ts';

const asks = { do: 'askLeave', to: 'withdraw', why: '誤りのため' } as const;

/** m03 has spoken turn 2, k01 turn 3; the words of turn 2 are in. */
function spoken(rules: PlanWishes['rules'] = {}): Played {
  const played = opened({ rules });
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('desk', { do: 'speak', who: 'm03' });
  played.ok('desk', { do: 'speak', who: 'k01' });
  played.ok('desk', { do: 'writeTurn', turn: 2, text: '費用は三万円です。', base: '' });
  return played;
}

function printed(played: Played, copy: 'published' | 'record'): string {
  const { model, state } = minutesOf(played.log);
  return minutesToText(renderMinutes({ state, blocks: model.blocks, profile: plainProfile, copy }));
}

const chairs = (played: Played) => viewFor('chair', played.state, ambientOf()).leaves;

describe('asking that one’s own words be withdrawn or put right', () => {
  it('[K35] is for whoever spoke them, and for the desk in their place', () => {
    const played = spoken();
    for (const by of ['m04', 'k01', 'm01'])
      expect(played.refused(by, { ...asks, turn: 2 }).code).toBe('record/not-your-turn');
    expect(played.refused('o01', { ...asks, turn: 2 }).code).toBe('permission/observer');
    expect(played.refused('m03', { ...asks, turn: 9 }).code).toBe('record/unknown-turn');
    played.ok('m03', { ...asks, turn: 2 });
    expect(played.refused('m03', { ...asks, turn: 2 }).code).toBe('record/leave-asked');
    expect(played.refused('m04', { do: 'dropLeave', request: 1 }).code).toBe('record/not-your-turn');
    played.ok('m03', { do: 'dropLeave', request: 1 });
    expect(played.refused('m01', { do: 'answerLeave', request: 1, given: true }).code).toBe(
      'record/leave-answered',
    );
    played.ok('desk', { ...asks, turn: 2 });
    expect(chairs(played)).toMatchObject([{ no: 2, who: 'm03', turn: 2 }]);
    played.ok('k01', { ...asks, turn: 3 });
    expect(chairs(played)).toHaveLength(2);
  });

  it('[K35] follows who really spoke, as the desk has put it right', () => {
    const played = spoken();
    played.ok('desk', { do: 'correctSpeaker', turn: 2, who: 'm05', why: '取り違え' });
    expect(played.refused('m03', { ...asks, turn: 2 }).code).toBe('record/not-your-turn');
    played.ok('m05', { ...asks, turn: 2 });
  });

  it('[K35] ends with the meeting, or where the rules say so with the final minutes', () => {
    const strict = spoken();
    strict.ok('m01', { do: 'closeMeeting' });
    expect(strict.refused('m03', { ...asks, turn: 2 }).code).toBe('record/leave-too-late');
    expect(strict.refused('desk', { do: 'withdrawRemark', turn: 2, why: '本人の申出' }).code).toBe(
      'record/meeting-over',
    );
    const lenient = spoken({ remarks: { until: 'final', withdrawalLeave: 'chair' } });
    lenient.ok('m01', { do: 'closeMeeting' });
    lenient.ok('m03', { ...asks, turn: 2 });
    lenient.ok('desk', { do: 'answerLeave', request: 1, given: true });
    expect(printed(lenient, 'published')).not.toContain('三万円');
    lenient.ok('desk', { do: 'withdrawRemark', turn: 3, why: '本人の申出', leave: 'chair' });
    lenient.ok('desk', { do: 'finalizeMinutes' });
    expect(lenient.refused('m03', { ...asks, turn: 2 }).code).toBe('record/finalized');
  });

  it('[K35] a correction has words to start from, and other words', () => {
    const played = spoken();
    const corrects = { ...asks, to: 'correct' } as const;
    expect(played.refused('k01', { ...corrects, turn: 3, text: '四万円' }).code).toBe('record/no-words-yet');
    expect(played.refused('m03', { ...corrects, turn: 2 }).code).toBe('record/empty-correction');
    expect(played.refused('m03', { ...corrects, turn: 2, text: ' 費用は三万円です。' }).code).toBe(
      'record/not-changed',
    );
  });
});

describe('leave', () => {
  it('[K36] the chair gives it, and the remark is withdrawn at once; the record keeps it and says by whose leave', () => {
    const played = spoken();
    played.ok('m03', { ...asks, turn: 2 });
    for (const by of ['m03', 'm04', 'k01'])
      expect(played.refused(by, { do: 'answerLeave', request: 1, given: true }).code).toMatch(/^permission/);
    const { events } = played.ok('m01', { do: 'answerLeave', request: 1, given: true });
    expect(typesOf(events)).toEqual(['LeaveAnswered', 'RemarkWithdrawn']);
    expect(printed(played, 'published')).not.toContain('三万円');
    expect(printed(played, 'record')).toContain('三万円');
    expect(printed(played, 'record')).toMatch(/発言取消し（誤りのため） 会議の許可/);
    expect(played.refused('m01', { do: 'answerLeave', request: 1, given: false }).code).toBe(
      'record/leave-answered',
    );
    expect(played.refused('m01', { do: 'answerLeave', request: 7, given: true }).code).toBe(
      'record/unknown-request',
    );
  });

  it('[K36] without it nothing changes', () => {
    const played = spoken();
    played.ok('m03', { ...asks, turn: 2 });
    const before = printed(played, 'record');
    played.ok('m01', { do: 'answerLeave', request: 1, given: false });
    expect(printed(played, 'record')).toBe(before);
    expect(chairs(played)).toEqual([]);
    played.ok('m03', { ...asks, turn: 2 });
  });

  it('[K36] the body is asked while it sits: a request left open is not granted in its name afterwards', () => {
    const played = spoken();
    played.ok('m03', { ...asks, turn: 2 });
    played.ok('m01', { do: 'closeMeeting' });
    expect(played.refused('desk', { do: 'answerLeave', request: 1, given: true }).code).toBe(
      'record/body-not-sitting',
    );
    played.ok('desk', { do: 'answerLeave', request: 1, given: false });
  });

  it('[K37] what the desk wrote meanwhile stays beside what the speaker put right', () => {
    const played = spoken();
    const base = '費用は三万円です。';
    played.ok('m03', { ...asks, to: 'correct', turn: 2, text: '費用は四万円です。', base });
    played.ok('desk', { do: 'writeTurn', turn: 2, text: `${base}以上です。`, base });
    expect(chairs(played)).toMatchObject([
      { before: `${base}以上です。`, after: '費用は四万円です。', leave: 'chair' },
    ]);
    played.ok('m01', { do: 'answerLeave', request: 1, given: true });
    expect(printed(played, 'published')).toContain('費用は四万円です。以上です。');
    expect(printed(played, 'record')).toMatch(
      /訂正（誤りのため） 議長の許可 訂正前：費用は三万円です。以上です。/,
    );
  });

  it('[K38] the desk enters a withdrawal on the chair’s word, with the leave or the order, or without saying', () => {
    const played = spoken();
    played.ok('desk', { do: 'withdrawRemark', turn: 2, why: '不穏当', leave: 'order' });
    expect(printed(played, 'record')).toMatch(/発言取消し（不穏当） 議長の命令/);
    played.ok('desk', { do: 'writeTurn', turn: 3, text: 'お答えします。', base: '' });
    played.ok('desk', { do: 'correctTurn', turn: 3, text: 'お答えいたします。', why: '字句' });
    expect(printed(played, 'record')).toMatch(/が訂正（字句） 訂正前/);
    expect(played.refused('m01', { do: 'withdrawRemark', turn: 3, why: 'x' }).code).toBe('permission/desk');
  });

  it('[K39] is shown to the chair, the desk and whoever asked, and to nobody else', () => {
    const played = spoken();
    played.ok('m03', { ...asks, turn: 2, why: '言い間違い' });
    const views = {
      member: viewFor('member', played.state, ambientOf()),
      observer: viewFor('observer', played.state, ambientOf()),
      screen: viewFor('screen', played.state, ambientOf()),
    };
    expect(JSON.stringify(views)).not.toContain('言い間違い');
    expect(viewFor('desk', played.state, ambientOf()).todos).toMatchObject([
      { id: 'leave-1', title: { ja: '委員03さんから、発言の取消しの申出' } },
      ...viewFor('desk', played.state, ambientOf()).todos.slice(1),
    ]);
    expect(meFor(played.state, 'm03', ambientOf())?.leaves).toEqual([
      { no: 1, turn: 2, to: 'withdraw', standing: 'waiting' },
    ]);
    expect(meFor(played.state, 'm04', ambientOf())?.leaves).toEqual([]);
    played.ok('m01', { do: 'answerLeave', request: 1, given: false });
    expect(meFor(played.state, 'm03', ambientOf())?.leaves).toMatchObject([{ standing: 'denied' }]);
    expect(viewFor('desk', played.state, ambientOf()).todos.map(({ id }) => id)).not.toContain('leave-1');
  });
});

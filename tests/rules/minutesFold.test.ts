import { describe, expect, it } from 'vitest';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { applyToMinutes, minutesOf } from '../../shared/minutes/fold.ts';
import { changesSince, emptyMinutes } from '../../shared/minutes/model.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { initialState } from '../../shared/meeting/initialState.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { Played, opened } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

function blocksOf(played: Played): MinutesBlock[] {
  return minutesOf(played.log).model.blocks;
}

/** One line for each block: what it is, who, what. */
function outline(blocks: readonly MinutesBlock[]): string[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return `heading ${block.item ?? ''}`;
      case 'turn':
        return `turn ${block.turn} ${block.role} ${block.speaker ?? ''} ${block.text}`.trimEnd();
      case 'attendance':
      case 'conduct':
        return `${block.change} ${block.speaker ?? ''}`.trimEnd();
      default:
        return `${block.type} ${block.text}`.trimEnd();
    }
  });
}

const sections = planOf({
  agenda: [
    { id: 's1', title: '諮問', kind: 'section' },
    { id: 'i1', title: '第一', kind: 'consultation', parent: 's1', official: 'k01' },
    { id: 'i2', title: '第二', kind: 'consultation', parent: 's1', official: 'k02' },
  ],
});

describe('the minutes of a meeting', () => {
  it('[P1] a section has its heading once, before the first of its items that is taken up', () => {
    const played = new Played(sections).present('1-7');
    played.all(
      'm01',
      { do: 'openMeeting' },
      { do: 'startItem', item: 'i2' },
      { do: 'endItem', item: 'i2' },
      { do: 'startItem', item: 'i1' },
    );
    const headings = blocksOf(played).filter(({ type }) => type === 'heading');
    expect(headings.map(({ item, text }) => [item, text])).toEqual([
      ['s1', '諮問'],
      ['i2', '第二'],
      ['i1', '第一'],
    ]);
  });

  it('[P2] turns follow the floor, with who spoke as what, and when they ended', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    played.ok('m01', { do: 'recognize', who: 'm03' }, 90);
    played.ok('s01', { do: 'speak', who: 'k01' }, 120);
    played.ok('m01', { do: 'recess' }, 150);
    const turns = blocksOf(played).filter((block) => block.type === 'turn');
    const start = Date.parse(played.state.info.startsAt);
    expect(
      turns.map((t) => [t.turn, t.role, t.speaker, t.item, t.at - start, (t.endedAt ?? 0) - start]),
    ).toEqual([
      [1, 'chair', 'm01', 'i1', 60_000, 90_000],
      [2, 'member', 'm03', 'i1', 90_000, 120_000],
      [3, 'official', 'k01', 'i1', 120_000, 150_000],
    ]);
  });

  it('[P3] an explanation is a turn with its length, and its document where one was named', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('k01', { do: 'explain', item: 'i1', document: '資料１' }, 10);
    played.ok('k01', { do: 'endExplain' }, 10 + 300);
    const turn = blocksOf(played).findLast((block) => block.type === 'turn');
    expect(turn).toMatchObject({ speaker: 'k01', explanation: { document: '資料１', ms: 300_000 } });
    expect(turn?.type === 'turn' && turn.endedAt).toBe(Date.parse(played.state.info.startsAt) + 310_000);
  });

  it('[P4] whoever presides speaks as the chair, and the chair who does not, as a member', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'preside', who: 'm02' });
    played.ok('m02', { do: 'startItem', item: 'i1' });
    played.ok('m02', { do: 'recognize', who: 'm01' });
    const roles = blocksOf(played).flatMap((b) => (b.type === 'turn' ? [[b.speaker, b.role]] : []));
    expect(roles).toEqual([
      ['m02', 'chair'],
      ['m01', 'member'],
    ]);
  });

  it('[P5] words, corrections and withdrawals change their turn and leave the order alone', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('m01', { do: 'recognize', who: 'm03' });
    played.ok('s01', { do: 'writeTurn', turn: 1, text: '議題に入ります。' });
    played.ok('s01', { do: 'correctTurn', turn: 1, text: 'この議題に入ります。', why: '聞き誤り' });
    played.ok('s01', { do: 'withdrawRemark', turn: 2, why: '本人の申し出' });
    const turns = blocksOf(played).filter((block) => block.type === 'turn');
    expect(turns.map(({ text }) => text)).toEqual(['この議題に入ります。', '']);
    expect(turns[0]?.corrections).toMatchObject([{ why: '聞き誤り', before: '議題に入ります。', by: 's01' }]);
    expect(turns[1]?.withdrawn).toMatchObject({ why: '本人の申し出', by: 's01' });
  });

  it('[P6] coming, going and pausing stand where they happened, with the time they really did', () => {
    const played = opened({}, '1-4', '5-6');
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    played.ok('system', { do: 'loseConnection', who: 'm05' }, 100);
    played.passTo(200);
    played.ok('s01', { do: 'checkIn', who: 'm07', channel: 'inRoom' }, 210);
    played.ok('s01', { do: 'leave', who: 'm04', reason: '所用' }, 220);
    const blocks = blocksOf(played);
    expect(outline(blocks).slice(6)).toEqual([
      'opened',
      'heading i1',
      'turn 1 chair m01',
      'connectionLost m05',
      'left m05',
      'late m07',
      'left m04',
    ]);
    const start = Date.parse(played.state.info.startsAt);
    const gone = blocks.findLast((b) => b.type === 'attendance' && b.speaker === 'm05');
    expect((gone?.at ?? 0) - start, 'a link that stays lost counts from when it was lost').toBe(100_000);
  });

  it('[P7] opinions of an earlier meeting stand under the item that reports their answers', () => {
    const played = opened({
      carriedOver: [
        {
          origin: '第４回',
          item: '前回の件',
          department: '総務課',
          under: 'i2',
          opinions: [{ no: 1, text: '周知を' }],
        },
      ],
    });
    played.ok('m01', { do: 'startItem', item: 'i1' });
    expect(blocksOf(played).some(({ type }) => type === 'opinion')).toBe(false);
    played.ok('m01', { do: 'endItem', item: 'i1' });
    played.ok('m01', { do: 'startItem', item: 'i2' });
    played.ok('s01', { do: 'respondOpinion', opinion: 1, text: '周知した' });
    expect(blocksOf(played).find(({ type }) => type === 'opinion')).toMatchObject({
      item: 'i2',
      text: '周知を',
      response: { text: '周知した' },
      carried: { origin: '第４回', department: '総務課', no: 1 },
    });
  });

  it('[P8] a reader who takes what changed since where they were has the same blocks as everybody', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('m01', { do: 'recognize', who: 'm03' });
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '質問' });
    played.ok('k01', { do: 'explain', item: 'i1' }, 30);
    played.ok('k01', { do: 'endExplain' }, 90);
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '後日報告' });
    played.ok('s01', { do: 'fulfil', promise: 1, text: '報告した' });
    const follower = new Map<string, MinutesBlock>();
    const model = emptyMinutes();
    let state = null;
    let read = 0;
    for (const [index, event] of played.log.entries()) {
      state = state === null ? initialState(event as MeetingEvent<'MeetingCreated'>) : evolve(state, event);
      const told = applyToMinutes(model, event, state);
      const since = changesSince(model, index);
      expect(told).toEqual(since);
      if (index % 3 !== 0) continue;
      for (const block of changesSince(model, read)) follower.set(block.id, block);
      read = model.version;
    }
    for (const block of changesSince(model, read)) follower.set(block.id, block);
    expect([...follower.values()].sort((a, b) => a.order - b.order)).toEqual(model.blocks);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('[P9] folding takes time in proportion to what happens, however long the meeting has been', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    const stamp = { at: played.log.at(-1)?.at ?? 0, by: 's01' };
    const model = emptyMinutes();
    let state = played.state;
    const spent: number[] = [];
    let most = 0;
    for (let n = 0; n < 60_000; n++) {
      if (n % 10_000 === 0) spent.push(process.cpuUsage().user);
      const turn = 2 + Math.floor(n / 2);
      const event: MeetingEvent =
        n % 2 === 0
          ? { type: 'TurnBegan', turn, who: 'm03', kind: 'speech', item: 'i1', fromQueue: false, ...stamp }
          : { type: 'TurnWritten', turn, text: '発言', ...stamp };
      const has = { no: turn, who: 'm03', since: 0, kind: 'speech', item: 'i1' } as const;
      state = { ...state, version: state.version + 1, floor: { ...state.floor, turn: has } };
      most = Math.max(most, applyToMinutes(model, event, state).length);
    }
    expect(model.blocks).toHaveLength(30_000);
    expect(most).toBe(2);
    const slices = spent.slice(1).map((at, index) => at - (spent[index] ?? at));
    const [, second = 0] = slices;
    expect(slices.at(-1), 'the last ten thousand events cost about what the second did').toBeLessThan(
      4 * Math.max(second, 10_000),
    );
  });
});

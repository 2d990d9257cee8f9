import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { firstPart, turnText } from '../../shared/features/record/turnTexts.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { blocksInOrder, shownBlocks } from '../../shared/minutes/model.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

/** The chair, m03 and k01 have spoken on i1; m03's turn has words. */
function spoken(): Played {
  const played = opened({}, '1-7');
  played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
  played.ok('m01', { do: 'recognize', who: 'm03' }, 90);
  played.ok('s01', { do: 'speak', who: 'k01' }, 150);
  played.ok('s01', { do: 'writeTurn', turn: 2, text: '期間はどうですか。一年です。', base: '' });
  return played;
}

function turns(played: Played) {
  const { model } = minutesOf(played.log);
  return shownBlocks(blocksInOrder(model)).filter((block) => block.type === 'turn');
}

const outline = (played: Played) => turns(played).map(({ speaker, role, text }) => [speaker, role, text]);
const split = (more: object = {}): CommandInput => ({
  do: 'splitTurn',
  turn: 2,
  keep: 9,
  base: '期間はどうですか。一年です。',
  ...more,
});

function printed(played: Played, copy: 'published' | 'record' = 'published'): string {
  const { model, state } = minutesOf(played.log);
  return minutesToText(
    renderMinutes({ state, blocks: blocksInOrder(model), profile: profileById('meguro'), copy }),
  );
}

describe('who spoke', () => {
  it('[R10] is corrected with a reason, and speaks as under whoever presided then', () => {
    const played = spoken();
    played.ok('m01', { do: 'preside', who: 'm02' });
    played.ok('s01', { do: 'correctSpeaker', turn: 2, who: 'm01', why: '議長の発言' });
    expect(turns(played)[1]).toMatchObject({
      speaker: 'm01',
      role: 'chair',
      speakerCorrections: [{ before: 'm03', by: 's01', why: '議長の発言' }],
    });
    const code = (input: CommandInput) => played.refused('s01', input).code;
    expect(code({ do: 'correctSpeaker', turn: 2, who: 'm01', why: '同じ' })).toBe('record/same-speaker');
    expect(code({ do: 'correctSpeaker', turn: 2, who: 'nobody', why: 'ない' })).toBe('record/unknown-person');
    expect(code({ do: 'correctSpeaker', turn: 9, who: 'm01', why: 'ない' })).toBe('record/unknown-turn');
    expect(played.refused('m03', { do: 'correctSpeaker', turn: 2, who: 'm03', why: '私' }).code).toBe(
      'permission/desk',
    );
  });
});

describe('a turn in parts', () => {
  it('[R11] is split at the words that were seen, with their speaker and their share of the time', () => {
    const played = spoken();
    played.ok('s01', split({ who: 'k01' }));
    expect(outline(played)).toEqual([
      ['m01', 'chair', ''],
      ['m03', 'member', '期間はどうですか。'],
      ['k01', 'official', '一年です。'],
      ['k01', 'official', ''],
    ]);
    const [, first, second] = turns(played);
    expect(first?.endedAt).toBe(second?.at);
    expect(((second?.at ?? 0) - (first?.at ?? 0)) / 60_000).toBeCloseTo(9 / 14, 3);
    expect(printed(played)).toMatch(/委員　　期間はどうですか。\n\n区側　　一年です。/);
    const known = spoken();
    known.ok('s01', split({ since: Date.parse(known.state.info.startsAt) + 100_000 }));
    expect(turns(known)[2]).toMatchObject({
      speaker: 'm03',
      at: Date.parse(known.state.info.startsAt) + 100_000,
    });
  });

  it('[R11] is not split from other words, nor where one side would be empty', () => {
    const played = spoken();
    const code = (more: object) => played.refused('s01', split(more)).code;
    expect(code({ base: '期間はどうですか。' })).toBe('record/changed-meanwhile');
    expect(code({ keep: 0 })).toBe('record/empty-part');
    expect(code({ keep: 14 })).toBe('record/empty-part');
    expect(code({ who: 'nobody' })).toBe('record/unknown-person');
    for (let n = 0; n < 30; n++) {
      const { text } = turnText(played.state.record.turns, 2);
      played.ok('s01', { do: 'writeTurn', turn: 2, text: `${text}あ`, base: text });
      played.ok('s01', { do: 'splitTurn', turn: 2, keep: text.length, base: `${text}あ` });
    }
    const { text } = turnText(played.state.record.turns, 2);
    expect(played.refused('s01', { do: 'splitTurn', turn: 2, keep: 3, base: text }).code).toBe(
      'record/too-many-parts',
    );
  });

  it('[R12] is joined with what follows it, and edited there', () => {
    const played = spoken();
    played.ok('s01', { do: 'writeTurn', turn: 3, text: '補足します。', base: '' });
    const code = (input: CommandInput) => played.refused('s01', input).code;
    expect(code({ do: 'joinTurns', turn: 1, with: 2 })).toBe('record/join-without-words');
    expect(code({ do: 'joinTurns', turn: 1, with: 3 })).toBe('record/not-next');
    played.ok('s01', { do: 'joinTurns', turn: 2, with: 3 });
    expect(turns(played)[1]).toMatchObject({
      text: '期間はどうですか。一年です。\n補足します。',
      endedAt: null,
    });
    expect(code({ do: 'correctTurn', turn: 3, text: 'あ', why: '誤り' })).toBe('record/turn-joined');
    expect(code({ do: 'splitTurn', turn: 3, keep: 1, base: '補足します。' })).toBe('record/turn-joined');
    played.ok('m01', { do: 'closeMeeting' }, 300);
    expect(turns(played)[1]?.endedAt).toBe(Date.parse(played.state.info.startsAt) + 300_000);
  });

  it('[R12] is neither split nor joined when it was withdrawn, nor joined across items', () => {
    const played = spoken();
    played.ok('s01', { do: 'writeTurn', turn: 3, text: '補足', base: '' });
    played.ok('s01', { do: 'withdrawRemark', turn: 2, why: '申し出' });
    expect(played.refused('s01', split()).code).toBe('record/withdrawn');
    expect(played.refused('s01', { do: 'joinTurns', turn: 2, with: 3 }).code).toBe('record/withdrawn');
    played.all('m01', { do: 'endItem', item: 'i1' }, { do: 'startItem', item: 'i2' });
    played.ok('s01', { do: 'writeTurn', turn: 4, text: '次の議題', base: '' });
    expect(played.refused('s01', { do: 'joinTurns', turn: 3, with: 4 }).code).toBe('record/not-next');
  });

  it('[R13] leaves the floor alone', () => {
    const played = spoken();
    const before = played.state.floor;
    played.ok('s01', split());
    expect(played.state.floor).toBe(before);
    played.ok('m01', { do: 'recognize', who: 'm04', seen: 3 });
    expect(turns(played).map(({ turn }) => turn)).toEqual([1, 2, firstPart, 3, 4, 5]);
  });
});

describe('undoing', () => {
  it('[R14] takes an earlier edit back and keeps what was written since', () => {
    const played = spoken();
    played.ok('s01', { do: 'correctTurn', turn: 2, text: '期限はどうですか。一年です。', why: '聞き誤り' });
    const text = '期限はどうですか。一年です。以上です。';
    played.ok('s01', { do: 'writeTurn', turn: 2, text, base: '期限はどうですか。一年です。' });
    played.ok('s01', { do: 'undoEdit', edit: 2 });
    expect(turns(played)[1]).toMatchObject({
      text: '期間はどうですか。一年です。以上です。',
      corrections: [],
    });
    played.ok('s01', { do: 'undoEdit', edit: 4 });
    expect(turns(played)[1]).toMatchObject({
      text,
      corrections: [{ why: '聞き誤り', before: '期間はどうですか。一年です。' }],
    });
    expect(played.refused('s01', { do: 'undoEdit', edit: 4 }).code).toBe('record/already-undone');
    expect(played.refused('s01', { do: 'undoEdit', edit: 9 }).code).toBe('record/unknown-edit');
    expect(played.log.filter(({ type }) => type === 'EditUndone')).toHaveLength(2);
  });

  it('[R14] says what to undo first', () => {
    const played = spoken();
    played.ok('s01', { do: 'correctSpeaker', turn: 2, who: 'm04', why: '人違い' });
    played.ok('s01', { do: 'correctSpeaker', turn: 2, who: 'm05', why: '人違い' });
    expect(played.refused('s01', { do: 'undoEdit', edit: 2 }).code).toBe('record/later-first');
    played.all('s01', { do: 'undoEdit', edit: 3 }, { do: 'undoEdit', edit: 2 });
    expect(turns(played)[1]).toMatchObject({ speaker: 'm03', speakerCorrections: [] });
    played.ok('s01', split());
    played.ok('s01', { do: 'withdrawRemark', turn: firstPart, why: '申し出' });
    expect(played.refused('s01', { do: 'undoEdit', edit: 6 }).code).toBe('record/withdrawn');
    played.all('s01', { do: 'undoEdit', edit: 7 }, { do: 'undoEdit', edit: 6 });
    expect(turns(played)).toHaveLength(3);
  });

  it('[R14] offers each turn what to take back next and what to do again', () => {
    const played = spoken();
    const offered = () => [turns(played)[1]?.undo, turns(played)[1]?.redo];
    played.ok('s01', { do: 'correctSpeaker', turn: 2, who: 'm04', why: '人違い' });
    expect(offered()).toEqual([2, null]);
    played.ok('s01', { do: 'undoEdit', edit: 2 });
    expect(offered()).toEqual([1, 3]);
    played.ok('s01', { do: 'undoEdit', edit: 3 });
    expect(offered()).toEqual([2, null]);
    played.ok('s01', { do: 'undoEdit', edit: 2 });
    expect(offered()).toEqual([1, 5]);
  });
});

describe('words on their way', () => {
  it('[R15] go to the part that they belong to when the turn was split meanwhile', () => {
    const played = spoken();
    played.ok('s01', split());
    const base = '期間はどうですか。一年です。';
    played.ok('desk', { do: 'writeTurn', turn: 2, text: '期間はどうですか。一年と決めています。', base });
    expect(outline(played).slice(1, 3)).toEqual([
      ['m03', 'member', '期間はどうですか。'],
      ['m03', 'member', '一年と決めています。'],
    ]);
  });

  it('[R15] go into the turn that theirs was joined into, and back out when that was undone', () => {
    const played = spoken();
    played.ok('s01', { do: 'writeTurn', turn: 3, text: '補足します。', base: '' });
    played.ok('s01', { do: 'joinTurns', turn: 2, with: 3 });
    played.ok('desk', { do: 'writeTurn', turn: 3, text: '少し補足します。', base: '補足します。' });
    const joined = '期間はどうですか。一年です。\n少し補足します。';
    expect(turns(played)[1]?.text).toBe(joined);
    played.ok('s01', { do: 'undoEdit', edit: 3 });
    played.ok('desk', { do: 'writeTurn', turn: 2, text: `${joined}以上。`, base: joined });
    expect(turns(played).map(({ text }) => text)).toEqual([
      '',
      '期間はどうですか。一年です。',
      '少し補足します。以上。',
    ]);
  });
});

describe('a stage direction in a turn that was split', () => {
  it('[P18] stands where somebody typed it, whichever part that is now', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    played.ok('s01', { do: 'stageDirection', text: '拍手' }, 70);
    const text = '始めます。\n（拍手）\n続けます。';
    played.ok('s01', { do: 'writeTurn', turn: 1, text, base: '' });
    played.ok('s01', { do: 'splitTurn', turn: 1, keep: 5, base: text });
    expect(printed(played).match(/（拍手）/g)).toHaveLength(1);
    expect(printed(played)).toMatch(/始めます。\n\n会長　（拍手）\n　続けます。/);
  });
});

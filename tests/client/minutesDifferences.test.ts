import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../client/screens/minutes/differences.ts';
import { sheetLines, blocksById } from '../../client/screens/minutes/sheetLines.ts';
import { sheetNotes } from '../../client/screens/minutes/sheetNotes.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { blocksInOrder } from '../../shared/minutes/model.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

/** m03, m04 and k01 spoke after the chair; nothing else was done yet. */
function spoken(): Played {
  const played = opened({}, '1-7');
  played.ok('m01', { do: 'startItem', item: 'i1' });
  for (const who of ['m03', 'm04', 'k01']) played.ok('s01', { do: 'speak', who });
  const words = ['質問です。', '期間は9人です。', '不適切な言葉', 'はい。'];
  words.forEach((text, index) => played.ok('s01', { do: 'writeTurn', turn: index + 1, text, base: '' }));
  return played;
}

function compared(played: Played) {
  const { model, state } = minutesOf(played.log);
  const blocks = blocksInOrder(model);
  const print = (copy: 'published' | 'record') =>
    renderMinutes({ state, blocks, profile: profileById('meguro'), copy });
  const published = print('published');
  return {
    blocks,
    lines: sheetLines(published, blocksById(blocks)),
    ...differencesOf(published, print('record'), blocksById(blocks)),
  };
}

describe('the record beside the published copy', () => {
  it('[C84] differs in nothing but names while nothing was corrected or withdrawn', () => {
    const { turns, named } = compared(spoken());
    expect(turns).toEqual([]);
    expect(named).toHaveLength(4);
    expect(named[1]).toMatchObject({ published: '委員', record: '委員（委員０３）' });
  });

  it('[C84] shows each correction, withdrawal and change of speaker with both wordings and the reason', () => {
    const played = spoken();
    played.ok('s01', { do: 'correctTurn', turn: 2, text: '期間は10人です。', why: '計算の誤り' });
    played.ok('s01', { do: 'withdrawRemark', turn: 3, why: '本人の申し出' });
    played.ok('s01', { do: 'correctSpeaker', turn: 4, who: 'k02', why: '席の見間違い' });
    const { turns, named } = compared(played);
    expect(named).toHaveLength(1);
    expect(turns.map(({ corrected, withdrawn, respoken }) => [corrected, withdrawn, respoken])).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    const [corrected, withdrawn, respoken] = turns;
    expect(corrected?.published.lines).toEqual(['期間は１０人です。']);
    expect(corrected?.notes[0]).toContain('計算の誤り');
    expect(corrected?.notes[0]).toContain('期間は９人です。');
    expect(withdrawn?.published.lines).toEqual(['━━━━━━']);
    expect(withdrawn?.record.lines).toEqual(['不適切な言葉']);
    expect(withdrawn?.notes[0]).toContain('本人の申し出');
    expect(respoken?.notes[0]).toContain('訂正前：課長０１');
  });

  it('[C96] what the town hall’s own desk corrected or withdrew says 事務局', () => {
    const played = spoken();
    played.ok('desk', { do: 'correctTurn', turn: 2, text: '期間は10人です。', why: '計算の誤り' });
    played.ok('desk', { do: 'correctSpeaker', turn: 4, who: 'k02', why: '席を取り違えた' });
    played.ok('desk', { do: 'withdrawRemark', turn: 3, why: '本人の申し出' });
    const { turns } = compared(played);
    const notes = turns.flatMap((turn) => turn.notes).join('\n');
    expect(notes).toContain('事務局が訂正');
    expect(notes).toContain('事務局が発言者を訂正');
    expect(notes).toContain('記録：事務局');
    expect(notes).not.toContain('desk');
  });

  it('[C85] a correction is shown by what differs, a number whole, and a promise at the turn it was made in', () => {
    const played = spoken();
    played.ok('s01', { do: 'correctTurn', turn: 2, text: '期間は10人です。', why: '計算の誤り' });
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調べて報告', due: '次回' });
    played.ok('s01', { do: 'correctSpeaker', turn: 4, who: 'k02', why: '席を取り違えた' });
    played.ok('s01', { do: 'correctSpeaker', turn: 4, who: 'k01', why: '元のとおり' });
    const { blocks } = compared(played);
    const notes = sheetNotes(blocks);
    expect(notes.filter(({ kind }) => kind === 'speaker')).toMatchObject([
      { before: 'k01', after: 'k02', why: '席を取り違えた' },
      { before: 'k02', after: 'k01', why: '元のとおり' },
    ]);
    const [correction, promise] = notes.filter(({ kind }) => kind !== 'speaker');
    expect(correction).toMatchObject({ kind: 'correction', no: 1, before: '9人', after: '10人' });
    const answer = blocks.find((block) => block.type === 'turn' && block.turn === 4);
    expect(promise).toMatchObject({ kind: 'promise', no: 1, at: answer?.id, due: '次回' });
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { initialRecord } from '../../shared/features/record/initialRecord.ts';
import { mergeText } from '../../shared/minutes/mergeText.ts';
import { setTurnText, turnText, unwritten } from '../../shared/features/record/turnTexts.ts';
import type { TurnTexts } from '../../shared/features/record/turnTexts.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

describe('opinions carried over', () => {
  it('[R1] are numbered from 1 in the order of the plan, answered where the plan has the answer', () => {
    const carriedOver = [
      {
        origin: '第４回',
        item: '諮問第８号',
        department: '福祉課',
        under: 'other',
        opinions: [
          { no: 1, text: '説明を' },
          { no: 2, text: '周知を' },
        ],
        responses: [{ no: 2, text: '周知した' }],
      },
      {
        origin: '第４回',
        item: '諮問第９号',
        department: '支援課',
        under: 'other',
        opinions: [{ no: 1, text: '記録を' }],
      },
    ];
    const record = initialRecord({ carriedOver }, 1000);
    expect(record.opinions.map((o) => [o.no, o.carried?.item, o.carried?.no, o.response?.text])).toEqual([
      [1, '諮問第８号', 1, undefined],
      [2, '諮問第８号', 2, '周知した'],
      [3, '諮問第９号', 1, undefined],
    ]);
  });
});

describe('two desks writing one turn', () => {
  it('[R2] changes at different places are both made', () => {
    expect(mergeText('一段\n二段\n三段', '一段改\n二段\n三段', '一段\n二段\n三段改')).toBe(
      '一段改\n二段\n三段改',
    );
    expect(mergeText('会議を開く', '本日、会議を開く', '会議を開きます')).toBe('本日、会議を開きます');
  });

  it('[R2] at one place the earlier words stand first and the later ones follow', () => {
    expect(mergeText('', '先', '後')).toBe('先後');
    expect(mergeText('甲', '甲\n乙', '甲\n丙')).toBe('甲\n乙\n丙');
  });

  it('[R2] whatever both add is in the result, and what neither touched stays', () => {
    const base = fc.array(fc.constantFrom('あ', 'い', 'う', '\n'), { maxLength: 30 });
    const place = fc.nat(30);
    fc.assert(
      fc.property(base, place, place, fc.boolean(), (letters, p, q, lines) => {
        const [theirWords, myWords] = lines ? ['\n先の文\n', '\n後の文\n'] : ['＜先＞', '＜後＞'];
        const insert = (at: number, words: string) =>
          [...letters.slice(0, at), words, ...letters.slice(at)].join('');
        const merged = mergeText(letters.join(''), insert(p, theirWords), insert(q, myWords));
        expect(merged).toContain(theirWords.trim());
        expect(merged).toContain(myWords.trim());
        const rest = merged.replaceAll(/先の文|後の文|＜先＞|＜後＞|\n/g, '');
        expect(rest).toBe(letters.filter((letter) => letter !== '\n').join(''));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the words of turns', () => {
  it('[R3] one turn is written without touching the others, which stay shared', () => {
    let texts: TurnTexts = [];
    for (let turn = 1; turn <= 200; turn++)
      texts = setTurnText(texts, turn, { ...unwritten, text: `発言${turn}` });
    const after = setTurnText(texts, 70, { ...unwritten, text: '改' });
    expect(turnText(after, 70).text).toBe('改');
    expect(turnText(texts, 70).text).toBe('発言70');
    expect(after[0]).toBe(texts[0]);
    expect(turnText(after, 199)).toBe(turnText(texts, 199));
    expect(turnText(after, 5000).text).toBe('');
  });
});

describe('the desk writing the record', () => {
  function underWay() {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('m01', { do: 'recognize', who: 'm03' });
    return played;
  }
  const words = (played: Played, turn: number) => turnText(played.state.record.turns, turn).text;

  it('[R4] words are not written over unless the writer knows them', () => {
    const played = underWay();
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '前の人の文' });
    expect(played.refused('s01', { do: 'writeTurn', turn: 2, text: '別の文' }).code).toBe(
      'record/turn-changed',
    );
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '前の人の文。続き' });
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '冒頭。前の人の文', base: '前の人の文' });
    expect(words(played, 2)).toBe('冒頭。前の人の文。続き');
    expect(played.ok('s01', { do: 'writeTurn', turn: 2, text: words(played, 2) }).events).toEqual([]);
    expect(played.refused('s01', { do: 'writeTurn', turn: 3, text: 'あ' }).code).toBe('record/unknown-turn');
  });

  it('[R4] a merge that would grow too long is refused and loses nothing', () => {
    const played = underWay();
    const long = 'あ'.repeat(15_000);
    played.ok('s01', { do: 'writeTurn', turn: 2, text: long, base: '' });
    const refusal = played.refused('s01', { do: 'writeTurn', turn: 2, text: 'い'.repeat(15_000), base: '' });
    expect(refusal.code).toBe('record/too-long');
    expect(words(played, 2)).toBe(long);
  });

  it('[R5] a correction needs other words', () => {
    const played = underWay();
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '百万' });
    expect(played.refused('s01', { do: 'correctTurn', turn: 2, text: '百万', why: '誤り' }).code).toBe(
      'record/not-changed',
    );
    played.ok('s01', { do: 'correctTurn', turn: 2, text: '千万', why: '誤り' });
    expect(words(played, 2)).toBe('千万');
    expect(played.log.filter(({ type }) => type === 'TurnWritten' || type === 'TurnCorrected')).toHaveLength(
      2,
    );
  });

  it('[R6] a remark is withdrawn once, and not after the meeting', () => {
    const played = underWay();
    played.ok('s01', { do: 'withdrawRemark', turn: 2, why: '申し出' });
    expect(played.refused('s01', { do: 'withdrawRemark', turn: 2, why: '申し出' }).code).toBe(
      'record/already-withdrawn',
    );
    played.ok('m01', { do: 'closeMeeting' });
    expect(played.refused('s01', { do: 'withdrawRemark', turn: 1, why: '申し出' }).code).toBe(
      'record/meeting-over',
    );
    played.ok('s01', { do: 'writeTurn', turn: 1, text: '後から書いた文' });
  });

  it('[R7] an item is concluded after it was taken up, a part of a joint item with the whole', () => {
    const played = underWay();
    const conclude = (item: string): CommandInput => ({ do: 'concludeItem', item, conditions: ['周知'] });
    expect(played.refused('s01', conclude('i2')).code).toBe('record/item-not-started');
    expect(played.refused('s01', conclude('i9')).code).toBe('record/unknown-item');
    played.ok('m01', { do: 'joinItems', items: ['i1', 'i2'] });
    expect(played.refused('s01', conclude('i2')).code).toBe('record/item-joined');
    played.ok('s01', conclude('i1'));
    expect(played.state.record.conclusions.i1).toMatchObject({ text: null, conditions: ['周知'] });
  });

  it('[R8] a promise is fulfilled once, an opinion may be answered again', () => {
    const played = underWay();
    played.ok('s01', { do: 'promise', item: 'i1', from: 'k01', text: '調べて報告', due: '次回' });
    played.ok('s01', { do: 'fulfil', promise: 1, text: '報告した' });
    expect(played.refused('s01', { do: 'fulfil', promise: 1, text: 'また' }).code).toBe(
      'record/already-fulfilled',
    );
    expect(played.refused('s01', { do: 'fulfil', promise: 2, text: 'ない' }).code).toBe(
      'record/unknown-promise',
    );
    expect(played.refused('s01', { do: 'promise', item: 'i1', from: 'nobody', text: 'ない' }).code).toBe(
      'record/unknown-person',
    );
    played.ok('s01', { do: 'attachOpinion', item: 'i1', text: '周知を', from: 'm03' });
    played.ok('s01', { do: 'respondOpinion', opinion: 1, text: '検討する' });
    played.ok('s01', { do: 'respondOpinion', opinion: '１', text: '周知した' });
    expect(played.state.record.opinions[0]?.response?.text).toBe('周知した');
    expect(played.refused('s01', { do: 'respondOpinion', opinion: 2, text: 'ない' }).code).toBe(
      'record/unknown-opinion',
    );
  });

  it('[R9] a stage direction is kept without its brackets, and only while the meeting lasts', () => {
    const played = underWay();
    const directed = played.ok('s01', { do: 'stageDirection', text: '（拍手）' });
    expect(directed.events).toEqual([{ type: 'StageDirected', text: '拍手' }]);
    played.ok('m01', { do: 'closeMeeting' });
    expect(played.refused('s01', { do: 'stageDirection', text: '拍手' }).code).toBe('record/not-open');
  });
});

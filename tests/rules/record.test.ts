import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { initialRecord } from '../../shared/features/record/initialRecord.ts';
import { mergeText } from '../../shared/features/record/mergeText.ts';
import { setTurnText, turnText } from '../../shared/features/record/turnTexts.ts';
import type { TurnTexts } from '../../shared/features/record/turnTexts.ts';

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
    const record = initialRecord(carriedOver, 1000);
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
      texts = setTurnText(texts, turn, { text: `発言${turn}`, withdrawn: false });
    const after = setTurnText(texts, 70, { text: '改', withdrawn: false });
    expect(turnText(after, 70).text).toBe('改');
    expect(turnText(texts, 70).text).toBe('発言70');
    expect(after[0]).toBe(texts[0]);
    expect(turnText(after, 199)).toBe(turnText(texts, 199));
    expect(turnText(after, 5000).text).toBe('');
  });
});

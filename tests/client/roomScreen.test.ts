import { describe, expect, it } from 'vitest';
import { emsOf, fitBlock, fitUnits } from '../../client/screens/screen/fitUnits.ts';
import { recessSpan } from '../../client/screens/screen/recessSpan.ts';
import { titleParts } from '../../client/screens/screen/titleParts.ts';

const at = (time: string) => Date.parse(`2026-04-01T${time}:00+09:00`);

describe('the room screen', () => {
  it('[C51] makes words as large as fit, and never smaller than can be read', () => {
    expect(emsOf('委員05')).toBeCloseTo(3.2);
    expect(fitUnits('委員', { width: 1000, most: 208, least: 96 })).toBe(208);
    expect(fitUnits('非常に長い名前の委員さん', { width: 1000, most: 208, least: 96 })).toBe(96);
    expect(fitUnits('十文字の名前の委員で', { width: 1000, most: 208, least: 40 })).toBe(100);
  });

  it('[C51] breaks a long title into as many lines as the block holds', () => {
    const block = { width: 1700, height: 430, most: 120, least: 48, line: 1.35 };
    expect(fitBlock('第一の諮問', block)).toBe(120);
    for (const length of [20, 43, 80, 120]) {
      const size = fitBlock('字'.repeat(length), block);
      const lines = Math.ceil(length / Math.floor(block.width / size));
      expect(lines * size * block.line, `${length} characters`).toBeLessThanOrEqual(block.height);
    }
    expect(fitBlock('字'.repeat(400), block)).toBe(48);
  });

  it('[C52] counts a recess in minutes until the time that was said', () => {
    const recess = { since: at('15:20'), until: '15:30' };
    expect(recessSpan(recess, at('15:24'))).toEqual({ all: 10, left: 6 });
    expect(recessSpan(recess, at('15:40'))).toEqual({ all: 10, left: 0 });
    expect(recessSpan({ since: at('15:20'), until: '１５時３０分' }, at('15:20'))).toEqual({
      all: 10,
      left: 10,
    });
    expect(recessSpan({ since: at('23:50'), until: '0:10' }, at('23:50'))).toEqual({ all: 20, left: 20 });
  });

  it('[C52] shows the words alone where the end is no time of day', () => {
    expect(recessSpan({ since: at('15:20'), until: '追って連絡します' }, at('15:20'))).toBeNull();
    expect(recessSpan({ since: at('15:20'), until: null }, at('15:20'))).toBeNull();
  });

  it('[C53] parts the number of a session from the body’s name', () => {
    expect(titleParts('令和４年度第２回 情報公開審議会')).toEqual({
      over: '令和４年度第２回',
      main: '情報公開審議会',
    });
    expect(titleParts('情報公開審議会')).toEqual({ over: null, main: '情報公開審議会' });
  });
});

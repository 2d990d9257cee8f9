import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaths } from '../../client/components/breaths.ts';

describe('the prompter', () => {
  it('[C4] breaks where a reader breathes', () => {
    expect(breaths('委員０５さん、ありがとうございました。\n続いて、お願いします。')).toEqual([
      ['委員０５さん、', 'ありがとうございました。'],
      ['続いて、', 'お願いします。'],
    ]);
    expect(breaths('「賛成の方。」と告げる')).toEqual([['「賛成の方。」', 'と告げる']]);
    expect(breaths('Thank you, 10.5 is not cut. Next.')).toEqual([
      ['Thank you, ', '10.5 is not cut. ', 'Next.'],
    ]);
  });

  it('[C4] keeps the place of the chair’s own choice apart', () => {
    expect(breaths('会長は、{blank}とします。')).toEqual([['会長は、', '{blank}', 'とします。']]);
  });

  it('[C4] loses no words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('あ', '、', '。', '」', ' ', 'a', '.', '{blank}')), (parts) => {
        const line = parts.join('');
        expect(breaths(line).flat().join('')).toBe(line);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { submits } from '../../client/components/ime.ts';

const enter = { key: 'Enter', keyCode: 13, isComposing: false, shiftKey: false };

describe('Japanese input', () => {
  it('[C6] submits by Enter only when no conversion is open', () => {
    expect(submits(enter)).toBe(true);
    expect(submits({ ...enter, isComposing: true })).toBe(false);
    expect(submits({ ...enter, keyCode: 229 })).toBe(false);
    expect(submits({ ...enter, shiftKey: true })).toBe(false);
    expect(submits({ ...enter, key: 'a', keyCode: 65 })).toBe(false);
  });
});

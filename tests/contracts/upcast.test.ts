import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../server/log/meetingLog.ts';
import { currentVersion, EVENT_UPCASTERS, raise, type Upcasters } from '../../server/log/upcast.ts';

const record = (type: string, v: number, data: object = {}): LogRecord => ({
  seq: 1,
  commandId: 'c1',
  v,
  event: { type, at: 5, by: 'desk', ...data },
  prev: 'p',
  hash: 'h',
});

const upcasters: Upcasters = {
  HandRaised: [
    ({ hand, ...rest }) => ({ ...rest, kind: hand }),
    (event) => ({ ...event, channel: 'inRoom', at: 999, type: 'Other' }),
  ],
};

describe('upcasters', () => {
  it('[L8] a type that never changed is at version 1, also when its name is one that objects have', () => {
    expect(currentVersion(EVENT_UPCASTERS, 'HandRaised')).toBe(1);
    expect(currentVersion(upcasters, 'constructor')).toBe(1);
    expect(currentVersion(upcasters, 'HandRaised')).toBe(3);
  });

  it('[L8] the steps from an event’s version on are applied in order; type, time and actor stay', () => {
    expect(raise(upcasters, record('HandRaised', 1, { hand: 'speak' }))).toEqual(
      record('HandRaised', 3, { kind: 'speak', channel: 'inRoom' }),
    );
    expect(raise(upcasters, record('HandRaised', 2, { kind: 'followUp' }))).toEqual(
      record('HandRaised', 3, { kind: 'followUp', channel: 'inRoom' }),
    );
  });

  it('[L8] an event of the newest version is left alone, a newer one refused', () => {
    const newest = record('HandRaised', 3);
    expect(raise(upcasters, newest)).toBe(newest);
    expect(() => raise(upcasters, record('HandRaised', 4))).toThrow(
      expect.objectContaining({ code: 'log/newer' }),
    );
  });
});

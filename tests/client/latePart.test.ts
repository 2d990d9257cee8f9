import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LatePart } from '../../client/state/latePart.svelte.ts';
import { ManualTimers } from '../support/manualTimers.ts';

interface Question {
  readonly promise: Promise<string>;
  readonly resolve: (part: string) => void;
  readonly reject: (reason: Error) => void;
}

let timers: ManualTimers;
/** What was asked for, in the order of asking. */
let asked: Question[];
let part: LatePart<string>;

function ask(): Promise<string> {
  let resolve!: Question['resolve'];
  let reject!: Question['reject'];
  const promise = new Promise<string>((come, fail) => {
    [resolve, reject] = [come, fail];
  });
  asked.push({ promise, resolve, reject });
  return promise;
}

beforeEach(() => {
  timers = new ManualTimers();
  asked = [];
  part = new LatePart(ask, timers);
});

afterEach(() => {
  part.close();
});

async function comes(): Promise<void> {
  asked.at(-1)?.resolve('agenda');
  await asked.at(-1)?.promise;
}

async function fails(): Promise<void> {
  asked.at(-1)?.reject(new Error('no line'));
  await asked.at(-1)?.promise.catch(() => undefined);
}

describe('a part of a page that comes later', () => {
  it('[C190] is asked for once, however many want it, and is here when it has come', async () => {
    expect(asked).toHaveLength(0);
    part.fetch();
    part.fetch();
    part.again();
    expect(asked).toHaveLength(1);
    expect(part.here).toBeUndefined();
    await comes();
    expect(part.here).toBe('agenda');
    part.fetch();
    part.again();
    timers.pass(60_000);
    expect(asked).toHaveLength(1);
  });

  it('[C191] is asked for again until it comes, and says meanwhile that it did not', async () => {
    part.fetch();
    await fails();
    expect(part.failed).toBe(true);
    part.fetch();
    timers.pass(2999);
    expect(asked).toHaveLength(1);
    timers.pass(1);
    expect(asked).toHaveLength(2);
    await fails();
    timers.pass(3000);
    await comes();
    expect(part).toMatchObject({ here: 'agenda', failed: false });
  });

  it('[C191] is asked for at once when the line is back, and not a second time for that', async () => {
    part.fetch();
    await fails();
    part.again();
    expect(asked).toHaveLength(2);
    part.again();
    timers.pass(10_000);
    expect(asked).toHaveLength(2);
  });

  it('[C191] is asked for no more by a page that has gone', async () => {
    part.fetch();
    await fails();
    part.close();
    part.again();
    timers.pass(60_000);
    expect(asked).toHaveLength(1);
    const other = new LatePart(ask, timers);
    other.fetch();
    other.close();
    await fails();
    timers.pass(60_000);
    expect(asked).toHaveLength(2);
  });
});

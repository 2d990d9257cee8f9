import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Link } from '../../client/connection/link.ts';
import { MeetingPage } from '../../client/state/meetingPage.svelte.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import type { MemberView } from '../../shared/views/types/memberView.ts';
import { ManualTimers } from '../support/manualTimers.ts';
import { TestDrawer, TestLine } from '../support/testLine.ts';

let line: TestLine;
let page: MeetingPage<'member'>;

beforeEach(() => {
  vi.useFakeTimers();
  line = new TestLine();
  let ids = 0;
  const link = new Link({
    wire: line,
    timers: new ManualTimers(),
    drawer: new TestDrawer(),
    newId: () => `c${++ids}`,
    meeting: 'k1',
    audience: 'member',
  });
  page = new MeetingPage(link);
  link.open();
  line.server.up();
  line.joins[0]?.answer({
    ok: true,
    at: { epoch: 'e1', revision: 1 },
    view: { version: 7 } as MemberView,
    me: null,
    now: 1_000_400,
    rehearsal: false,
  });
});

afterEach(() => {
  page.close();
  vi.useRealTimers();
});

const refusal = (text: string) => ({ code: 'floor/no', ja: text, en: text }) as const;

describe('a meeting on a page', () => {
  it('[C30] shows what was sent, whole seconds of the server’s clock, and the state of its line', () => {
    expect(page.view?.version).toBe(7);
    expect(page.now).toBe(1_000_000);
    expect(page.link).toEqual({ is: 'connected' });
    line.server.patch({ epoch: 'e1', from: 1, to: 2, patch: [['=', ['version'], 8]] });
    expect(page.view?.version).toBe(8);
  });

  it('[C30] shows every refusal until the next press, and none goes by unseen', () => {
    page.act({ do: 'raiseHand' });
    page.act({ do: 'object', item: 'i1' });
    line.commands[0]?.answer({ ok: false, id: 'c1', version: 7, refusal: refusal('一') });
    line.commands[1]?.answer({ ok: false, id: 'c2', version: 7, refusal: refusal('二') });
    expect(page.refusal?.ja).toBe('一');
    page.dismiss();
    expect(page.refusal?.ja).toBe('二');
    page.act({ do: 'lowerHand' });
    expect(page.refusal).toBeNull();
  });

  it('[C30] keeps when each press was made and when it was really received', () => {
    page.act({ do: 'castVote', item: 'i1', choice: 'yes' });
    expect(page.waiting.map(({ message }) => message.do)).toEqual(['castVote']);
    line.commands[0]?.answer({ ok: true, id: 'c1', version: 8, at: 1_009_000 });
    expect(page.waiting).toEqual([]);
    expect(page.receipts).toMatchObject([
      { command: { do: 'castVote' }, pressedAt: 1_000_400, at: 1_009_000 },
    ]);
  });

  it('[C30] says why the server cannot take what is waiting', () => {
    page.act({ do: 'raiseHand' });
    const unavailable = { code: 'server/unavailable', ja: '書き込めません', en: '…' } as const;
    line.commands[0]?.answer({ ok: false, id: 'c1', version: 7, refusal: unavailable });
    expect(page.hindrance?.ja).toBe('書き込めません');
    expect(page.refusal).toBeNull();
    expect(page.waiting).toHaveLength(1);
  });

  it('[C28] puts a changed block of the minutes in the place of the old one', () => {
    const block = (id: string, order: number, text: string) => ({ id, order, text }) as MinutesBlock;
    page.followMinutes();
    line.server.minutes({ epoch: 'e1', to: 5, blocks: [block('a', 1, '一'), block('b', 2, '二')] });
    line.server.minutes({ epoch: 'e1', to: 6, blocks: [block('a', 1, '一、直し'), block('c', 3, '三')] });
    expect(page.minutes.map(({ text }) => text)).toEqual(['一、直し', '二', '三']);
  });
});

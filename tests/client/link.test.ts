import { beforeEach, describe, expect, it } from 'vitest';
import { Link } from '../../client/connection/link.ts';
import type { Joined } from '../../shared/protocol/messages.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { MemberView } from '../../shared/views/types/memberView.ts';
import { ManualTimers } from '../support/manualTimers.ts';
import { TestDrawer, TestLine } from '../support/testLine.ts';

const epoch = 'e1';
/** As much of a view as these tests look at. */
const view = { version: 7, current: 'i1' } as MemberView;
const me = { person: 'm07' } as MeView;

let line: TestLine;
let timers: ManualTimers;
let drawer: TestDrawer;
let link: Link<'member'>;
let ids: number;

function newPage(): Link<'member'> {
  line = new TestLine();
  link = new Link({
    wire: line,
    timers,
    drawer,
    newId: () => `c${++ids}`,
    meeting: 'k1',
    audience: 'member',
  });
  link.open();
  return link;
}

function joined(revision: number, fields: Partial<Extract<Joined, { ok: true }>> = {}): Joined {
  return {
    ok: true,
    at: { epoch, revision },
    view,
    me,
    now: 1_000_000 + timers.now(),
    rehearsal: false,
    ...fields,
  };
}

function lastJoin() {
  const join = line.joins.at(-1);
  if (join === undefined) throw new Error('the page has not joined');
  return join;
}

/** Brings the line up and lets the page in. */
function letIn(revision = 3): void {
  line.server.up();
  lastJoin().answer(joined(revision));
}

beforeEach(() => {
  timers = new ManualTimers();
  drawer = new TestDrawer();
  ids = 0;
  newPage();
});

describe('the offset', () => {
  it('[N3] a page asks for what is missing since its own offset when patches leave a gap', () => {
    letIn(3);
    line.server.patch({ epoch, from: 3, to: 4, patch: [['=', ['version'], 8]] });
    expect(link.replica.view?.version).toBe(8);
    line.server.patch({ epoch, from: 5, to: 6, patch: [['=', ['version'], 10]] });
    expect(link.replica.view?.version).toBe(8);
    expect(lastJoin().message.have).toEqual({ epoch, revision: 4 });
    lastJoin().answer(
      joined(6, {
        view: undefined,
        patches: [
          { epoch, from: 4, to: 5, patch: [['=', ['version'], 9]] },
          { epoch, from: 5, to: 6, patch: [['=', ['version'], 10]] },
        ],
      }),
    );
    expect(link.replica.view?.version).toBe(10);
    expect(link.replica.at).toEqual({ epoch, revision: 6 });
  });

  it('[N3] a patch that comes twice is applied once', () => {
    letIn(3);
    const step = { epoch, from: 3, to: 4, patch: [['~', ['peopleOrder'], 0, 0, ['m01']]] as const };
    line.server.patch({ ...step, patch: [['=', ['peopleOrder'], ['m01']]] });
    line.server.patch(step);
    expect(link.replica.view?.peopleOrder).toEqual(['m01']);
    expect(line.joins).toHaveLength(1);
  });

  it('[N3] after a restart of the server the page asks for the whole view', () => {
    letIn(3);
    line.server.patch({ epoch: 'e2', from: 3, to: 4, patch: [] });
    expect(lastJoin().message.have).toBeUndefined();
    lastJoin().answer({ ...joined(1), at: { epoch: 'e2', revision: 1 } } as Joined);
    expect(link.replica.at).toEqual({ epoch: 'e2', revision: 1 });
  });

  it('[N3] a patch that does not fit is not shown: the page asks for the whole view', () => {
    letIn(3);
    line.server.patch({ epoch, from: 3, to: 4, patch: [['=', ['floor', 'queue'], []]] });
    expect(link.replica.view).toEqual(view);
    expect(lastJoin().message.have).toBeUndefined();
  });

  it('[N3] patches that arrive while a join is underway cause no second one', () => {
    letIn(3);
    line.server.patch({ epoch, from: 4, to: 5, patch: [] });
    line.server.patch({ epoch, from: 5, to: 6, patch: [] });
    expect(line.joins).toHaveLength(2);
  });
});

describe('commands', () => {
  it('[C21] a command without an answer is sent again with the same id after the line was lost', async () => {
    letIn();
    const answer = link.send({ do: 'castVote', item: 'i1', choice: 'yes' });
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c1']);
    line.server.down();
    expect(link.waiting).toHaveLength(1);
    letIn();
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c1', 'c1']);
    line.commands[1]?.answer({ ok: true, id: 'c1', version: 9, at: 1_000_500 });
    expect(await answer).toEqual({ ok: true, id: 'c1', version: 9, at: 1_000_500 });
    expect(link.waiting).toEqual([]);
    letIn();
    expect(line.commands).toHaveLength(2);
  });

  it('[C21] pressed without a line, it is sent when the page is in again, in the order of pressing', () => {
    void link.send({ do: 'raiseHand' });
    void link.send({ do: 'castVote', item: 'i1', choice: 'no' });
    expect(line.commands).toEqual([]);
    letIn();
    expect(line.commands.map(({ message }) => message.do)).toEqual(['raiseHand', 'castVote']);
  });

  it('[C21] an answer that comes twice counts once', () => {
    letIn();
    const heard: string[] = [];
    link.listen({ changed: () => undefined, answered: (_, answer) => heard.push(answer.id) });
    void link.send({ do: 'raiseHand' });
    const answer = { ok: true, id: 'c1', version: 9, at: 1_000_500 } as const;
    line.commands[0]?.answer(answer);
    line.commands[0]?.answer(answer);
    expect(heard).toEqual(['c1']);
  });

  it('[C22] a refusal that passes keeps the command and sends it again', async () => {
    letIn();
    const answer = link.send({ do: 'raiseHand' });
    const unavailable = { code: 'server/unavailable', ja: '…', en: '…' } as const;
    line.commands[0]?.answer({ ok: false, id: 'c1', version: 7, refusal: unavailable });
    expect(link.waiting).toHaveLength(1);
    expect(link.hindrance).toEqual(unavailable);
    timers.pass(1000);
    lastJoin().answer(joined(3));
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c1', 'c1']);
    line.commands[1]?.answer({ ok: true, id: 'c1', version: 8, at: 1_001_000 });
    expect((await answer).ok).toBe(true);
    expect(link.hindrance).toBeNull();
  });

  it('[C22] any other refusal is the answer', async () => {
    letIn();
    const answer = link.send({ do: 'raiseHand' });
    const refusal = { code: 'floor/list-closed', ja: '…', en: '…' } as const;
    line.commands[0]?.answer({ ok: false, id: 'c1', version: 7, refusal });
    expect(await answer).toEqual({ ok: false, id: 'c1', version: 7, refusal });
    expect(link.waiting).toEqual([]);
  });

  it('[C23] whoever changes their mind before anything was sent votes once', async () => {
    const first = link.send({ do: 'castVote', item: 'i1', choice: 'yes' });
    void link.send({ do: 'castVote', item: 'i1', choice: 'no' });
    expect(await first).toMatchObject({ ok: false, refusal: { code: 'client/replaced' } });
    letIn();
    expect(line.commands.map(({ message }) => message)).toEqual([
      { do: 'castVote', item: 'i1', choice: 'no', id: 'c2' },
    ]);
  });

  it('[C23] a hand taken back before it was sent is not sent', async () => {
    void link.send({ do: 'raiseHand' });
    expect((await link.send({ do: 'lowerHand' })).ok).toBe(true);
    letIn();
    expect(line.commands).toEqual([]);
  });

  it('[C23] what may have been heard is never taken back in silence', () => {
    letIn();
    void link.send({ do: 'castVote', item: 'i1', choice: 'yes' });
    line.server.down();
    void link.send({ do: 'castVote', item: 'i1', choice: 'no' });
    letIn();
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c1', 'c1', 'c2']);
  });

  it('[C24] a vote without an answer outlives the page and is sent by the next one, first', () => {
    letIn();
    void link.send({ do: 'castVote', item: 'i1', choice: 'yes' });
    newPage();
    void link.send({ do: 'raiseHand' });
    letIn();
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c1', 'c2']);
    const heard: string[] = [];
    link.listen({ changed: () => undefined, answered: ({ message }) => heard.push(message.do) });
    line.commands[0]?.answer({ ok: true, id: 'c1', version: 9, at: 1_000_500 });
    expect(heard).toEqual(['castVote']);
    newPage();
    letIn();
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c2']);
  });

  it("[C24] another person's page in the same tab does not send it", () => {
    letIn();
    void link.send({ do: 'castVote', item: 'i1', choice: 'yes' });
    newPage();
    line.server.up();
    lastJoin().answer(joined(3, { me: { person: 'm08' } as MeView }));
    expect(line.commands).toEqual([]);
    expect(drawer.kept).toEqual([]);
  });

  it('[C24] what was pressed more than an hour ago is not sent, and the page says so', () => {
    letIn();
    void link.send({ do: 'raiseHand' });
    newPage();
    const heard: unknown[] = [];
    link.listen({ changed: () => undefined, answered: (_, answer) => heard.push(answer) });
    timers.pass(60 * 60 * 1000 + 1);
    letIn();
    expect(line.commands).toEqual([]);
    expect(heard).toMatchObject([{ ok: false, refusal: { code: 'client/too-old' } }]);
  });

  it('[C24] words that were typed are sent however old they are', () => {
    letIn();
    line.server.down();
    void link.send({ do: 'note', text: '傍聴者が拍手' });
    void link.send({ do: 'writeTurn', turn: 1, text: '質問します。', base: '' });
    newPage();
    timers.pass(13 * 60 * 60 * 1000);
    letIn();
    expect(line.commands.map(({ message }) => message.do)).toEqual(['note', 'writeTurn']);
  });
});

describe('what is written over days', () => {
  it('[C121] is sent by the next page however old it is', () => {
    letIn();
    line.server.down();
    void link.send({ do: 'submitQuestion', item: 'i1', text: '理由は。' });
    void link.send({ do: 'submitDecision', item: 'i1', choice: 'yes' });
    newPage();
    timers.pass(40 * 60 * 60 * 1000);
    letIn();
    expect(line.commands.map(({ message }) => message.do)).toEqual(['submitQuestion', 'submitDecision']);
  });

  it('[C121] gives way to a later decision of the same member only', () => {
    letIn();
    line.server.down();
    for (const who of ['m03', 'm04'])
      void link.send({ do: 'submitDecision', item: 'i1', choice: 'yes', who });
    void link.send({ do: 'submitDecision', item: 'i1', choice: 'no', who: 'm03' });
    letIn();
    expect(line.commands.map(({ message }) => message)).toMatchObject([
      { who: 'm04', choice: 'yes' },
      { who: 'm03', choice: 'no' },
    ]);
  });
});

describe('the line', () => {
  it('[C25] a line that is lost for a moment is not mentioned; one lost for longer is', () => {
    letIn();
    line.server.down();
    timers.pass(1400);
    expect(link.state.is).toBe('connected');
    letIn();
    timers.pass(5000);
    expect(link.state.is).toBe('connected');
    line.server.down();
    timers.pass(1000);
    line.server.down();
    timers.pass(500);
    expect(link.state.is).toBe('reconnecting');
    letIn();
    expect(link.state.is).toBe('connected');
  });

  it('[C26] a line that looks alive and does not answer is replaced', () => {
    letIn();
    void link.send({ do: 'raiseHand' });
    timers.pass(8000);
    expect(line.reopened).toBe(1);
    letIn();
    expect(line.commands.map(({ message }) => message.id)).toEqual(['c1', 'c1']);
    line.commands[1]?.answer({ ok: true, id: 'c1', version: 9, at: 1_000_500 });
    timers.pass(60_000);
    expect(line.reopened).toBe(1);
  });

  it('[C26] a page that wakes up asks at once, and soon gives up on a dead line', () => {
    letIn();
    link.wake();
    expect(lastJoin().message.have).toEqual({ epoch, revision: 3 });
    timers.pass(2500);
    expect(line.reopened).toBe(1);
  });

  it('[C26] a page that wakes up without a line does not wait for the next attempt', () => {
    letIn();
    line.server.down();
    link.wake();
    expect(line.reopened).toBe(1);
  });

  it('[C27] a revoked link ends the page: what waits is answered, and nothing more is sent', async () => {
    letIn();
    const answer = link.send({ do: 'raiseHand' });
    line.server.rejoin({ reason: 'revoked', ja: '無効になりました', en: 'revoked' });
    expect(link.state).toEqual({ is: 'revoked', ja: '無効になりました', en: 'revoked' });
    expect(await answer).toMatchObject({ ok: false, refusal: { code: 'client/line-ended' } });
    expect(line.closed).toBe(true);
    expect(await link.send({ do: 'raiseHand' })).toMatchObject({ ok: false });
    expect(line.commands).toHaveLength(1);
  });

  it('[C27] a frozen meeting keeps the page and what waits, and is asked again', () => {
    letIn();
    line.server.rejoin({ reason: 'frozen', ja: '確認中', en: 'frozen' });
    expect(link.state.is).toBe('frozen');
    void link.send({ do: 'raiseHand' });
    expect(line.commands).toEqual([]);
    timers.pass(3000);
    lastJoin().answer(joined(3));
    expect(link.state.is).toBe('connected');
    expect(line.commands).toHaveLength(1);
  });

  it('[C27] a page of another version of the protocol is told to load again', () => {
    line.server.up();
    lastJoin().answer({ ok: false, refusal: { code: 'server/reload', ja: '古い版です', en: 'old' } });
    expect(link.state.is).toBe('reload');
  });

  it('[C27] another audience means a whole new view', () => {
    letIn();
    line.server.rejoin({ reason: 'audience', ja: '', en: '' });
    expect(lastJoin().message.have).toBeUndefined();
  });

  it('[C28] no block of the minutes is missing where the page joins again before their answer has come', () => {
    const patches: number[] = [];
    link.listen({ changed: () => undefined, minutes: (patch) => patches.push(patch.to) });
    link.followMinutes();
    letIn();
    link.wake();
    line.minutesAsked[0]?.answer({ epoch, to: 40, blocks: [] });
    line.server.minutes({ epoch, to: 44, blocks: [] });
    expect(patches).toEqual([40, 44]);
  });

  it('[C28] minutes that the server could not read just now are asked for again', () => {
    const patches: number[] = [];
    link.listen({ changed: () => undefined, minutes: (patch) => patches.push(patch.to) });
    link.followMinutes();
    letIn();
    line.minutesAsked[0]?.answer({
      refusal: { code: 'server/unavailable', ja: '書けません。', en: 'Away.' },
    });
    timers.pass(2000);
    line.minutesAsked[1]?.answer({ epoch, to: 40, blocks: [] });
    expect(patches).toEqual([40]);
  });

  it('[C28] the minutes go on where they stopped after a lost line', () => {
    const patches: number[] = [];
    link.listen({ changed: () => undefined, minutes: (patch) => patches.push(patch.to) });
    link.followMinutes();
    letIn();
    line.minutesAsked[0]?.answer({ epoch, to: 40, blocks: [] });
    line.server.minutes({ epoch, to: 44, blocks: [] });
    line.server.down();
    letIn();
    expect(line.minutesAsked.map(({ from }) => from)).toEqual([0, 44]);
    expect(patches).toEqual([40, 44]);
  });
});

import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { LogError } from '../../server/log/errors.ts';
import type { MeetingLog } from '../../server/log/meetingLog.ts';
import type { Nodes } from '../../server/log/nodes.ts';
import type { MeetingRoom } from '../../server/meetings/meetingRoom.ts';
import { linkOf } from '../../server/meetings/presence.ts';
import type { Connection } from '../../server/transport/gateway.ts';
import { Seat } from '../../server/transport/seat.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { manualSurroundings } from '../support/manualSurroundings.ts';
import { MeetingHarness, send } from '../support/meetingHarness.ts';

const deskSession = { link: { role: 'desk' } };

const members = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07'];

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.refusal.code);

const nextTurn = () => new Promise((done) => setImmediate(done));

/** Another process enters that somebody has come. */
function elsewhere(room: MeetingRoom, log: MeetingLog) {
  return async (who: string, expectedVersion: number) =>
    log.append({
      meeting: room.id,
      expectedVersion,
      commandId: `elsewhere-${who}`,
      events: [
        {
          ...{ type: 'CheckedIn', at: room.now(), by: 'desk' },
          ...{ who, channel: 'inRoom', late: false, reentry: false },
        },
      ],
      answer: null,
    });
}

/** The version that a room shows, once it is at least this. */
const shown = (room: MeetingRoom, atLeast: number) =>
  new Promise<number>((done) => {
    room.watch(({ version }) => {
      if (version >= atLeast) done(version);
    });
  });

async function stateInLog(log: MeetingLog, meeting: string) {
  return replay((await log.read(meeting, 0)).map(({ event }) => event as MeetingEvent));
}

describe('one meeting, one command at a time', () => {
  test('[S31] what could not be written was not done, and may be sent again', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    harness.faults.push({ kind: 'full' });
    const answer = await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' }, 'one');
    expect(codeOf(answer)).toBe('server/unavailable');
    expect(room.state.version).toBe(1);
    expect(harness.sent.filter(({ event }) => event !== 'store')).toEqual([]);
    const again = await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' }, 'one');
    expect(codeOf(again)).toBe('ok');
    expect(room.state).toEqual(await stateInLog(harness.store.log, room.id));
  });

  test('[S31] what was written although the answer was lost is done once, and a resend learns its answer', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    harness.faults.push({ kind: 'after' });
    const answer = await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' }, 'one');
    expect(codeOf(answer)).toBe('server/unavailable');
    const again = await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' }, 'one');
    expect(again).toMatchObject({ ok: true, version: 2 });
    expect(await harness.store.log.version(room.id)).toBe(2);
    expect(room.state).toEqual(await stateInLog(harness.store.log, room.id));
  });

  test.each([0, 1, 2, 3])(
    '[S31] of commands that were decided on each other, those after a torn write (%i kept) are done when sent again',
    async (keep) => {
      const harness = new MeetingHarness();
      const room = await harness.make();
      // The first is written alone; those that come meanwhile share the next write, which is torn.
      harness.faults.push(null, { kind: 'torn', keep });
      const all = () =>
        Promise.all(
          members.map((who) => send(room, 'desk', { do: 'checkIn', who, channel: 'inRoom' }, `in-${who}`)),
        );
      const first = await all();
      expect(first.map(codeOf)).toContain('server/unavailable');
      const again = await all();
      expect(again.map(codeOf)).toEqual(members.map(() => 'ok'));
      expect(new Set(again.map(({ version }) => version)).size).toBe(members.length);
      first.forEach((answer, i) => {
        if (answer.ok) expect(again[i]).toEqual(answer);
      });
      expect(room.state).toEqual(await stateInLog(harness.store.log, room.id));
      expect(room.state.version).toBe(1 + members.length);
    },
  );

  test('[S31] a link that is back while the disk is full is recorded when there is room again', async () => {
    const world = manualSurroundings();
    const harness = new MeetingHarness({ surroundings: world });
    const room = await harness.make();
    await send(room, 'desk', { do: 'checkIn', who: 'm03', channel: 'online' });
    await send(room, 'desk', { do: 'loseConnection', who: 'm03' });
    harness.faults.push({ kind: 'full' });
    room.presence.personArrived('m03');
    while (harness.troubles.length === 0) await nextTurn();
    expect(linkOf(room.state, 'm03')).toBe('lost');
    while (linkOf(room.state, 'm03') === 'lost') {
      world.pass(500);
      await nextTurn();
    }
    expect(room.state).toEqual(await stateInLog(harness.store.log, room.id));
  });

  test('[S32] what another process appended meanwhile is read, and the command is decided again on it', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    const { log } = harness.store;
    const other = log.append({
      meeting: room.id,
      expectedVersion: 1,
      commandId: 'elsewhere',
      events: [
        {
          type: 'CheckedIn',
          at: room.now(),
          by: 'desk',
          who: 'm01',
          channel: 'inRoom',
          late: false,
          reentry: false,
        } as MeetingEvent,
      ],
      answer: null,
    });
    const answer = await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' });
    expect(await other).toMatchObject({ status: 'appended' });
    // Decided on what the other wrote: m01 is there already, and nothing happens.
    expect(answer).toMatchObject({ ok: true, version: 2 });
    expect(codeOf(await send(room, 'desk', { do: 'checkIn', who: 'm02', channel: 'inRoom' }))).toBe('ok');
    expect(room.state).toEqual(await stateInLog(log, room.id));
  });

  test('[S51] news that overtake an answer of the log are read as well', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    const { log } = harness.store;
    const arrives = elsewhere(room, log);
    const read = log.read.bind(log);
    let another = true;
    // Another process appends between the reading and the answer.
    Object.assign(log, {
      read: async (...asked: Parameters<typeof read>) => {
        const records = await read(...asked);
        if (another) {
          another = false;
          await arrives('m02', 2);
        }
        return records;
      },
    });
    const both = new Promise<void>((done) => {
      room.watch(({ version }) => {
        if (version === 3) done();
      });
    });
    await arrives('m01', 1);
    await both;
    expect(room.state).toEqual(await stateInLog(log, room.id));
  });

  test('[S52] a node that could not read on reads again by itself, though nobody presses anything', async () => {
    const world = manualSurroundings();
    const harness = new MeetingHarness({ surroundings: world });
    const room = await harness.make();
    const { log } = harness.store;
    const read = log.read.bind(log);
    let failures = 2;
    Object.assign(log, {
      read: async (...asked: Parameters<typeof read>) => {
        if (failures-- > 0) throw new LogError('log/unavailable', '読めません。', 'Cannot be read.');
        return read(...asked);
      },
    });
    await elsewhere(room, log)('m01', 1);
    while (harness.troubles.length === 0) await nextTurn();
    expect(room.state.version).toBe(1);
    while (room.state.version === 1) {
      world.pass(500);
      await nextTurn();
    }
    expect(harness.troubles).toHaveLength(2);
    expect(room.state).toEqual(await stateInLog(log, room.id));
  });

  test('[S55] a node that waits for its turn shows meanwhile what the others write', async () => {
    let theirs = true;
    const nodes: Nodes = {
      takeTurn: () => Promise.resolve(theirs ? 'others' : 'got'),
      isWanted: () => false,
      giveTurn: () => Promise.resolve(),
      announce: () => Promise.resolve(),
      others: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    const world = manualSurroundings();
    const harness = new MeetingHarness({ surroundings: world, nodes });
    const room = await harness.make();
    const { log } = harness.store;
    let pressed: Answer | null = null;
    const press = send(room, 'desk', { do: 'checkIn', who: 'm02', channel: 'inRoom' }).then((answer) => {
      pressed = answer;
    });
    await nextTurn();
    const theirsShown = shown(room, 2);
    await elsewhere(room, log)('m01', 1);
    await nextTurn();
    world.pass(3);
    await theirsShown;
    expect(pressed).toBeNull();
    theirs = false;
    await nextTurn();
    world.pass(3);
    await press;
    expect(pressed).toMatchObject({ ok: true, version: 3 });
    expect(room.state).toEqual(await stateInLog(log, room.id));
  });

  test('[S56] over a slow store a long round is shown in pieces, and over a fast one at once', async () => {
    for (const slow of [0, 100]) {
      const world = manualSurroundings();
      const harness = new MeetingHarness({ surroundings: world });
      const room = await harness.make();
      const { log } = harness.store;
      const append = log.append.bind(log);
      let before: Promise<unknown> = Promise.resolve();
      // Each append takes its time, one after the other.
      Object.assign(log, {
        append: (asked: Parameters<typeof append>[0]) => {
          const written = append(asked);
          const done = before.then(async () => {
            const result = await written;
            world.pass(slow);
            return result;
          });
          before = done;
          return done;
        },
      });
      const versions: number[] = [];
      room.watch(({ version }) => versions.push(version));
      await Promise.all(members.map((who) => send(room, 'desk', { do: 'checkIn', who, channel: 'inRoom' })));
      // The first goes alone; the other six wait for it and go together.
      expect(versions, `${String(slow)} ms for each append`).toEqual(slow === 0 ? [2, 8] : [2, 5, 8]);
      expect(room.state).toEqual(await stateInLog(log, room.id));
    }
  });

  test('[S20] two absences of a moment are not a long one', async () => {
    const world = manualSurroundings();
    const room = await new MeetingHarness({ surroundings: world }).make();
    await send(room, 'desk', { do: 'checkIn', who: 'm03', channel: 'online' });
    const { presence } = room;
    presence.personArrived('m03');
    for (const away of [1500, 600]) {
      presence.personLeft('m03');
      world.pass(away);
      presence.personArrived('m03');
    }
    await send(room, 'desk', { do: 'checkIn', who: 'm04', channel: 'inRoom' });
    expect(room.state.version).toBe(3);
    presence.personLeft('m03');
    world.pass(2000);
    await send(room, 'desk', { do: 'checkIn', who: 'm05', channel: 'inRoom' });
    expect(linkOf(room.state, 'm03')).toBe('lost');
  });

  test('[S53] who comes to a process that is ending is told to come again, not that there is no meeting', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    const parts = { registry: harness.registry, counted: () => undefined };
    const seat = new Seat({ session: deskSession } as unknown as Connection, parts);
    await harness.registry.beginClosing();
    const answer = await seat.join({ protocol: protocolVersion, meeting: room.id, audience: 'desk' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'server/closing' } });
  });

  test('[S33] a long meeting is opened from its snapshot, and from its whole log where that is of no use', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    for (const who of members) await send(room, 'desk', { do: 'checkIn', who, channel: 'inRoom' });
    await send(room, 'm01', { do: 'openMeeting' });
    for (let i = 0; i < 600; i++) {
      await Promise.all([send(room, 'm03', { do: 'raiseHand' }), send(room, 'm03', { do: 'lowerHand' })]);
    }
    const { state } = room;
    const snapshot = await harness.store.log.loadSnapshot(room.id);
    expect(snapshot?.version).toBeGreaterThan(1000);
    await harness.restart();
    expect((await harness.room(room.id)).state).toEqual(state);
    await harness.store.log.saveSnapshot(room.id, {
      version: 1000,
      schema: 9999,
      body: JSON.stringify({ program: 'another', state: { ...state, version: 1000 } }),
    });
    await harness.restart();
    expect((await harness.room(room.id)).state).toEqual(state);
  });
});

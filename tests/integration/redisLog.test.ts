import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogSurroundings } from '../../server/log/embedded/embeddedLog.ts';
import type { AppendResult, MeetingLog } from '../../server/log/meetingLog.ts';
import { openRedisStore } from '../../server/log/redis/redisStore.ts';
import type { Store } from '../../server/log/store.ts';
import { order, texts } from '../support/logOrders.ts';
import { noticeBoard, toldOf } from '../support/logNotices.ts';
import { freePort } from '../support/freePort.ts';
import { startRedisServer, type RedisServer } from '../support/redisServer.ts';
import { countedBytes, testSurroundings } from '../support/surroundings.ts';

/** Lets the sockets have their turn: what is refused while Redis is away is refused at once. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Appends as an actor does: where another was first, it looks again. */
const insist = async (log: MeetingLog, commandId: string, text: string): Promise<AppendResult> => {
  for (;;) {
    const result = await log.append(order(commandId, await log.version('m-1'), [text]));
    if (result.status !== 'conflict') return result;
  }
};

describe('the log in Redis', () => {
  let server: RedisServer;
  let folder: string;
  let open: Store[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kyoshu-redis-'));
    server = await startRedisServer({ dir: folder });
    open = [];
  });
  afterEach(async () => {
    for (const store of open) await store.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  let nodes = 0;
  const node = async (change: Partial<LogSurroundings> = {}): Promise<Store> => {
    const random = countedBytes(`node ${nodes++}`);
    const store = await openRedisStore(server.url, testSurroundings({ random, ...change }));
    open.push(store);
    return store;
  };

  it('[L25] a Redis without persistence is refused, and taken when it is set up', async () => {
    await server.stop();
    server = await startRedisServer({ dir: folder, settings: { appendfsync: 'everysec' } });
    await expect(node()).rejects.toMatchObject({ code: 'log/unsafe' });
    const admin = await createClient({ url: server.url }).connect();
    await admin.configSet('appendfsync', 'always');
    admin.destroy();
    expect(await (await node()).log.meetings()).toEqual([]);
  });

  it('[L31] a Redis whose persistence is turned off while it is used is not used any more until it is on again', async () => {
    const { log } = await node();
    await log.append(order('c1', 0, ['first']));
    const board = noticeBoard(log);
    const admin = await createClient({ url: server.url }).connect();
    const waiting = board.next('waiting');
    await admin.configSet('appendfsync', 'everysec');
    await waiting;
    await expect(log.append(order('c2', 1, ['second']))).rejects.toMatchObject({ code: 'log/unavailable' });
    const back = board.next('back');
    await admin.configSet('appendfsync', 'always');
    await back;
    expect(await log.append(order('c2', 1, ['second']))).toMatchObject({ status: 'appended', version: 2 });
    admin.destroy();
  });

  it('[L25] where there is no Redis, it says so after a few tries', async () => {
    const port = await freePort();
    const opening = openRedisStore(`redis://127.0.0.1:${port}`, testSurroundings());
    await expect(opening).rejects.toMatchObject({ code: 'log/unavailable' });
  });

  it('[L26] what one node appends, the other is told and can read', async () => {
    const [a, b] = [await node(), await node()];
    await a.log.append(order('c1', 0, ['first']));
    const told: string[] = [];
    b.log.follow('m-1', (records) => told.push(...texts(records)));
    const last = toldOf(b.log, 'm-1', 'last');
    await a.log.append(order('c2', 1, ['second', 'third']));
    await b.log.append(order('c3', 3, ['fourth']));
    await a.log.append(order('c4', 4, ['last']));
    await last;
    expect(told).toEqual(['second', 'third', 'fourth', 'last']);
    expect(texts(await b.log.read('m-1', 0))).toEqual(['first', ...told]);
    expect(await b.log.epoch('m-1')).toBe(await a.log.epoch('m-1'));
  });

  it('[L26] a meeting is followed before it is made', async () => {
    const [a, b] = [await node(), await node()];
    const told = toldOf(b.log, 'm-1', 'first');
    await a.log.append(order('c1', 0, ['first']));
    await told;
  });

  it('[L26] nodes that append at once keep one order, one chain, and each command once', async () => {
    const all = [await node(), await node(), await node()];
    const told: string[] = [];
    all[2]!.log.follow('m-1', (records) => told.push(...texts(records)));
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        insist(all[index % 2]!.log, `c${index % 40}`, `t${index % 40}`),
      ),
    );
    const end = toldOf(all[2]!.log, 'm-1', 'end');
    await insist(all[0]!.log, 'end', 'end');
    await end;
    expect(results.filter(({ status }) => status === 'appended')).toHaveLength(40);
    expect(results.filter(({ status }) => status === 'duplicate')).toHaveLength(20);
    const read = texts(await all[1]!.log.read('m-1', 0));
    expect(told).toEqual(read);
    expect(new Set(read).size).toBe(41);
  });

  it('[L26] ballots put in at different nodes are in one box', async () => {
    const [a, b] = [await node(), await node()];
    await a.log.append({ ...order('c1', 0, ['voted']), sealed: { box: 'b1', deposit: 'yes' } });
    await b.log.append({ ...order('c2', 1, ['voted']), sealed: { box: 'b1', deposit: 'no' } });
    await a.log.append({ ...order('c3', 2, ['voted']), sealed: { box: 'b1', deposit: 'yes' } });
    expect(await b.log.openBox('b1')).toEqual(['no', 'yes', 'yes']);
    await b.log.append({ ...order('c4', 3, ['closed']), sealed: { box: 'b1', destroy: true } });
    expect(await a.log.openBox('b1')).toEqual([]);
    await a.log.append({ ...order('c5', 4, ['voted']), sealed: { box: 'b1', deposit: 'no' } });
    expect(await b.log.openBox('b1')).toEqual(['no']);
  });

  it('[L26] a one-time link lets one in, whichever node is asked', async () => {
    const [a, b] = [await node(), await node()];
    const link = {
      id: 'l1',
      tokenHash: 't1',
      meeting: null,
      person: null,
      role: 'desk',
      oneTime: true,
    } as const;
    await a.credentials.createLink({ ...link, createdAt: 1, expiresAt: null });
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const session = { id: `s${index}`, secretHash: `x${index}` };
        return (index % 2 === 0 ? a : b).credentials.exchange('t1', session, 5);
      }),
    );
    expect(results.filter(({ status }) => status === 'opened')).toHaveLength(1);
  });

  it('[L11] neither choice nor key is in the files of Redis once the box is destroyed', async () => {
    await server.stop();
    server = await startRedisServer({ dir: folder, settings: { rdbcompression: 'no' } });
    const keys: string[] = [];
    const bytes = countedBytes('box');
    const { log } = await node({
      random(count) {
        const made = bytes(count);
        if (count === 32) keys.push(Buffer.from(made).toString('base64'));
        return made;
      },
    });
    const allBytes = async (): Promise<string> => {
      const names = await readdir(join(folder, 'appendonlydir'));
      const parts = names.map((name) => readFile(join(folder, 'appendonlydir', name), 'latin1'));
      return (await Promise.all(parts)).join('');
    };
    await log.append({ ...order('c1', 0, ['voted']), sealed: { box: 'b1', deposit: 'candidate-7' } });
    const during = await allBytes();
    expect(during).toContain(keys[0]);
    expect(during).not.toContain('candidate-7');
    await log.append({ ...order('c2', 1, ['closed']), sealed: { box: 'b1', destroy: true } });
    const admin = await createClient({ url: server.url }).connect();
    for (;;) {
      const info = await admin.info('persistence');
      if (/aof_rewrites:[1-9]/.test(info) && info.includes('aof_rewrite_in_progress:0')) break;
    }
    // The old file is unlinked by a thread of Redis when the new one is in place.
    while ((await readdir(join(folder, 'appendonlydir'))).length > 3);
    admin.destroy();
    const after = await allBytes();
    expect(after).toContain('closed');
    expect(after).not.toContain(keys[0]);
  });

  it('[L27] when Redis is killed and comes back, nothing acknowledged is lost and all go on', async () => {
    const [a, b] = [await node(), await node()];
    const board = noticeBoard(a.log);
    const told: string[] = [];
    b.log.follow('m-1', (records) => told.push(...texts(records)));
    await a.log.append(order('c1', 0, ['before']));
    const down = board.next('waiting');
    await server.kill();
    expect(await down).toEqual({ kind: 'waiting', reason: 'log/unavailable' });
    await expect(a.log.append(order('c2', 1, ['away']))).rejects.toMatchObject({ code: 'log/unavailable' });
    await expect(a.log.read('m-1', 0)).rejects.toMatchObject({ code: 'log/unavailable' });
    const back = board.next('back');
    const end = toldOf(b.log, 'm-1', 'after');
    await server.start();
    await back;
    expect(await a.log.append(order('c2', 1, ['after']))).toMatchObject({ status: 'appended', version: 2 });
    await end;
    expect(told).toEqual(['before', 'after']);
    expect(board.all).toEqual([{ kind: 'waiting', reason: 'log/unavailable' }, { kind: 'back' }]);
  });

  it('[L27] connections that are cut lose nobody a record', async () => {
    const [a, b] = [await node(), await node()];
    const told: string[] = [];
    b.log.follow('m-1', (records) => told.push(...texts(records)));
    const admin = await createClient({ url: server.url }).connect();
    const end = toldOf(b.log, 'm-1', 'end');
    for (let number = 0; number < 100; number += 1) {
      for (;;) {
        try {
          await insist(a.log, `c${number}`, `${number}`);
          break;
        } catch (error) {
          await turn();
          expect(error).toMatchObject({ code: 'log/unavailable' });
        }
      }
      if (number % 20 === 10) await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
    }
    const back = noticeBoard(a.log).next('back');
    await insist(a.log, 'end', 'end').catch(async () => {
      await back;
      return insist(a.log, 'end', 'end');
    });
    await end;
    admin.destroy();
    expect(told).toEqual([...Array.from({ length: 100 }, (_, number) => `${number}`), 'end']);
  });

  it('[L27] a Redis that is frozen is noticed, and so is its thaw', async () => {
    const a = await node();
    const board = noticeBoard(a.log);
    const waiting = board.next('waiting');
    server.freeze();
    await waiting;
    const back = board.next('back');
    server.thaw();
    await back;
    expect(await a.log.append(order('c1', 0, ['a']))).toMatchObject({ status: 'appended' });
  });

  it('[L28] an older copy in the place of Redis freezes its meetings until the desk confirms', async () => {
    const [a, b] = [await node(), await node()];
    const boards = [noticeBoard(a.log), noticeBoard(b.log)] as const;
    const copy = await mkdtemp(join(tmpdir(), 'kyoshu-copy-'));
    const told: string[] = [];
    b.log.follow('m-1', (records) => told.push(...texts(records)));
    await a.log.append(order('c1', 0, ['first', 'second']));
    await a.log.append(order('x1', 0, ['elsewhere'], 'm-2'));
    const epoch = await a.log.epoch('m-1');
    await server.shutdown();
    await cp(folder, copy, { recursive: true });
    const up = boards[0].next('back');
    await server.start();
    await up;
    const third = toldOf(b.log, 'm-1', 'third');
    await insist(a.log, 'c2', 'third');
    await third;

    const replaced = boards.map((board) => board.next('replaced'));
    await server.kill();
    await rm(folder, { recursive: true });
    await cp(copy, folder, { recursive: true });
    await rm(copy, { recursive: true });
    await server.start();
    expect(await Promise.all(replaced)).toEqual([
      { kind: 'replaced', meeting: 'm-1', had: 3, has: 2 },
      { kind: 'replaced', meeting: 'm-1', had: 3, has: 2 },
    ]);
    // The notice comes while Redis is looked over, before it is used again.
    const append = async (log: MeetingLog): Promise<unknown> => {
      for (;;) {
        await turn();
        const outcome: unknown = await log
          .append(order('c3', 2, ['fourth']))
          .catch((error: unknown) => error);
        if (!(outcome instanceof Error && 'code' in outcome && outcome.code === 'log/unavailable'))
          return outcome;
      }
    };
    for (const { log } of [a, b, await node()]) {
      expect(await append(log)).toMatchObject({ code: 'log/replaced' });
    }
    expect(await a.log.append(order('x2', 1, ['goes on'], 'm-2'))).toMatchObject({ status: 'appended' });
    expect(texts(await b.log.read('m-1', 0))).toEqual(['first', 'second']);

    const confirmed = boards.map((board) => board.next('confirmed'));
    const next = await b.log.confirmReplaced('m-1');
    expect(next).not.toBe(epoch);
    expect(await Promise.all(confirmed)).toEqual([
      { kind: 'confirmed', meeting: 'm-1', epoch: next },
      { kind: 'confirmed', meeting: 'm-1', epoch: next },
    ]);
    const fourth = toldOf(b.log, 'm-1', 'fourth');
    expect(await append(a.log)).toMatchObject({ status: 'appended', version: 3 });
    await fourth;
    expect(told).toEqual(['first', 'second', 'third', 'fourth']);
    expect(texts(await b.log.read('m-1', 0))).toEqual(['first', 'second', 'fourth']);
  });

  it('[L30] a notice that comes late freezes nothing', async () => {
    const [a, b] = [await node(), await node()];
    await a.log.append(order('c1', 0, ['first']));
    await a.log.append(order('x1', 0, ['elsewhere'], 'm-2'));
    const late = noticeBoard(a.log);
    const admin = await createClient({ url: server.url }).connect();
    for (const versions of ['9 1', '8 1'])
      await admin.xAdd('kyoshu:notices', '*', { kind: 'replaced', meeting: 'm-1', versions });
    admin.destroy();
    // Notices are heard in their order.
    const removed = late.next('removed');
    expect(await b.log.remove('m-2', 1)).toBe(true);
    await removed;
    expect(late.all).toEqual([{ kind: 'removed', meeting: 'm-2' }]);
    expect(await a.log.append(order('c2', 1, ['second']))).toMatchObject({ status: 'appended' });
  });

  it('[L29] a meeting that was archived takes no appends at any node until it is brought in again', async () => {
    const [a, b] = [await node(), await node()];
    b.log.follow('m-1', () => undefined);
    await a.log.append(order('c1', 0, ['first']));
    await b.log.append(order('c2', 1, ['second']));
    const copy = (await a.log.copyOut('m-1'))!;
    const removed = noticeBoard(b.log).next('removed');
    expect(await a.log.remove('m-1', 2)).toBe(true);
    expect(await removed).toEqual({ kind: 'removed', meeting: 'm-1' });
    for (const { log } of [a, b]) {
      await expect(log.append(order('c3', 2, ['third']))).rejects.toMatchObject({ code: 'log/archived' });
    }
    await b.log.copyIn([copy]);
    expect(await a.log.append(order('c3', 2, ['third']))).toMatchObject({ status: 'appended' });
  });

  it('[L7] a record that was tampered with in Redis is found when it is read', async () => {
    const { log } = await node();
    await log.append(order('c1', 0, ['first', 'second', 'third']));
    const admin = await createClient({ url: server.url }).connect();
    await admin.xDel('kyoshu:meeting:m-1:log', '2-0');
    admin.destroy();
    await expect(log.read('m-1', 0)).rejects.toThrow(/record 2/);
  });
});

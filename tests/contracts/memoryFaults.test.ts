import { describe, expect, it } from 'vitest';
import type { LogNotice } from '../../server/log/meetingLog.ts';
import { crash, memoryDisk } from '../../server/log/memory/disk.ts';
import type { CommitFault } from '../../server/log/memory/faults.ts';
import { openMemoryStore } from '../../server/log/memory/memoryStore.ts';
import type { Store } from '../../server/log/store.ts';
import { order, statuses, texts } from '../support/logOrders.ts';
import { testSurroundings } from '../support/surroundings.ts';

const UNAVAILABLE = { status: 'rejected', reason: { code: 'log/unavailable' } };

/** A store whose commits meet these faults, one after the other; then all goes well. */
const storeWith = (...faults: (CommitFault | null)[]): Store =>
  openMemoryStore(memoryDisk(), testSurroundings(), { commit: () => faults.shift() ?? null });

describe('the in-memory log with faults', () => {
  it('[L18] a failure before the write leaves nothing, and the append can be sent again', async () => {
    const { log } = storeWith({ kind: 'before' });
    const append = { ...order('c1', 0, ['a']), sealed: { box: 'b1', deposit: 'yes' } };
    await expect(log.append(append)).rejects.toMatchObject({ code: 'log/unavailable' });
    expect(await log.version('m-1')).toBe(0);
    expect(await log.openBox('b1')).toEqual([]);
    expect(await log.meetings()).toEqual([]);
    expect(await log.append(append)).toMatchObject({ status: 'appended', version: 1 });
    expect(await log.openBox('b1')).toEqual(['yes']);
  });

  it('[L18] a failure after the write is answered as a duplicate when it is sent again', async () => {
    const { log } = storeWith({ kind: 'after' });
    const append = { ...order('c1', 0, ['a']), sealed: { box: 'b1', deposit: 'yes' } };
    await expect(log.append(append)).rejects.toMatchObject({ code: 'log/unavailable' });
    expect(await log.append(append)).toMatchObject({ status: 'duplicate', answer: { version: 1 } });
    expect(texts(await log.read('m-1', 0))).toEqual(['a']);
    expect(await log.openBox('b1')).toEqual(['yes']);
  });

  it('[L18] of a torn group some are written; all of it sent again is done once', async () => {
    const { log } = storeWith({ kind: 'torn', keep: 2 });
    const group = ['a', 'b', 'c', 'd'].map((text, index) => ({
      ...order(text, index, [text]),
      sealed: { box: 'b1', deposit: text },
    }));
    const failed = await Promise.allSettled(group.map((append) => log.append(append)));
    expect(failed).toMatchObject([UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE]);
    expect(texts(await log.read('m-1', 0))).toEqual(['a', 'b']);
    expect(await log.openBox('b1')).toEqual(['a', 'b']);
    const again = await Promise.all(group.map((append) => log.append(append)));
    expect(statuses(again)).toEqual(['duplicate', 'duplicate', 'appended', 'appended']);
    expect(texts(await log.read('m-1', 0))).toEqual(['a', 'b', 'c', 'd']);
    expect(await log.openBox('b1')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('[L17] a full disk is told once, and so is that there is room again', async () => {
    const { log } = storeWith({ kind: 'full' }, { kind: 'full' });
    const notices: LogNotice[] = [];
    log.onNotice((notice) => notices.push(notice));
    await expect(log.append(order('c1', 0, ['a']))).rejects.toMatchObject({ code: 'log/full' });
    await expect(log.append(order('c1', 0, ['a']))).rejects.toMatchObject({ code: 'log/full' });
    expect(notices).toEqual([{ kind: 'waiting', reason: 'log/full' }]);
    await log.append(order('c1', 0, ['a']));
    await log.append(order('c2', 1, ['b']));
    expect(notices).toEqual([{ kind: 'waiting', reason: 'log/full' }, { kind: 'back' }]);
  });

  it('[L12] followers hear of nothing that failed', async () => {
    const { log } = storeWith({ kind: 'before' }, null);
    const told: string[] = [];
    log.follow('m-1', (records) => told.push(...texts(records)));
    await expect(log.append(order('c1', 0, ['lost']))).rejects.toThrow();
    await log.append(order('c2', 0, ['kept']));
    expect(told).toEqual(['kept']);
  });

  it('[L19] a process that crashed writes no more, and another finds what was durable', async () => {
    const disk = memoryDisk();
    const first = openMemoryStore(disk, testSurroundings());
    await first.log.append(order('c1', 0, ['a']));
    const inFlight = first.log.append(order('c2', 1, ['b']));
    crash(disk);
    const second = openMemoryStore(disk, testSurroundings());
    await expect(inFlight).rejects.toMatchObject({ code: 'log/unavailable' });
    expect(texts(await second.log.read('m-1', 0))).toEqual(['a']);
    expect(await second.log.append(order('c2', 1, ['b']))).toMatchObject({ status: 'appended' });
    await expect(first.log.read('m-1', 0)).rejects.toMatchObject({ code: 'log/unavailable' });
  });

  it('[L1] appends made in one turn share one commit', async () => {
    const commits: number[] = [];
    const tasks: (() => void)[] = [];
    const { log } = openMemoryStore(
      memoryDisk(),
      testSurroundings({ schedule: (task) => void tasks.push(task) }),
      {
        commit(appends) {
          commits.push(appends);
          return null;
        },
      },
    );
    const results = Array.from({ length: 300 }, (_, index) => log.append(order(`c${index}`, index, ['x'])));
    while (tasks.length > 0) tasks.shift()!();
    await Promise.all(results);
    expect(commits).toEqual([256, 44]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../server/log/canonical.ts';
import { genesis, sha256 } from '../../server/log/chain.ts';
import type { Disposal } from '../../server/log/disposal.ts';
import type { Append, StoredEvent } from '../../server/log/meetingLog.ts';
import type { Store } from '../../server/log/store.ts';
import { noted, order, statuses, texts } from '../support/logOrders.ts';
import type { MakeHarness, StoreHarness } from '../support/storeHarness.ts';

const M = 'm-1';

/** What every meeting log must do; `make` gives a fresh place for each test. */
export const meetingLogContract = (name: string, make: MakeHarness): void => {
  describe(`meeting log: ${name}`, () => {
    let harness: StoreHarness;
    let store: Store;
    beforeEach(async () => {
      harness = await make();
      store = await harness.open();
    });
    afterEach(() => harness.remove());

    const reopen = async (...change: Parameters<StoreHarness['open']>): Promise<void> => {
      await store.close();
      store = await harness.open(...change);
    };

    it('[L1] what was acknowledged is there when the store is opened again', async () => {
      await store.log.append(order('c1', 0, ['a', 'b']));
      await store.log.append(order('c2', 2, ['c']));
      const before = await store.log.read(M, 0);
      await reopen();
      expect(await store.log.read(M, 0)).toEqual(before);
      expect(texts(before)).toEqual(['a', 'b', 'c']);
      expect(await store.log.answer(M, 'c2')).toEqual({
        commandId: 'c2',
        version: 3,
        body: { ok: true, commandId: 'c2' },
      });
    });

    it('[L1] closing waits for what was accepted, and takes no more', async () => {
      const accepted = store.log.append(order('c1', 0, ['a']));
      const closing = store.log.close();
      await expect(store.log.append(order('c2', 1, ['b']))).rejects.toMatchObject({ code: 'log/closed' });
      await closing;
      expect(await accepted).toMatchObject({ status: 'appended', version: 1 });
      store = await harness.open();
      expect(texts(await store.log.read(M, 0))).toEqual(['a']);
    });

    it('[L2] records are numbered from 1 without gaps, each meeting for itself', async () => {
      await store.log.append(order('c1', 0, ['a', 'b']));
      await store.log.append(order('c1', 0, ['x'], 'm-2'));
      await store.log.append(order('c2', 2, ['c']));
      expect((await store.log.read(M, 0)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect((await store.log.read('m-2', 0)).map(({ seq }) => seq)).toEqual([1]);
      expect(await store.log.version(M)).toBe(3);
      expect(await store.log.version('m-2')).toBe(1);
    });

    it('[L2] reading begins after a place and stops at a limit', async () => {
      await store.log.append(order('c1', 0, ['a', 'b', 'c', 'd', 'e']));
      expect(texts(await store.log.read(M, 2))).toEqual(['c', 'd', 'e']);
      expect(texts(await store.log.read(M, 1, 2))).toEqual(['b', 'c']);
      expect(await store.log.read(M, 5)).toEqual([]);
      expect(await store.log.read(M, 99)).toEqual([]);
    });

    it('[L2] an unknown meeting is empty', async () => {
      expect(await store.log.read('nowhere', 0)).toEqual([]);
      expect(await store.log.version('nowhere')).toBe(0);
      expect(await store.log.epoch('nowhere')).toBeNull();
      expect(await store.log.answer('nowhere', 'c1')).toBeNull();
      expect(await store.log.loadSnapshot('nowhere')).toBeNull();
      expect(await store.log.copyOut('nowhere')).toBeNull();
      expect(await store.log.meetings()).toEqual([]);
    });

    it('[L2] an append gives back the records as they can be read', async () => {
      const result = await store.log.append(order('c1', 0, ['あ', '\u{1F64B} "\\\n']));
      expect(result).toMatchObject({ status: 'appended', version: 2 });
      expect(result.status === 'appended' && result.records).toEqual(await store.log.read(M, 0));
    });

    it('[L2] a thousand events of one command are one append', async () => {
      const many = Array.from({ length: 1000 }, (_, index) => `e${index}`);
      await store.log.append(order('c1', 0, many));
      await reopen();
      expect(texts(await store.log.read(M, 0))).toEqual(many);
    });

    it('[L3] an append that expects another version writes nothing', async () => {
      await store.log.append(order('c1', 0, ['a']));
      expect(await store.log.append(order('c2', 0, ['b']))).toEqual({ status: 'conflict', version: 1 });
      expect(await store.log.append(order('c3', 7, ['c']))).toEqual({ status: 'conflict', version: 1 });
      expect(texts(await store.log.read(M, 0))).toEqual(['a']);
      expect(await store.log.answer(M, 'c2')).toBeNull();
    });

    it('[L3] of appends that expect the same version at once, one wins', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.log.append(order(`c${index}`, 0, [`${index}`]))),
      );
      expect(statuses(results).filter((status) => status === 'appended')).toHaveLength(1);
      expect(statuses(results).filter((status) => status === 'conflict')).toHaveLength(19);
      expect(await store.log.version(M)).toBe(1);
    });

    it('[L3] appends sent one after the other without waiting are judged in that order', async () => {
      const results = await Promise.all(
        Array.from({ length: 300 }, (_, index) => store.log.append(order(`c${index}`, index, [`${index}`]))),
      );
      expect(new Set(statuses(results))).toEqual(new Set(['appended']));
      expect(texts(await store.log.read(M, 0))).toEqual(
        Array.from({ length: 300 }, (_, index) => `${index}`),
      );
    });

    it('[L4] a command sent again gets its first answer, whatever it says and expects now', async () => {
      await store.log.append({ ...order('c1', 0, ['a']), answer: { first: 'あ' } });
      await store.log.append(order('c2', 1, ['b']));
      await reopen();
      const again = await store.log.append({ ...order('c1', 2, ['other']), answer: { second: true } });
      expect(again).toEqual({
        status: 'duplicate',
        answer: { commandId: 'c1', version: 1, body: { first: 'あ' } },
      });
      expect(texts(await store.log.read(M, 0))).toEqual(['a', 'b']);
    });

    it('[L4] a command sent twice at once is done once', async () => {
      const results = await Promise.all(
        [0, 0, 1].map((version) => store.log.append(order('c1', version, ['a']))),
      );
      expect(statuses(results)).toEqual(['appended', 'duplicate', 'duplicate']);
      expect(await store.log.version(M)).toBe(1);
    });

    it('[L4] the same command id in another meeting is another command', async () => {
      await store.log.append(order('c1', 0, ['a']));
      expect(await store.log.append(order('c1', 0, ['x'], 'm-2'))).toMatchObject({ status: 'appended' });
    });

    it('[L5] a refusal keeps its answer and changes nothing', async () => {
      await store.log.append(order('c1', 0, ['a']));
      const refusal = { ...order('c2', 1, []), answer: { refused: 'vote/not-eligible' } };
      expect(await store.log.append(refusal)).toEqual({ status: 'appended', version: 1, records: [] });
      await reopen();
      expect(await store.log.append(refusal)).toEqual({
        status: 'duplicate',
        answer: { commandId: 'c2', version: 1, body: { refused: 'vote/not-eligible' } },
      });
      expect(await store.log.version(M)).toBe(1);
    });

    it('[L5] a refusal in a meeting that is not there makes no meeting', async () => {
      await store.log.append({ ...order('c1', 0, []), answer: null });
      expect(await store.log.meetings()).toEqual([]);
      expect(await store.log.answer(M, 'c1')).toEqual({ commandId: 'c1', version: 0, body: null });
      expect(await store.log.append(order('c2', 0, ['a']))).toMatchObject({ status: 'appended', version: 1 });
    });

    it('[L6] an append that is impossible fails alone among those of its turn', async () => {
      const good = order('c1', 0, ['a']);
      const bad: Append = { ...order('c2', 1, []), events: [{ ...noted('b'), at: Number.NaN }] };
      const results = await Promise.allSettled([
        store.log.append(good),
        store.log.append(bad),
        store.log.append(order('c3', 1, ['c'])),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(texts(await store.log.read(M, 0))).toEqual(['a', 'c']);
    });

    it('[L6] a conflict and a duplicate leave their neighbours alone', async () => {
      await store.log.append(order('c1', 0, ['a']));
      const results = await Promise.all([
        store.log.append(order('c2', 1, ['b'])),
        store.log.append(order('c1', 1, ['again'])),
        store.log.append(order('c3', 1, ['late'])),
        store.log.append(order('c4', 2, ['c'])),
        store.log.append(order('x1', 0, ['x'], 'm-2')),
      ]);
      expect(statuses(results)).toEqual(['appended', 'duplicate', 'conflict', 'appended', 'appended']);
      expect(texts(await store.log.read(M, 0))).toEqual(['a', 'b', 'c']);
      expect(texts(await store.log.read('m-2', 0))).toEqual(['x']);
    });

    it('[L7] each record carries the hash of the one before, computed over its canonical JSON', async () => {
      await store.log.append(order('c1', 0, ['a', 'b']));
      await store.log.append(order('c2', 2, ['c']));
      let prev = genesis(M);
      for (const { hash, ...sealed } of await store.log.read(M, 0)) {
        expect(sealed.prev).toBe(prev);
        expect(hash).toBe(sha256(canonicalJson(sealed)));
        prev = hash;
      }
    });

    it('[L8] an event of an older version is raised when it is read, its hash staying as it was', async () => {
      const [stored] = await store.log.append(order('c1', 0, ['a'])).then(() => store.log.read(M, 0));
      await reopen({
        upcasters: {
          Noted: [({ text, ...rest }) => ({ ...rest, words: text }), (event) => ({ ...event, public: true })],
        },
      });
      const [raised] = await store.log.read(M, 0);
      expect(raised).toEqual({
        ...stored,
        v: 3,
        event: { type: 'Noted', at: 1_700_000_000_000, by: 'desk', words: 'a', public: true },
      });
      await store.log.append(order('c2', 1, ['b']));
      expect((await store.log.read(M, 1))[0]).toMatchObject({ v: 3, event: { text: 'b' } });
      expect((await store.log.copyOut(M))?.records.map(({ v }) => v)).toEqual([1, 3]);
    });

    it('[L8] an event of a newer version is refused with a sentence', async () => {
      await reopen({ upcasters: { Noted: [(event) => event] } });
      await store.log.append(order('c1', 0, ['a']));
      await reopen();
      await expect(store.log.read(M, 0)).rejects.toMatchObject({ code: 'log/newer' });
    });

    it('[L9] what JSON would lose is not taken', async () => {
      for (const lost of [1n, Number.NaN, new Date(0), new Map(), [undefined], () => 0]) {
        const event: StoredEvent & { lost: unknown } = { ...noted('a'), lost };
        await expect(store.log.append({ ...order('c1', 0, []), events: [event] })).rejects.toThrow(TypeError);
      }
      expect(await store.log.version(M)).toBe(0);
    });

    it('[L9] what the caller does to its objects afterwards changes nothing', async () => {
      const event = { ...noted('a'), list: [1] };
      const appended = store.log.append({ ...order('c1', 0, []), events: [event] });
      event.list.push(2);
      await appended;
      expect((await store.log.read(M, 0))[0]?.event).toMatchObject({ list: [1] });
    });

    it('[L10] the newest snapshot is kept, and given back as it was', async () => {
      await store.log.append(order('c1', 0, ['a', 'b']));
      expect(await store.log.loadSnapshot(M)).toBeNull();
      await store.log.saveSnapshot(M, { version: 1, schema: 3, body: '{"あ":1}' });
      await store.log.saveSnapshot(M, { version: 2, schema: 4, body: '{"い":2}' });
      await reopen();
      expect(await store.log.loadSnapshot(M)).toEqual({ version: 2, schema: 4, body: '{"い":2}' });
    });

    it('[L10] a snapshot of what the log does not hold is refused', async () => {
      await store.log.append(order('c1', 0, ['a']));
      await expect(store.log.saveSnapshot(M, { version: 2, schema: 1, body: '' })).rejects.toThrow(
        RangeError,
      );
      expect(await store.log.loadSnapshot(M)).toBeNull();
    });

    it('[L11] a box gives back its deposits without their order', async () => {
      const choices = ['yes', 'no', 'yes', 'abstain', 'no', 'yes'];
      for (const [index, deposit] of choices.entries()) {
        const cast = order(`c${index}`, index, ['voted']);
        await store.log.append({ ...cast, sealed: { box: 'b1', deposit } });
      }
      await reopen();
      expect(await store.log.openBox('b1')).toEqual(['abstain', 'no', 'no', 'yes', 'yes', 'yes']);
    });

    it('[L11] deposits of one turn all reach the box', async () => {
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          store.log.append({
            ...order(`c${index}`, index, ['voted']),
            sealed: { box: 'b1', deposit: index % 3 === 0 ? 'no' : 'yes' },
          }),
        ),
      );
      const deposits = await store.log.openBox('b1');
      expect(deposits.filter((deposit) => deposit === 'no')).toHaveLength(34);
      expect(deposits.filter((deposit) => deposit === 'yes')).toHaveLength(66);
    });

    it('[L11] a command that is not done puts nothing into the box', async () => {
      const cast = { ...order('c1', 0, ['voted']), sealed: { box: 'b1', deposit: 'yes' } };
      await store.log.append(cast);
      await store.log.append(cast);
      await store.log.append({ ...cast, commandId: 'c2' });
      expect(await store.log.openBox('b1')).toEqual(['yes']);
    });

    it('[L11] a box that is destroyed is empty, and others are not', async () => {
      await store.log.append({ ...order('c1', 0, ['voted']), sealed: { box: 'b1', deposit: 'yes' } });
      await store.log.append({ ...order('c2', 1, ['voted']), sealed: { box: 'b2', deposit: 'no' } });
      await store.log.append({ ...order('c3', 2, ['closed']), sealed: { box: 'b1', destroy: true } });
      await reopen();
      expect(await store.log.openBox('b1')).toEqual([]);
      expect(await store.log.openBox('b2')).toEqual(['no']);
      expect(await store.log.openBox('never')).toEqual([]);
    });

    it('[L11] a choice may be long, but not without end', async () => {
      const deposit = 'い'.repeat(170);
      await store.log.append({ ...order('c1', 0, ['voted']), sealed: { box: 'b1', deposit } });
      expect(await store.log.openBox('b1')).toEqual([deposit]);
      const longer = store.log.append({
        ...order('c2', 1, ['voted']),
        sealed: { box: 'b1', deposit: `${deposit}abc` },
      });
      await expect(longer).rejects.toThrow(RangeError);
    });

    it('[L11] no choice is in the copy', async () => {
      await store.log.append({ ...order('c1', 0, ['voted']), sealed: { box: 'b1', deposit: 'p07' } });
      expect(JSON.stringify(await store.log.copyOut(M))).not.toContain('p07');
    });

    it('[L12] a follower is told of each record once, in order, until it stops', async () => {
      const told: string[] = [];
      await store.log.append(order('c1', 0, ['before']));
      const heard = new Promise<void>((resolve) => {
        const stop = store.log.follow(M, (records) => {
          told.push(...texts(records));
          if (told.length < 3) return;
          stop();
          resolve();
        });
      });
      await store.log.append(order('c2', 1, []));
      await store.log.append(order('x1', 0, ['elsewhere'], 'm-2'));
      await store.log.append(order('c3', 1, ['a', 'b']));
      await store.log.append(order('c3', 1, ['a', 'b']));
      await store.log.append(order('c4', 3, ['c']));
      await heard;
      await store.log.append(order('c5', 4, ['after']));
      expect(told).toEqual(['a', 'b', 'c']);
    });

    it('[L13] an epoch is made with the meeting and stays', async () => {
      await store.log.append(order('c1', 0, ['a']));
      await store.log.append(order('x1', 0, ['x'], 'm-2'));
      const epoch = await store.log.epoch(M);
      expect(epoch).toMatch(/^[0-9a-f]{32}$/);
      expect(await store.log.epoch('m-2')).not.toBe(epoch);
      await store.log.append(order('c2', 1, ['b']));
      await reopen();
      expect(await store.log.epoch(M)).toBe(epoch);
      const next = await store.log.confirmReplaced(M);
      expect(next).not.toBe(epoch);
      expect(await store.log.epoch(M)).toBe(next);
    });

    it('[L13] meetings are listed in the order in which they were made', async () => {
      await store.log.append(order('c1', 0, ['a', 'b'], 'zz'));
      await store.log.append(order('c1', 0, ['a'], 'aa'));
      await reopen();
      const listed = await store.log.meetings();
      expect(listed.map(({ meeting, version }) => [meeting, version])).toEqual([
        ['zz', 2],
        ['aa', 1],
      ]);
      expect(listed[0]!.createdAt).toBeLessThan(listed[1]!.createdAt);
      expect(listed[0]!.epoch).toBe(await store.log.epoch('zz'));
    });

    it('[L14] a copy brought into another store is the same meeting in a new epoch', async () => {
      await store.log.append(order('c1', 0, ['a', 'b']));
      await store.log.append({ ...order('c2', 2, []), answer: { refused: 'x' } });
      const copy = await store.log.copyOut(M);
      const epoch = await store.log.epoch(M);
      const other = await make();
      try {
        const target = await other.open();
        await target.log.copyIn([copy!]);
        expect(await target.log.copyOut(M)).toEqual(copy);
        expect(await target.log.read(M, 0)).toEqual(await store.log.read(M, 0));
        expect(await target.log.append(order('c1', 0, ['again']))).toMatchObject({ status: 'duplicate' });
        expect(await target.log.append(order('c3', 2, ['c']))).toMatchObject({
          status: 'appended',
          version: 3,
        });
        expect(await target.log.epoch(M)).not.toBe(epoch);
      } finally {
        await other.remove();
      }
    });

    it('[L29] a meeting is taken out only at the version that was copied, and comes back whole', async () => {
      await store.log.append(order('c1', 0, ['a', 'b']));
      await store.log.append(order('x1', 0, ['x'], 'm-2'));
      await store.log.saveSnapshot(M, { version: 2, schema: 1, body: 'state' });
      const copy = (await store.log.copyOut(M))!;
      const records = await store.log.read(M, 0);
      expect(await store.log.remove(M, 1)).toBe(false);
      expect(await store.log.remove('nowhere', 0)).toBe(false);
      expect(await store.log.read(M, 0)).toEqual(records);
      const removed = new Promise((resolve) => store.log.onNotice(resolve));
      expect(await store.log.remove(M, 2)).toBe(true);
      expect(await removed).toEqual({ kind: 'removed', meeting: M });
      await reopen();
      expect((await store.log.meetings()).map(({ meeting }) => meeting)).toEqual(['m-2']);
      expect(await store.log.read(M, 0)).toEqual([]);
      expect(await store.log.version(M)).toBe(0);
      expect(await store.log.answer(M, 'c1')).toBeNull();
      expect(await store.log.loadSnapshot(M)).toBeNull();
      await store.log.copyIn([copy]);
      expect(await store.log.read(M, 0)).toEqual(records);
      expect(await store.log.append(order('c1', 0, ['a', 'b']))).toMatchObject({ status: 'duplicate' });
      expect(await store.log.append(order('c2', 2, ['c']))).toMatchObject({ status: 'appended', version: 3 });
    });

    it('[K60] what was taken out is in the register in the same step, and stays there when it comes back', async () => {
      const disposal = (meeting: string, records: number): Disposal => ({
        meeting,
        title: '第１回審議会',
        body: '審議会',
        heldAt: '2010-05-10T14:00:00+09:00',
        records,
        head: 'ab'.repeat(32),
        removedAt: 1_600_000_000_000,
        removedBy: 'link',
        file: '記録.jsonl',
      });
      await store.log.append(order('c1', 0, ['a', 'b']));
      await store.log.append(order('x1', 0, ['x'], 'm-2'));
      const copy = (await store.log.copyOut(M))!;
      expect(await store.log.disposals()).toEqual([]);
      expect(await store.log.remove(M, 1, disposal(M, 1))).toBe(false);
      expect(await store.log.disposals()).toEqual([]);
      expect(await store.log.remove(M, 2, disposal(M, 2))).toBe(true);
      expect(await store.log.remove('m-2', 1, disposal('m-2', 1))).toBe(true);
      await store.log.copyIn([copy]);
      await reopen();
      expect(await store.log.disposals()).toEqual([disposal(M, 2), disposal('m-2', 1)]);
      expect(await store.log.remove(M, 2)).toBe(true);
      expect(await store.log.disposals()).toHaveLength(2);
    });

    it('[L14] a copy of a meeting that is there, or that does not hold together, brings in nothing', async () => {
      await store.log.append(order('c1', 0, ['a', 'b', 'c']));
      const copy = (await store.log.copyOut(M))!;
      await expect(store.log.copyIn([copy])).rejects.toMatchObject({ code: 'log/exists' });
      await store.log.append(order('x1', 0, ['x'], 'm-2'));
      const second = (await store.log.copyOut('m-2'))!;
      const other = await make();
      try {
        const { log } = await other.open();
        const altered = copy.records.with(1, { ...copy.records[1]!, event: noted('forged') });
        const holed = copy.records.toSpliced(1, 1);
        for (const records of [altered, holed]) {
          await expect(log.copyIn([{ ...copy, records }])).rejects.toMatchObject({ code: 'log/damaged' });
        }
        await expect(log.copyIn([{ ...copy, meeting: 'm-9' }])).rejects.toMatchObject({
          code: 'log/damaged',
        });
        await expect(log.copyIn([{ ...copy, records: [] }])).rejects.toMatchObject({ code: 'log/bad-copy' });
        const cutOff = { ...copy, records: copy.records.slice(0, 2) };
        await expect(log.copyIn([cutOff])).rejects.toMatchObject({ code: 'log/bad-copy' });
        await log.copyIn([second]);
        await expect(log.copyIn([copy, second])).rejects.toMatchObject({ code: 'log/exists' });
        await expect(log.copyIn([copy, cutOff])).rejects.toMatchObject({ code: 'log/bad-copy' });
        expect((await log.meetings()).map(({ meeting }) => meeting)).toEqual(['m-2']);
        expect(await log.answer(M, 'c1')).toBeNull();
      } finally {
        await other.remove();
      }
    });
  });
};

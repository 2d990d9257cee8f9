import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogSurroundings } from '../../server/log/embedded/embeddedLog.ts';
import { isLogError, type LogError } from '../../server/log/errors.ts';
import { connect, type Database } from '../../server/log/sqlite/database.ts';
import { openFile, release } from '../../server/log/sqlite/openFile.ts';
import { openSqliteStore } from '../../server/log/sqlite/sqliteStore.ts';
import type { Store } from '../../server/log/store.ts';
import { noted, order, texts } from '../support/logOrders.ts';
import { countedBytes, testSurroundings } from '../support/surroundings.ts';

describe('the file of the embedded log', () => {
  let folder: string;
  let file: string;
  let open: Store[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kyoshu-file-'));
    file = join(folder, 'data', 'kyoshu.db');
    open = [];
  });
  afterEach(async () => {
    for (const store of open) await store.close();
    await rm(folder, { recursive: true });
  });

  const random = countedBytes('file');
  const openStore = (change: Partial<LogSurroundings> = {}, pages?: number): Store => {
    const store = openSqliteStore(file, testSurroundings({ random, ...change }), { pages });
    open.push(store);
    return store;
  };

  const made = async (): Promise<void> => {
    const store = openStore();
    await store.log.append(order('c1', 0, ['first', 'second', 'third']));
    await store.close();
  };

  /** Changes the file behind the program's back. */
  const tamper = (change: (db: Database) => void): void => {
    const db = openFile(file);
    change(db);
    release(db);
  };

  const refusal = (): LogError => {
    try {
      openStore();
    } catch (error) {
      if (isLogError(error)) return error;
      throw error;
    }
    throw new Error('the file was opened');
  };

  it('[L1] lies alone in its folder when it is closed, and only its owner may read it', async () => {
    await made();
    expect(await readdir(join(folder, 'data'))).toEqual(['kyoshu.db']);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('[L15] is held by one, and free again when that one has closed', async () => {
    const first = openStore();
    expect(refusal()).toMatchObject({ code: 'log/busy' });
    expect(refusal().ja).toContain('使用中');
    await first.log.append(order('c1', 0, ['a']));
    await first.close();
    expect(texts(await openStore().log.read('m-1', 0))).toEqual(['a']);
  });

  it('[L16] what is no database is refused and left as it is', async () => {
    await made();
    for (const content of ['', 'this is not a database, but a letter.\n'.repeat(300)]) {
      await writeFile(file, content);
      expect(refusal()).toMatchObject({ code: 'log/damaged' });
      expect(await readFile(file, 'utf8')).toBe(content);
    }
  });

  it("[L16] another program's database is refused and left as it is", async () => {
    const other = connect(join(folder, 'other.db'));
    other.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1);');
    other.close();
    file = join(folder, 'other.db');
    const before = await readFile(file);
    expect(refusal()).toMatchObject({ code: 'log/damaged' });
    expect(await readFile(file)).toEqual(before);
  });

  it('[L16] a file that was cut off is refused', async () => {
    const store = openStore();
    await store.log.append(
      order(
        'c1',
        0,
        Array.from({ length: 500 }, (_, index) => `text ${index}`.padEnd(200, '.')),
      ),
    );
    await store.close();
    const whole = await readFile(file);
    for (const length of [Math.floor(whole.length / 2 / 4096) * 4096, whole.length - 4096, 5000, 50]) {
      const rest = whole.subarray(0, length);
      await writeFile(file, rest);
      expect(refusal()).toMatchObject({ code: 'log/damaged' });
      expect(await readFile(file)).toEqual(rest);
    }
  });

  it('[L16] a file of a newer version is refused', async () => {
    await made();
    tamper((db) => db.exec('PRAGMA user_version = 999'));
    const before = await readFile(file);
    expect(refusal()).toMatchObject({ code: 'log/newer' });
    expect(refusal().en).toContain('999');
    expect(await readFile(file)).toEqual(before);
  });

  it('[L16] a file of the version before is brought to this one, with all that it holds', async () => {
    await made();
    tamper((db) => db.exec('DROP TABLE disposals; PRAGMA user_version = 1;'));
    const store = openStore();
    expect(texts(await store.log.read('m-1', 0))).toEqual(['first', 'second', 'third']);
    expect(await store.log.disposals()).toEqual([]);
  });

  it('[K60] nothing in the register can be changed or taken out of it', async () => {
    await made();
    tamper((db) => {
      db.exec("INSERT INTO disposals (body) VALUES ('{}')");
      expect(() => db.exec("UPDATE disposals SET body = ''")).toThrow('never changed');
      expect(() => db.exec('DELETE FROM disposals')).toThrow('only grows');
    });
  });

  it('[L7] a record changed in the file is found when it is read', async () => {
    await made();
    const bytes = await readFile(file);
    const place = bytes.indexOf('second');
    bytes.write('SECOND', place);
    await writeFile(file, bytes);
    const { log } = openStore();
    await expect(log.read('m-1', 0)).rejects.toMatchObject({ code: 'log/damaged' });
    await expect(log.read('m-1', 0)).rejects.toThrow(/record 2/);
    expect(texts(await log.read('m-1', 2))).toEqual(['third']);
  });

  it('[L7] a record taken out, and one put in another place, are found', async () => {
    await made();
    tamper((db) => db.exec('DROP TRIGGER records_last; DELETE FROM records WHERE seq = 2;'));
    const store = openStore();
    await expect(store.log.read('m-1', 0)).rejects.toThrow(/record 2/);
    await store.close();
    tamper((db) => db.exec('DROP TRIGGER records_stay; UPDATE records SET seq = 2 WHERE seq = 3;'));
    await expect(openStore().log.read('m-1', 0)).rejects.toThrow(/record 2/);
  });

  it('[L7] records cannot be changed or deleted by a slip of the program', async () => {
    await made();
    tamper((db) => {
      expect(() => db.exec("UPDATE records SET body = '' WHERE seq = 1")).toThrow(/never changed/);
      expect(() => db.exec('DELETE FROM records')).toThrow(/never deleted/);
    });
  });

  it('[L10] a snapshot that is damaged, or of another history, is not used', async () => {
    await made();
    const save = async (): Promise<void> => {
      const store = openStore();
      await store.log.saveSnapshot('m-1', { version: 2, schema: 1, body: 'state' });
      expect(await store.log.loadSnapshot('m-1')).not.toBeNull();
      await store.close();
    };
    const load = async (): Promise<unknown> => {
      const store = openStore();
      const snapshot = await store.log.loadSnapshot('m-1');
      await store.close();
      return snapshot;
    };
    for (const change of ["body = 'stale'", "head = 'other'", 'version = 3']) {
      await save();
      tamper((db) => db.exec(`UPDATE snapshots SET ${change}`));
      expect(await load()).toBeNull();
    }
  });

  it('[L11] neither choice nor key is in any file once the box is destroyed', async () => {
    const keys: string[] = [];
    const store = openStore({
      random(bytes) {
        const made = random(bytes);
        if (bytes === 32) keys.push(Buffer.from(made).toString('base64'));
        return made;
      },
    });
    const allBytes = async (): Promise<string> => {
      const names = await readdir(join(folder, 'data'));
      const parts = await Promise.all(names.map((name) => readFile(join(folder, 'data', name), 'latin1')));
      return parts.join('');
    };
    for (const [index, deposit] of ['candidate-7', 'candidate-3', 'candidate-7'].entries()) {
      await store.log.append({ ...order(`c${index}`, index, ['voted']), sealed: { box: 'b1', deposit } });
    }
    expect(keys).toHaveLength(1);
    const during = await allBytes();
    expect(during).toContain(keys[0]);
    expect(during).not.toContain('candidate');
    await store.log.append({ ...order('c9', 3, ['closed']), sealed: { box: 'b1', destroy: true } });
    const after = await allBytes();
    expect(after).toContain('closed');
    expect(after).not.toContain(keys[0]);
    expect(after).not.toContain('candidate');
  });

  it('[L13] a backup put in the place of the file begins new epochs', async () => {
    await made();
    const backup = join(folder, 'backup.db');
    await cp(file, backup);
    const store = openStore();
    await store.log.append(order('c2', 3, ['fourth']));
    const epoch = await store.log.epoch('m-1');
    await store.close();
    await rm(file);
    await cp(backup, file);
    const restored = openStore();
    expect(await restored.log.version('m-1')).toBe(3);
    expect(await restored.log.epoch('m-1')).not.toBe(epoch);
  });

  it('[L17] a full disk refuses with a sentence, loses nothing, and goes on when there is room', async () => {
    const store = openStore({}, 60);
    const notices: unknown[] = [];
    store.log.onNotice((notice) => notices.push(notice));
    const long = 'x'.repeat(3000);
    let version = 0;
    let failure: unknown = null;
    while (failure === null) {
      try {
        await store.log.append(order(`c${version}`, version, [long]));
        version += 1;
      } catch (error) {
        failure = error;
      }
    }
    expect(failure).toMatchObject({ code: 'log/full' });
    expect(version).toBeGreaterThan(3);
    await expect(store.log.append(order('again', version, [long]))).rejects.toMatchObject({
      code: 'log/full',
    });
    expect(notices).toEqual([{ kind: 'waiting', reason: 'log/full' }]);
    expect(await store.log.version('m-1')).toBe(version);
    await store.close();
    const roomy = openStore();
    expect(await roomy.log.append(order(`c${version}`, version, [long]))).toMatchObject({
      status: 'appended',
    });
    expect(await roomy.log.read('m-1', 0)).toHaveLength(version + 1);
  });

  it('[L6] an append that the file refuses fails alone among those of its turn', async () => {
    const store = openStore();
    const results = await Promise.allSettled([
      store.log.append(order('c1', 0, ['a'])),
      // SQLite takes no text as a meeting that is no text; a bug could pass one.
      store.log.append({ ...order('c2', 0, []), meeting: null as unknown as string, events: [noted('b')] }),
      store.log.append(order('c3', 1, ['c'])),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(texts(await store.log.read('m-1', 0))).toEqual(['a', 'c']);
  });
});

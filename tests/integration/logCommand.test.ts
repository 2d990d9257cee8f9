import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logCommand } from '../../server/log/commands.ts';
import { toLines } from '../../server/log/lines.ts';
import { openStore, storeFile } from '../../server/log/openStore.ts';
import { order, texts } from '../support/logOrders.ts';

interface Run {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

describe('npm run log', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kyoshu-cli-'));
    file = join(folder, 'log.jsonl');
    const store = await openStore({ dataDir: join(folder, 'a') });
    await store.log.append(order('c1', 0, ['あ', 'b']));
    await store.log.append({ ...order('c2', 2, []), answer: { refused: 'vote/closed' } });
    await store.log.append({ ...order('c3', 2, ['voted']), sealed: { box: 'b', deposit: 'p07' } });
    await store.log.append(order('c1', 0, ['x'], 'm-2'));
    await store.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (place: string, ...args: string[]): Promise<Run> => {
    const dataDir = join(folder, place);
    let printed = '';
    let complained = '';
    const code = await logCommand(args, {
      open: () => openStore({ dataDir }),
      missing: () => (existsSync(storeFile(dataDir)) ? null : storeFile(dataDir)),
      print: (text) => (printed += text),
      complain: (text) => (complained += text),
    });
    return { code, printed, complained };
  };

  it('[L24] what is exported can be verified, imported, and exported again, the same but for the epochs', async () => {
    expect(await run('a', 'export', '--all', '--out', file)).toMatchObject({ code: 0, complained: '' });
    expect(await run('a', 'verify', file)).toMatchObject({ code: 0 });
    expect(await run('b', 'import', file)).toMatchObject({ code: 0, complained: '' });
    expect(await run('b', 'verify')).toMatchObject({ code: 0 });
    const again = await run('b', 'export', '--all');
    const plain = (text: string): string => text.replace(/"epoch":"[0-9a-f]{32}"/g, '');
    expect(plain(again.printed)).toBe(plain(await readFile(file, 'utf8')));
    const store = await openStore({ dataDir: join(folder, 'b') });
    expect(texts(await store.log.read('m-1', 0))).toEqual(['あ', 'b', 'voted']);
    expect(await store.log.answer('m-1', 'c2')).toMatchObject({ body: { refused: 'vote/closed' } });
    await store.close();
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('[L24] one meeting is exported by its id, an unknown one is refused with those there are', async () => {
    const one = await run('a', 'export', 'm-2');
    expect(one.printed.split('\n')).toHaveLength(4);
    expect(one.printed).not.toContain('あ');
    const unknown = await run('a', 'export', 'm-9');
    expect(unknown).toMatchObject({ code: 1, printed: '' });
    expect(unknown.complained).toContain('m-1');
  });

  it('[L24] no choice of a secret ballot is exported', async () => {
    expect((await run('a', 'export', '--all')).printed).not.toContain('p07');
  });

  it('[L24] the first bad line is named, and nothing of such a file is imported', async () => {
    await run('a', 'export', '--all', '--out', file);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const damages: [number, string[]][] = [
      [1, ['{"format":"other/1"}', ...lines.slice(1)]],
      [2, lines.with(1, lines[1]!.replace('あ', 'い'))],
      [3, lines.with(2, '{ not JSON')],
      [3, lines.toSpliced(2, 1)],
      [4, [lines[0]!, lines[1]!, lines[2]!, lines[1]!, ...lines.slice(4)]],
      [5, lines.with(4, '{"answer":{"commandId":"c1"}}')],
      [1, lines.with(4, lines[5]!)],
      [lines.length, lines.slice(0, -1)],
      [lines.length + 1, [...lines, 'more']],
      [lines.length + 1, [...lines, ...lines]],
      [1, []],
    ];
    for (const [line, damaged] of damages) {
      await writeFile(file, damaged.join('\n'));
      const verdict = await run('a', 'verify', file);
      expect(verdict.code).toBe(1);
      expect(verdict.complained).toContain(`の${line}行目`);
      expect(verdict.complained).toContain(`line ${line}:`);
      expect(await run('b', 'import', file)).toMatchObject({ code: 1, printed: '' });
    }
    expect(existsSync(storeFile(join(folder, 'b')))).toBe(false);
  });

  it('[L24] a meeting that is there is not imported over, nor any other of the file', async () => {
    await run('a', 'export', 'm-2', '--out', file);
    await run('b', 'import', file);
    await run('a', 'export', '--all', '--out', file);
    const twice = await run('b', 'import', file);
    expect(twice).toMatchObject({ code: 1, printed: '' });
    expect(twice.complained).toContain('m-2');
    expect((await run('b', 'export', '--all')).printed).not.toContain('あ');
  });

  it('[L29] an archived meeting is in the file and no longer in the log, until it is brought in again', async () => {
    const whole = (await run('a', 'export', 'm-1')).printed;
    expect(await run('a', 'archive', 'm-1', '--out', file)).toMatchObject({ code: 0, complained: '' });
    expect(await readFile(file, 'utf8')).toBe(whole);
    expect((await run('a', 'export', '--all')).printed).not.toContain('あ');
    expect(await run('a', 'archive', 'm-2', '--out', file)).toMatchObject({ code: 1 });
    expect(await readFile(file, 'utf8')).toBe(whole);
    expect(await run('a', 'archive', 'm-1', '--out', join(folder, 'other'))).toMatchObject({ code: 1 });
    expect(existsSync(join(folder, 'other'))).toBe(false);
    expect(await run('a', 'import', file)).toMatchObject({ code: 0 });
    const plain = (text: string): string => text.replace(/"epoch":"[0-9a-f]{32}"/g, '');
    expect(plain((await run('a', 'export', 'm-1')).printed)).toBe(plain(whole));
  });

  it('[L24] a line end of Windows and a byte order mark do no harm', async () => {
    const { printed } = await run('a', 'export', '--all');
    await writeFile(file, `\uFEFF${printed.replaceAll('\n', '\r\n')}`);
    expect(await run('a', 'verify', file)).toMatchObject({ code: 0 });
  });

  it('[L24] while a server holds the log, it says so and what to do', async () => {
    const server = await openStore({ dataDir: join(folder, 'a') });
    await writeFile(file, [...toLines((await server.log.copyOut('m-2'))!, 'e')].join('\n'));
    expect(await run('a', 'verify', file)).toMatchObject({ code: 0 });
    for (const args of [['export', '--all'], ['verify'], ['import', file]]) {
      const refused = await run('a', ...args);
      expect(refused).toMatchObject({ code: 1, printed: '' });
      expect(refused.complained).toContain('使用中');
      expect(refused.complained).toContain('事務局の画面');
    }
    await server.close();
  });

  it('[L24] what is not there is said, and nothing is made', async () => {
    expect((await run('none', 'verify')).complained).toContain('kyoshu.db');
    expect((await run('none', 'export', '--all')).code).toBe(1);
    expect((await run('a', 'import', join(folder, 'none.jsonl'))).complained).toContain('none.jsonl');
    expect((await run('a', 'export', '--all', '--out', join(folder, 'no', 'where'))).complained).toContain(
      'where',
    );
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('[L24] anything else prints how it is used', async () => {
    for (const args of [
      [],
      ['export'],
      ['export', 'm-1', '--all'],
      ['import'],
      ['other'],
      ['verify', '--x'],
      ['verify', 'a', 'b'],
      ['archive', 'm-1'],
    ]) {
      const { code, complained } = await run('a', ...args);
      expect(code).toBe(2);
      expect(complained).toContain('npm run log -- export');
    }
  });
});

/** What `npm run log` does; server/cli/log.ts runs it in a terminal. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isLogError } from './errors.ts';
import { readLines, toLines } from './lines.ts';
import type { MeetingLog } from './meetingLog.ts';
import type { Store } from './store.ts';

export interface LogCommandWorld {
  /** Opens the store; `existing` refuses to make one. */
  readonly open: () => Promise<Store>;
  /** Null when there is a store; otherwise where it was looked for. */
  readonly missing: () => string | null;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const USAGE = `使い方 / usage:
  npm run log -- export MEETING|--all [--out FILE]   会議の記録を書き出す / write a log as lines of JSON
  npm run log -- verify [FILE]                       記録、または書き出したファイルを検査する / check the log, or such a file
  npm run log -- import FILE                         書き出した記録を取り込む / bring such a file in
  npm run log -- archive MEETING --out FILE          書き出して、ここからは除く / write it to a new file and take it out here
場所はKYOSHU_DATA（既定は./data）。 The place is KYOSHU_DATA (default ./data).`;

class Problem extends Error {}

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Problem(`「${file}」を読めません。\n"${file}" cannot be read.`);
  }
};

/** Whole or not at all: under the name there is never half a file. */
const writeWhole = (file: string, text: string): void => {
  const draft = `${file}.part`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
    throw new Problem(`「${file}」に書けません。\n"${file}" cannot be written.`);
  }
};

const withLog = async <T>(world: LogCommandWorld, work: (log: MeetingLog) => Promise<T>): Promise<T> => {
  const store = await world.open();
  try {
    return await work(store.log);
  } finally {
    await store.close();
  }
};

/** For commands that look at what is there. */
const withKnownLog = async <T>(world: LogCommandWorld, work: (log: MeetingLog) => Promise<T>): Promise<T> => {
  const missing = world.missing();
  if (missing !== null) throw new Problem(`「${missing}」がありません。\nThere is no "${missing}".`);
  return withLog(world, work);
};

/** The lines of the wanted meeting, or of all. */
const linesOf = async (log: MeetingLog, wanted: string | null): Promise<string> => {
  const known = await log.meetings();
  const chosen = wanted === null ? known : known.filter(({ meeting }) => meeting === wanted);
  if (chosen.length === 0) {
    const names = known.map(({ meeting }) => `  ${meeting}`).join('\n');
    throw new Problem(`その会議はありません。あるのは：\nThere is no such meeting. There are:\n${names}`);
  }
  const lines: string[] = [];
  for (const { meeting, epoch } of chosen) {
    const copy = await log.copyOut(meeting);
    if (copy !== null) lines.push(...toLines(copy, epoch));
  }
  return `${lines.join('\n')}\n`;
};

const exportLog = async (world: LogCommandWorld, wanted: string | null, out: string | undefined) => {
  const text = await withKnownLog(world, (log) => linesOf(log, wanted));
  if (out === undefined) world.print(text);
  else writeWhole(out, text);
};

const readFileOfLines = (file: string) => {
  const read = readLines(readText(file));
  if (!read.ok) {
    throw new Problem(
      `「${file}」の${read.line}行目：${read.ja}。\n"${file}", line ${read.line}: ${read.en}.`,
    );
  }
  return read.copies;
};

const verify = async (world: LogCommandWorld, file: string | undefined): Promise<void> => {
  const good: { meeting: string; records: number }[] = [];
  if (file !== undefined) {
    for (const { meeting, records } of readFileOfLines(file)) good.push({ meeting, records: records.length });
  } else {
    await withKnownLog(world, async (log) => {
      for (const { meeting } of await log.meetings()) {
        good.push({ meeting, records: (await log.copyOut(meeting))?.records.length ?? 0 });
      }
    });
  }
  for (const { meeting, records } of good) world.print(`${meeting}  ${records}\n`);
  world.print(`会議${good.length}件、異状ありません。 ${good.length} meetings, all in order.\n`);
};

const importLog = async (world: LogCommandWorld, file: string): Promise<void> => {
  const copies = readFileOfLines(file);
  await withLog(world, (log) => log.copyIn(copies));
  for (const { meeting, records } of copies) world.print(`${meeting}  ${records.length}\n`);
  world.print(`会議${copies.length}件を取り込みました。 ${copies.length} meetings were imported.\n`);
};

/** Out of the store only when the file was read back and is good. */
const archive = async (world: LogCommandWorld, meeting: string, out: string): Promise<void> => {
  if (existsSync(out)) throw new Problem(`「${out}」はすでにあります。\n"${out}" is there already.`);
  await withKnownLog(world, async (log) => {
    writeWhole(out, await linesOf(log, meeting));
    const [copy] = readFileOfLines(out);
    if (copy === undefined || !(await log.remove(meeting, copy.records.length))) {
      rmSync(out);
      throw new Problem(
        `会議「${meeting}」は書き出しの間に進みました。何も除いていません。\nThe meeting "${meeting}" went on meanwhile. Nothing was taken out.`,
      );
    }
    world.print(`${meeting}  ${copy.records.length}  →  ${out}\n`);
  });
};

interface Asked {
  readonly command: string | undefined;
  readonly name: string | undefined;
  readonly all: boolean;
  readonly out: string | undefined;
}

/** Null for what is no command. */
const understand = (args: readonly string[]): Asked | null => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { all: { type: 'boolean' }, out: { type: 'string' } },
    });
    const [command, name, ...rest] = positionals;
    return rest.length > 0 ? null : { command, name, all: values.all === true, out: values.out };
  } catch {
    return null;
  }
};

const BUSY_HINT =
  'サーバーが動いている間は、事務局の画面の「記録の書き出し」を使えます。\nWhile the server runs, use the export on the desk instead.';

/** Returns the exit code: 0 done, 1 a problem (its sentence was printed), 2 no such command. */
export const logCommand = async (args: readonly string[], world: LogCommandWorld): Promise<number> => {
  const asked = understand(args);
  try {
    if (asked?.command === 'export' && (asked.name !== undefined) !== asked.all) {
      await exportLog(world, asked.name ?? null, asked.out);
    } else if (asked?.command === 'verify' && !asked.all && asked.out === undefined) {
      await verify(world, asked.name);
    } else if (
      asked?.command === 'import' &&
      asked.name !== undefined &&
      !asked.all &&
      asked.out === undefined
    ) {
      await importLog(world, asked.name);
    } else if (
      asked?.command === 'archive' &&
      asked.name !== undefined &&
      !asked.all &&
      asked.out !== undefined
    ) {
      await archive(world, asked.name, asked.out);
    } else {
      world.complain(`${USAGE}\n`);
      return 2;
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Problem) && !isLogError(error)) throw error;
    world.complain(`${error.message}\n`);
    if (isLogError(error, 'log/busy')) world.complain(`${BUSY_HINT}\n`);
    return 1;
  }
};

import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerRefused } from './replay/serverRefused.ts';

/*
 * A desk's link for programs on this machine. It lies in the data folder, readable by its owner only: whoever can
 * read that folder has the whole record anyway. Each start of the server makes a new one.
 */

const fileOf = (data: string) => join(data, 'local-link');

export async function leaveLocalLink(data: string, link: string): Promise<void> {
  // Removed first: `mode` is only for a file that is new.
  await rm(fileOf(data), { force: true });
  await writeFile(fileOf(data), `${link}\n`, { mode: 0o600 });
  await chmod(fileOf(data), 0o600);
}

/** The link that the server with this data folder left. @throws {ServerRefused} where none runs here. */
export async function localLink(data: string): Promise<string> {
  try {
    return (await readFile(fileOf(data), 'utf8')).trim();
  } catch {
    throw new ServerRefused(
      `No server left its link in ${data}. Give the desk's link: --url 'http://…/link#t=…', or set KYOSHU_DATA.`,
    );
  }
}

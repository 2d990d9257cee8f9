import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import type { DeskClient } from './deskClient.ts';

const minutesFormats = { txt: 'text', md: 'markdown', html: 'html', docx: 'docx', json: 'json' } as const;

/**
 * Downloads every output, then puts all of them into the folder: each is written beside its place and moved there,
 * so that a folder never holds half a file, and holds nothing new when a download fails. `form`: a profile's id that
 * the server knows, or a profile of the caller's own.
 */
export async function writeOutputs(
  desk: DeskClient,
  meeting: string,
  form: string | Profile,
  dir: string,
): Promise<void> {
  const files: [name: string, body: Buffer][] = [];
  for (const [ending, format] of Object.entries(minutesFormats))
    files.push([`minutes.${ending}`, await desk.minutes(meeting, format, form)]);
  files.push(['state.json', await desk.download(`/api/meetings/${meeting}/state`)]);
  files.push(['log.jsonl', await desk.download(`/api/meetings/${meeting}/log`)]);
  const target = resolve(dir);
  await mkdir(target, { recursive: true });
  const waiting = join(dirname(target), `.${basename(target)}-${process.pid}`);
  await mkdir(waiting);
  try {
    for (const [name, body] of files) await writeFile(join(waiting, name), body);
    for (const [name] of files) await rename(join(waiting, name), join(target, name));
  } finally {
    await rm(waiting, { recursive: true, force: true });
  }
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledProfiles } from '../shared/minutes/profiles.ts';
import type { Profile } from '../shared/minutes/profile/schema.ts';
import { JsonFileError } from './jsonFile.ts';
import { readProfileFile } from './profileFile.ts';

/**
 * The minutes profiles that the server knows: those that come with it, and a body's own from `folder`, which stand
 * above bundled ones of the same id. @throws {JsonFileError} with file, line and what is wrong
 */
export async function loadProfiles(folder: string | null): Promise<readonly Profile[]> {
  if (folder === null) return bundledProfiles;
  const own: Profile[] = [];
  for (const name of await filesIn(folder)) own.push(await readProfileFile(join(folder, name)));
  return withOwn(own);
}

/** The profiles known so far, and a body's own in the place of those with the same id. */
export function withOwn(
  own: readonly Profile[],
  known: readonly Profile[] = bundledProfiles,
): readonly Profile[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...known.filter(({ id }) => !ids.has(id)), ...own];
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new JsonFileError(
      `KYOSHU_PROFILES のフォルダー「${folder}」を読めません (${code})。\n` +
        `KYOSHU_PROFILES names the folder "${folder}", which cannot be read (${code}).`,
    );
  }
}

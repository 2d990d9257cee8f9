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
  const own = new Map<string, { readonly path: string; readonly profile: Profile }>();
  const wrong: string[] = [];
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    try {
      const profile = await readProfileFile(path);
      const same = own.get(profile.id);
      if (same !== undefined) wrong.push(`${path}: id: "${profile.id}" is the id of ${same.path} too`);
      own.set(profile.id, { path, profile });
    } catch (error) {
      if (!(error instanceof JsonFileError)) throw error;
      wrong.push(error.message);
    }
  }
  if (wrong.length > 0) throw new JsonFileError([...unusable, ...wrong].join('\n'));
  return withOwn([...own.values()].map(({ profile }) => profile));
}

/** Minutes in a form that nobody chose would be noticed when they are published: nothing starts instead. */
const unusable = [
  'KYOSHU_PROFILES の様式に、使えないものがあります。次の行を直すか、ファイルをフォルダーから外してください。',
  'A form in KYOSHU_PROFILES cannot be used. Put these lines right, or take the file out of the folder:',
];

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

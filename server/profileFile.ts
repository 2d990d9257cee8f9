import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { parseProfile } from '../shared/minutes/profile/parseProfile.ts';
import type { Profile } from '../shared/minutes/profile/schema.ts';
import { JsonFileError, parseJsonFile } from './jsonFile.ts';

/** Reads one minutes profile. @throws {JsonFileError} with file, line, field and what is allowed there. */
export async function readProfileFile(path: string): Promise<Profile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new JsonFileError(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
  // In another encoding every Japanese word would be printed as something else, and nothing would say so.
  if (!isUtf8(bytes))
    throw new JsonFileError(`${path}:1: this is not UTF-8; save it in UTF-8 (文字コードをUTF-8にして保存)`);
  const text = bytes.toString('utf8');
  const source = parseJsonFile(text, path);
  const parsed = parseProfile(source.value);
  if (parsed.ok) return parsed.profile;
  throw new JsonFileError(
    parsed.problems
      .map((problem) => `${source.placeOf(problem.path)}: ${problem.path.join('.')}: ${problem.message}`)
      .join('\n'),
  );
}

import { readFile } from 'node:fs/promises';
import { parseProfile } from '../shared/minutes/profile/parseProfile.ts';
import type { Profile } from '../shared/minutes/profile/schema.ts';
import { JsonFileError, parseJsonFile } from './jsonFile.ts';

/** Reads one minutes profile. @throws {JsonFileError} with file, line, field and what is allowed there. */
export async function readProfileFile(path: string): Promise<Profile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new JsonFileError(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
  const source = parseJsonFile(text, path);
  const parsed = parseProfile(source.value);
  if (parsed.ok) return parsed.profile;
  throw new JsonFileError(
    parsed.problems
      .map((problem) => `${source.placeOf(problem.path)}: ${problem.path.join('.')}: ${problem.message}`)
      .join('\n'),
  );
}

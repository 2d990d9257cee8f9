import { chairWords } from '../../messages/chair.ts';
import { listed } from '../../messages/listed.ts';
import type { People } from '../../reading/people.ts';
import { fullName } from './fullName.ts';

/** How many are named; of a whole assembly the rest is a number. */
const named = 6;

/** 異議を申し出た委員 with their names, of many the first. Null where nobody objects. */
export function objectorsNamed(objectors: readonly string[], people: People): string | null {
  if (objectors.length === 0) return null;
  const names = objectors.slice(0, named).map((who) => fullName(people, who));
  const rest = objectors.length - named;
  return chairWords().objectedBy({
    names: listed([...names, ...(rest > 0 ? [chairWords().objectorsMore({ n: rest })] : [])]),
  });
}

import { fill } from './profile/template.ts';
import type { Profile } from './profile/schema.ts';
import type { PrompterStep, PrompterValues } from './prompterSteps.ts';
import { inDigits } from './profile/numberForm.ts';
import { plainProfile } from './profiles.ts';

/** What the chair reads aloud (口述) at this step, in the body's own words and digits. */
export function prompterWords<S extends PrompterStep>(
  profile: Profile,
  step: S,
  values: PrompterValues<S>,
): string {
  const words = profile.prompter[step] ?? plainProfile.prompter[step] ?? '';
  return inDigits(profile.digits, withoutEcho(fill(words, values)));
}

/**
 * A template cannot know how a value ends: 「…について」 before について, or 「委員０１」, a name that is already a title,
 * before 委員. Nobody says the word twice.
 */
function withoutEcho(words: string): string {
  return words.replaceAll('についてについて', 'について').replaceAll(/(委員[\d０-９]+)委員/g, '$1さん');
}

import type { Role } from '../../../shared/meeting/person.ts';
import { isMemberRole } from '../../../shared/meeting/person.ts';
import type { Rules } from '../../../shared/rules/rules.ts';

/** Whether somebody on the roster votes by the rules chosen: always, when votes are level (裁決), or never. */
export function rosterVote(role: Role, { chair }: Pick<Rules, 'chair'>): 'always' | 'tie' | 'never' {
  if (!isMemberRole(role)) return 'never';
  return role === 'chair' && chair.vote === 'castingOnly' ? 'tie' : 'always';
}

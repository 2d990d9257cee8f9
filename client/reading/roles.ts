import type { Role } from '../../shared/meeting/person.ts';

/** Members hold seats: the chair, the deputy and the ordinary members. */
export function isMember(role: Role): boolean {
  return role === 'chair' || role === 'deputyChair' || role === 'member';
}

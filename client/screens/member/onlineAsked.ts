import type { MemberView } from '../../../shared/views/types/memberView.ts';
import type { MeView } from '../../../shared/views/types/meView.ts';
import type { AskedPermits } from '../../../shared/views/types/permitLines.ts';

/** Whether a member is told how their own taking part online stands: not who is in the room, or online by right. */
export function ownLeaveShown(me: MeView | null): boolean {
  if (me?.online == null) return false;
  if (me.presence !== 'present') return true;
  // Whom the desk has let in without their asking needs to do nothing more.
  return me.channel === 'online' && me.online.leave !== 'free' && me.online.leave !== 'ask';
}

/** Whose taking part online this member is asked to consent to. */
export function consentsAsked(view: MemberView, me: MeView | null): AskedPermits['waiting'] {
  if (me?.online == null) return [];
  return (view.permits?.waiting ?? []).filter(({ who }) => who !== me.person);
}

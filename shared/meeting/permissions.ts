import type { Command } from './commands.ts';
import type { Actor } from './context.ts';
import { isFinal, isOver } from './inSession.ts';
import { personOf } from './lookup.ts';
import { isMemberRole } from './person.ts';
import { afterFinal, afterTheEnd, mayDo } from './powers.ts';
import type { Power } from './powers.ts';
import { actsForDesk, presides } from './presiding.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState } from './state.ts';

/** Whether this actor may send this command at all; null when they may. */
export function permit(state: MeetingState, command: Command, actor: Actor): Refusal | null {
  const { status } = state.conduct;
  if ((status === 'closed' || status === 'adjourned') && !afterTheEnd.has(command.do)) return isOver();
  if (state.confirmation.finalized !== null && !afterFinal.has(command.do)) return isFinal();
  if (actor.kind === 'person' && personOf(state, actor.id) === undefined) return notOnRoster();
  const powers = mayDo[command.do];
  if (powers.some((power) => holds(state, command, actor, power))) return null;
  return explain(state, command, actor, powers);
}

function holds(state: MeetingState, command: Command, actor: Actor, power: Power): boolean {
  switch (power) {
    case 'system':
      return actor.kind === 'system';
    case 'desk':
      return actsForDesk(state, actor);
    case 'chair':
      return presides(state, actor);
    case 'chairsWords':
      return presides(state, actor) || (state.rules.vote.deskOnChairsWord && actsForDesk(state, actor));
    case 'self':
      return isMemberActor(state, actor) && isAboutSelf(command, actor);
    case 'member':
      return isMemberActor(state, actor);
    case 'official':
      return roleOf(state, actor) === 'official' && isAboutSelf(command, actor);
  }
}

function explain(state: MeetingState, command: Command, actor: Actor, powers: readonly Power[]): Refusal {
  const role = roleOf(state, actor);
  if (role === 'observer')
    return refuse(
      'permission/observer',
      '傍聴者は会議を見ることだけができます。ご用のときは事務局にお声がけください。',
      'Observers can only watch. Speak to the secretariat if you need something.',
    );
  if (powers.includes('chairsWords'))
    return refuse(
      'permission/chairs-words',
      'これは議長のことばです。議長の端末で操作してください。',
      'These are the chair’s own words. Use the chair’s device.',
    );
  const own = role !== null && isMemberRole(role) ? powers.includes('self') : powers.includes('official');
  if (own && !isAboutSelf(command, actor))
    return refuse(
      'permission/only-yourself',
      'ほかの人の操作はできません。ご自分の操作だけができます。',
      'You cannot act for somebody else, only for yourself.',
    );
  if (powers.includes('chair'))
    return refuse(
      'permission/chair-or-desk',
      'この操作は議長か事務局が行います。議長か事務局にお伝えください。',
      'This is for the chair or the secretariat. Ask them.',
    );
  return refuse(
    'permission/desk',
    'この操作は事務局が行います。事務局にお伝えください。',
    'This is for the secretariat. Ask them.',
  );
}

function notOnRoster(): Refusal {
  return refuse(
    'permission/not-on-roster',
    'この会議の名簿にお名前がありません。事務局にお伝えください。',
    'You are not on this meeting’s roster. Tell the secretariat.',
  );
}

function roleOf(state: MeetingState, actor: Actor) {
  return actor.kind === 'person' ? (personOf(state, actor.id)?.role ?? null) : null;
}

function isMemberActor(state: MeetingState, actor: Actor): boolean {
  const role = roleOf(state, actor);
  return role !== null && isMemberRole(role);
}

/** Commands without a `who` are about whoever sends them. */
function isAboutSelf(command: Command, actor: Actor): boolean {
  const who = 'who' in command ? command.who : undefined;
  return who === undefined || (actor.kind === 'person' && who === actor.id);
}

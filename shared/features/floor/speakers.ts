import type { Context } from '../../meeting/context.ts';
import { isMember, nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { keptOut } from '../../meeting/publicity.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { spokenBy } from './endTurn.ts';

/** Whether this person may have the floor on the item on the table. */
export function cannotSpeak(state: MeetingState, who: PersonId): Refusal | null {
  const person = personOf(state, who);
  if (person === undefined) return unknownPerson(who);
  if (person.role === 'observer')
    return refuse(
      'floor/observer',
      `${person.name}さんは傍聴者です。傍聴者は発言できません。`,
      `${person.name} is an observer. Observers cannot speak.`,
    );
  const { presence } = seatOf(state, who);
  // Officials and secretaries need no check-in; one recorded as gone is gone all the same.
  const isHere = isMember(state, who) ? presence === 'present' : presence !== 'left' && presence !== 'absent';
  if (!isHere)
    return refuse(
      'floor/not-present',
      `${person.name}さんは出席していません。先に出席を受け付けてください。`,
      `${person.name} is not present. Record the arrival first.`,
    );
  if (state.rules.recusal.mode === 'leave' && isRecused(state, who, state.agenda.current))
    return refuse(
      'floor/recused',
      `${person.name}さんはこの議題から除斥されています。この議題では発言できません。`,
      `${person.name} is excluded from this item and cannot speak on it.`,
    );
  if (isMember(state, who) && keptOut(state, seatOf(state, who).channel, state.agenda.current))
    return refuse(
      'floor/closed-session',
      `この議題は非公開のため、オンラインの${person.name}さんは発言できません。`,
      `This item is closed to the public: ${person.name}, who is online, cannot speak on it.`,
    );
  return null;
}

/** Whether a member has used up the nominations or the time the rules allow on one item. */
export function usedUp(state: MeetingState, who: PersonId): Refusal | null {
  const { limit } = state.rules.floor;
  if (limit === 'none' || !isMember(state, who)) return null;
  const { times, ms } = spokenBy(state.floor.spoken, who);
  const name = nameOf(state, who);
  if (limit.times !== undefined && times >= limit.times)
    return refuse(
      'floor/limit-reached',
      `${name}さんは、この議題で認められた${String(limit.times)}回の発言を終えています。続けるには議長が指名してください。`,
      `${name} has had the ${String(limit.times)} turns allowed on this item. The chair may still call on them.`,
    );
  if (limit.seconds !== undefined && ms >= limit.seconds * 1000)
    return refuse(
      'floor/limit-reached',
      `${name}さんは、この議題で認められた${String(limit.seconds)}秒を使い終えています。続けるには議長が指名してください。`,
      `${name} has used the ${String(limit.seconds)} seconds allowed on this item. The chair may still call on them.`,
    );
  return null;
}

/** Whom a command is about: the person named, else whoever acts. */
export function subjectOf(who: PersonId | undefined, context: Context): PersonId | Refusal {
  if (who !== undefined) return who;
  if (context.actor.kind === 'person') return context.actor.id;
  return refuse(
    'floor/nobody-named',
    '誰のことか分かりません。人を選んでください。',
    'Nobody is named. Choose a person.',
  );
}

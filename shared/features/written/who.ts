import type { Actor } from '../../meeting/context.ts';
import { isMember, nameOf, personOf, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { actsForDesk } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';

/** The member whose reply this is: whoever sends it, or whom the desk enters it for. */
export function memberReplying(
  state: MeetingState,
  actor: Actor,
  named: PersonId | undefined,
): PersonId | Refusal {
  const who = named ?? (actor.kind === 'person' && !actsForDesk(state, actor) ? actor.id : undefined);
  if (who === undefined)
    return refuse(
      'written/who',
      'どの委員の回答かを選んでください。',
      'Choose the member whose reply this is.',
    );
  if (personOf(state, who) === undefined) return unknownPerson(who);
  return isMember(state, who)
    ? who
    : refuse(
        'written/not-a-member',
        `${nameOf(state, who)}さんは委員ではないため、回答を記録できません。`,
        `${nameOf(state, who)} is not a member: no reply can be recorded.`,
      );
}

/** Who answers: the official who sends it, or whom the desk names, or the secretary at the desk. */
export function personAnswering(
  state: MeetingState,
  actor: Actor,
  named: PersonId | undefined,
): PersonId | Refusal {
  const { people, order } = state.roster;
  const who =
    named ?? (actor.kind === 'person' ? actor.id : order.find((id) => people[id]?.role === 'secretariat'));
  if (who === undefined || personOf(state, who) === undefined) return unknownPerson(who ?? 'desk');
  const { role } = personOf(state, who) ?? {};
  return role === 'official' || role === 'secretariat'
    ? who
    : refuse(
        'written/not-an-official',
        `${nameOf(state, who)}さんは所管課や事務局の人ではないため、回答者にできません。`,
        `${nameOf(state, who)} is neither an official nor of the secretariat and cannot answer.`,
      );
}

export function notWritten(state: MeetingState): Refusal | null {
  return state.info.mode === 'written'
    ? null
    : refuse(
        'written/not-written',
        '書面会議ではありません。会議の中で質疑と採決を行ってください。',
        'This is not a written meeting: questions and votes take place in the meeting.',
      );
}

/** Null while a written meeting runs: from its dispatch to its notice. */
export function notRunning(state: MeetingState): Refusal | null {
  if (state.info.mode !== 'written') return notWritten(state);
  return state.written.dispatchedAt !== null
    ? null
    : refuse(
        'written/not-dispatched',
        '資料がまだ送付されていません。送付してから操作してください。',
        'The documents have not been sent yet. Dispatch them first.',
      );
}

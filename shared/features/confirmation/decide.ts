import { accept } from '../../meeting/decider.ts';
import type { Deciders } from '../../meeting/decider.ts';
import { personOf } from '../../meeting/lookup.ts';
import { isMemberRole } from '../../meeting/person.ts';
import type { PersonId } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { decideDeletion } from './retention.ts';

/** The minutes after the meeting: members and signatories confirm them, and the desk makes them final. */
export const confirmationDeciders: Deciders<
  'nameSignatories' | 'confirmMinutes' | 'confirmByBody' | 'finalizeMinutes' | 'deleteDetails'
> = {
  nameSignatories: (state, { people }) => {
    const named = [...new Set(people)];
    const other = named.find((id) => !isMember(state, id));
    if (other !== undefined) return notAMember(state, other);
    return accept({ type: 'SignatoriesNamed', who: named });
  },

  confirmMinutes: (state, { who }, { actor }) => {
    const person = who ?? (actor.kind === 'person' ? actor.id : '');
    if (!isMember(state, person)) return notAMember(state, person);
    if (!isOver(state)) return notOver();
    const { count } = state.record.edits;
    if (state.confirmation.confirmed[person]?.edits === count)
      return refuse(
        'minutes/already-confirmed',
        `${nameOf(state, person)}は、今の会議録をすでに確認しています。`,
        `${nameOf(state, person)} has already confirmed the minutes as they are now.`,
      );
    return accept({ type: 'MinutesConfirmed', who: person, edits: count });
  },

  confirmByBody: (state, { meeting, session, decidedAt }) => {
    if (!isOver(state)) return notOver();
    const { count } = state.record.edits;
    const { byBody } = state.confirmation;
    if (byBody?.meeting === meeting && byBody.decidedAt >= decidedAt)
      return refuse(
        'minutes/already-confirmed',
        `${session}での確認は、すでに記録しています。`,
        `The confirmation in ${session} is recorded already.`,
      );
    return accept({ type: 'MinutesConfirmedByBody', meeting, session, decidedAt, edits: count });
  },

  finalizeMinutes: (state, { why }) => {
    if (!isOver(state)) return notOver();
    const missing = missingSignatories(state);
    const reason = why?.trim() ?? '';
    if (missing.length > 0 && reason === '') {
      const names = missing.map((id) => nameOf(state, id));
      return refuse(
        'minutes/unconfirmed',
        `署名委員の${names.join('、')}が、今の会議録をまだ確認していません。確認を待つか、待たずに確定する理由を入れてください。`,
        `${names.join(', ')} signed for the minutes and has not confirmed them as they are now. Wait, or give the reason for not waiting.`,
      );
    }
    return accept({ type: 'MinutesFinalized', why: reason === '' ? null : reason, missing });
  },

  deleteDetails: decideDeletion,
};

/** Signatories who have not confirmed the minutes as they are now. */
function missingSignatories({ confirmation, record }: MeetingState): PersonId[] {
  const { signatories, confirmed } = confirmation;
  return signatories.filter((id) => confirmed[id]?.edits !== record.edits.count);
}

function isOver({ conduct }: MeetingState): boolean {
  return conduct.status === 'closed' || conduct.status === 'adjourned';
}

function isMember(state: MeetingState, who: PersonId): boolean {
  const role = personOf(state, who)?.role;
  return role !== undefined && isMemberRole(role);
}

function nameOf(state: MeetingState, who: PersonId): string {
  return personOf(state, who)?.name ?? who;
}

function notAMember(state: MeetingState, who: PersonId): Refusal {
  const name = nameOf(state, who) || '事務局';
  return refuse(
    'minutes/not-a-member',
    `${name}は委員ではありません。会議録の確認と署名は、委員が行います。`,
    `${name} is not a member. Members confirm and sign the minutes.`,
  );
}

function notOver(): Refusal {
  return refuse(
    'minutes/not-over',
    '会議が終わってから、会議録を確認し、確定してください。',
    'Confirm the minutes and make them final after the meeting is over.',
  );
}

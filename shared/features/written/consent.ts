import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { membersOf, personOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { deadlinePast } from './deadline.ts';
import { beginRound } from './rounds.ts';
import { memberReplying, notWritten } from './who.ts';

/** 書面開催への同意: asked before the dispatch. */
export const consentWritten: Decide<'consentWritten'> = (state, command, { actor }) => {
  const wrong = notWritten(state);
  if (wrong !== null) return wrong;
  if (state.written.dispatchedAt !== null) return dispatchedAlready();
  const who = memberReplying(state, actor, command.who);
  if (typeof who !== 'string') return who;
  return state.written.consents[who] === command.agree
    ? accept()
    : accept({ type: 'WrittenConsented', who, agree: command.agree });
};

/** 開催通知・資料送付: begins the meeting and its first round of questions. */
export const dispatch: Decide<'dispatch'> = (state, { documents, deadlines }, context) => {
  const refusal =
    notWritten(state) ??
    (state.written.dispatchedAt === null ? withoutConsent(state) : dispatchedAlready()) ??
    deadlinePast([deadlines.questions, deadlines.answers, deadlines.decisions], context.at);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'Dispatched', documents, deadlines });
  beginRound(story, 'questions');
  return story.accepted();
};

/**
 * Where consent was asked here, it must have been given (町田市: a majority of the members). Where nobody was asked
 * here, the secretariat's dispatch says that it was given elsewhere.
 */
function withoutConsent(state: MeetingState): Refusal | null {
  if (Object.keys(state.written.consents).length === 0) return null;
  const { agreed, needed } = consentStanding(state);
  if (agreed >= needed) return null;
  if (state.rules.written.consent === 'chair')
    return refuse(
      'written/no-consent',
      '書面会議には会長の同意が必要です。会長の同意を記録してから送付してください。',
      'A written meeting needs the chair’s consent. Record it before the dispatch.',
    );
  return refuse(
    'written/no-consent',
    `書面会議には委員${String(needed)}人の同意が必要です。いま同意は${String(agreed)}人です。`,
    `A written meeting needs the consent of ${String(needed)} members; ${String(agreed)} have given it.`,
  );
}

/** Whose consent the rule asks for (the chair's, or that of more than half of the members), and how many gave it. */
export function consentStanding(state: MeetingState): {
  readonly of: readonly PersonId[];
  readonly agreed: number;
  readonly needed: number;
} {
  const members = membersOf(state);
  const of =
    state.rules.written.consent === 'chair'
      ? members.filter((id) => personOf(state, id)?.role === 'chair')
      : members;
  return {
    of,
    agreed: of.filter((id) => getConsent(state, id) === true).length,
    needed: state.rules.written.consent === 'chair' ? 1 : Math.floor(members.length / 2) + 1,
  };
}

function getConsent({ written: { consents } }: MeetingState, who: PersonId): boolean | undefined {
  return Object.hasOwn(consents, who) ? consents[who] : undefined;
}

function dispatchedAlready(): Refusal {
  return refuse(
    'written/already-dispatched',
    '資料はすでに送付され、書面会議が始まっています。',
    'The documents were sent and the written meeting has begun.',
  );
}

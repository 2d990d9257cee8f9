import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { membersOf, personOf } from '../../meeting/lookup.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
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
    notWritten(state) ?? (state.written.dispatchedAt === null ? withoutConsent(state) : dispatchedAlready());
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
  const { consents } = state.written;
  const answers = Object.values(consents);
  if (answers.length === 0) return null;
  if (state.rules.written.consent === 'chair') {
    const chair = state.roster.order.find((id) => personOf(state, id)?.role === 'chair');
    if (chair !== undefined && consents[chair] === true) return null;
    return refuse(
      'written/no-consent',
      '書面会議には会長の同意が必要です。会長の同意を記録してから送付してください。',
      'A written meeting needs the chair’s consent. Record it before the dispatch.',
    );
  }
  const agreed = answers.filter((agree) => agree).length;
  const needed = Math.floor(membersOf(state).length / 2) + 1;
  if (agreed >= needed) return null;
  return refuse(
    'written/no-consent',
    `書面会議には委員${String(needed)}人の同意が必要です。いま同意は${String(agreed)}人です。`,
    `A written meeting needs the consent of ${String(needed)} members; ${String(agreed)} have given it.`,
  );
}

function dispatchedAlready(): Refusal {
  return refuse(
    'written/already-dispatched',
    '資料はすでに送付され、書面会議が始まっています。',
    'The documents were sent and the written meeting has begun.',
  );
}

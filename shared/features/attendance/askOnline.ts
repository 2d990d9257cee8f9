import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { heldInWriting } from '../../meeting/inSession.ts';
import { isMember, membersOf, nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { subjectOf } from '../floor/speakers.ts';
import { channelClosed, membersStay } from './arrive.ts';
import { awaitsPermit, consentFor, permitOf } from './permits.ts';
import { watchQuorum } from './quorumEvents.ts';
import { takesPart } from './standing.ts';

/*
 * Leave to take part online (オンライン出席): a member asks for it, before the meeting or in it; the chair answers, by
 * themselves or after the members consented, as `online.allowedWhen` says.
 */

/** オンライン出席の願い出. The reason is for the chair and the desk. */
export const askOnline: Decide<'askOnline'> = (state, command, context) => {
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  const refusal = notAsked(state, who) ?? channelClosed(state, 'online') ?? alreadyAnswered(state, who);
  if (refusal !== null) return refusal;
  const reason = command.reason ?? null;
  const { asked, answer } = permitOf(state, who);
  if (asked !== null && asked.reason === reason && answer === null) return accept();
  return accept({ type: 'OnlineAsked', who, reason });
};

export const withdrawOnline: Decide<'withdrawOnline'> = (state, command, context) => {
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  const refusal = notAsked(state, who);
  if (refusal !== null) return refusal;
  const { asked, answer } = permitOf(state, who);
  if (asked === null || answer !== null)
    return refuse(
      'attendance/no-request',
      `${nameOf(state, who)}さんの願い出で、返事を待っているものはありません。`,
      `${nameOf(state, who)} has no request that waits for an answer.`,
    );
  const { presence, channel } = seatOf(state, who);
  if (presence === 'present' && channel === 'online')
    return refuse(
      'attendance/already-present',
      `${nameOf(state, who)}さんは、オンラインで待っています。やめるときは、退席を事務局に伝えてください。`,
      `${nameOf(state, who)} is online and waits. To stop, tell the secretariat that you leave.`,
    );
  return accept({ type: 'OnlineAskWithdrawn', who });
};

/** One member's consent to another's taking part online; may be changed until the answer. */
export const consentOnline: Decide<'consentOnline'> = (state, command, context) => {
  const { about, agree } = command;
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  const refusal = notAsked(state, about) ?? notAsked(state, who);
  if (refusal !== null) return refusal;
  if (state.rules.online.allowedWhen !== 'majorityConsent')
    return refuse(
      'attendance/chair-permits',
      'この会では、オンラインでの出席は会長が認めます。委員の同意は要りません。',
      'In this body the chair gives leave to take part online; the members are not asked.',
    );
  if (who === about)
    return refuse(
      'attendance/own-request',
      'ご自分のオンライン出席への同意は、ほかの委員がします。',
      'Consent to your own taking part online is the other members’ to give.',
    );
  if (!awaitsPermit(state, about))
    return refuse(
      'attendance/no-request',
      `${nameOf(state, about)}さんのオンライン出席については、いま同意を求めていません。`,
      `Nobody is asked about ${nameOf(state, about)} taking part online now.`,
    );
  const { consents } = permitOf(state, about);
  return Object.hasOwn(consents, who) && consents[who] === agree
    ? accept()
    : accept({ type: 'OnlineConsented', about, who, agree });
};

/**
 * The answer that lets members take part online. Where it takes the members' consent, by more than half of them: as
 * they gave it one by one, by no objection of those present, or as counted. They are asked about several at once.
 */
export const permitOnline: Decide<'permitOnline'> = (state, { people, consent }, context) => {
  const about = [...new Set(people)];
  for (const who of about) {
    const refusal = notAsked(state, who) ?? membersStay(state, who);
    if (refusal !== null) return refusal;
  }
  const closed = channelClosed(state, 'online');
  if (closed !== null) return closed;
  const waiting = about.filter((who) => permitOf(state, who).answer?.permitted !== true);
  const asked = askedBeside(state, waiting);
  const story = unfold(state, context);
  for (const who of waiting) {
    const given =
      state.rules.online.allowedWhen === 'majorityConsent'
        ? consentGiven(state, who, asked, consent)
        : ({ how: 'chair', yes: null, no: null, needed: null } as const);
    if ('code' in given) return given;
    story.happen({ type: 'OnlinePermitted', who, ...given });
  }
  watchQuorum(story, context.at);
  return story.accepted();
};

export const declineOnline: Decide<'declineOnline'> = (state, { who, why }, context) => {
  const refusal = notAsked(state, who) ?? membersStay(state, who);
  if (refusal !== null) return refusal;
  const { asked, answer } = permitOf(state, who);
  if (answer?.permitted === false) return accept();
  if (asked === null && seatOf(state, who).channel !== 'online')
    return refuse(
      'attendance/no-request',
      `${nameOf(state, who)}さんは、オンラインでの出席を願い出ていません。`,
      `${nameOf(state, who)} has not asked to take part online.`,
    );
  const story = unfold(state, context);
  story.happen({ type: 'OnlineDeclined', who, why: why ?? null });
  watchQuorum(story, context.at);
  return story.accepted();
};

interface ConsentGiven {
  readonly how: 'noObjection' | 'counted' | 'named';
  readonly yes: number | null;
  readonly no: number | null;
  readonly needed: number;
}

/** How many members are present to be asked about these, who are not asked about themselves. */
function askedBeside(state: MeetingState, about: readonly PersonId[]): number {
  const themselves = new Set(about);
  return membersOf(state).filter((who) => !themselves.has(who) && takesPart(state, who)).length;
}

/** `asked`: how many members are present to be asked. */
function consentGiven(
  state: MeetingState,
  who: PersonId,
  asked: number,
  consent: 'noObjection' | { readonly yes: number; readonly no: number } | undefined,
): ConsentGiven | Refusal {
  const { agreed, against, needed, members } = consentFor(state, who);
  if (consent === undefined)
    return agreed >= needed
      ? { how: 'named', yes: agreed, no: against, needed }
      : consentShort(members, needed, agreed);
  if (consent !== 'noObjection') {
    if (consent.yes + consent.no > members)
      return refuse(
        'attendance/too-many',
        `委員は${String(members)}人です。合計が多すぎるので、数え直してください。`,
        `There are ${String(members)} members; that is too many. Count again.`,
      );
    return consent.yes >= needed
      ? { how: 'counted', ...consent, needed }
      : consentShort(members, needed, consent.yes);
  }
  if (against > 0)
    return refuse(
      'attendance/objected',
      `${nameOf(state, who)}さんのオンライン出席に、異議が${String(against)}人あります。同意する委員の数を数えてください。`,
      `${String(against)} object to ${nameOf(state, who)} taking part online. Count those who consent.`,
    );
  if (asked < needed)
    return refuse(
      'attendance/consent-short',
      `委員${String(members)}人の過半数は${String(needed)}人です。いま諮れる出席委員は${String(asked)}人なので、異議なしでは決められません。ほかの委員の同意も集めて、その数を入れてください。`,
      `More than half of ${String(members)} members is ${String(needed)}; only ${String(asked)} are present to be asked, so no objection is not enough. Collect the others’ consent and enter the number.`,
    );
  return { how: 'noObjection', yes: null, no: null, needed };
}

function consentShort(members: number, needed: number, agreed: number): Refusal {
  return refuse(
    'attendance/consent-short',
    `オンラインでの出席には、委員${String(members)}人の過半数${String(needed)}人の同意が必要です。同意は${String(agreed)}人です。`,
    `Taking part online needs the consent of ${String(needed)}, more than half of ${String(members)} members; ${String(agreed)} consent.`,
  );
}

/** Whether leave to take part online is a matter of this meeting, and of this person. */
function notAsked(state: MeetingState, who: PersonId): Refusal | null {
  if (state.info.mode === 'written') return heldInWriting();
  if (personOf(state, who) === undefined) return unknownPerson(who);
  if (!isMember(state, who))
    return refuse(
      'attendance/not-a-member',
      `${nameOf(state, who)}さんは委員ではありません。オンライン出席の許可や同意は、委員についてのものです。`,
      `${nameOf(state, who)} is not a member. Leave to take part online is for members.`,
    );
  if (state.rules.online.allowedWhen !== 'always') return null;
  return refuse(
    'attendance/no-leave-needed',
    'この会では、許可がなくてもオンラインで出席できます。そのまま出席してください。',
    'In this body nobody’s leave is needed to take part online. Simply check in.',
  );
}

function alreadyAnswered(state: MeetingState, who: PersonId): Refusal | null {
  if (permitOf(state, who).answer?.permitted === true)
    return refuse(
      'attendance/permitted',
      'オンラインでの出席は、すでに認められています。',
      'Leave to take part online has been given already.',
    );
  const { presence, channel } = seatOf(state, who);
  if (presence !== 'present' || channel === 'online') return null;
  return refuse(
    'attendance/already-present',
    `${nameOf(state, who)}さんはすでに会場で出席しています。オンラインに移るときは、事務局にお伝えください。`,
    `${nameOf(state, who)} is present in the room. Tell the secretariat before moving online.`,
  );
}

import { awaitingPermit, awaitsPermit, consentFor, permitOf } from '../../features/attendance/permits.ts';
import { takesPart } from '../../features/attendance/standing.ts';
import { membersOf, nameOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { prompterWords } from '../../minutes/prompterWords.ts';
import type { Ambient } from '../ambient.ts';
import { part } from '../part.ts';
import type { AskedPermits, PermitsLine } from '../types/permitLines.ts';

/**
 * オンライン出席 that waits for an answer, for whoever leads and for the desk: who, why, and what the answer takes. Null
 * while nobody waits.
 */
export const permitLines = part(
  (state: MeetingState, { profile }: Ambient) => [
    state.attendance,
    state.roster,
    state.rules,
    state.conduct,
    state.agenda,
    profile,
  ],
  (state, { profile }): PermitsLine | null => {
    const waiting = awaitingPermit(state);
    const [first] = waiting;
    if (first === undefined) return null;
    const { needed, members } = consentFor(state, first);
    return {
      by: state.rules.online.allowedWhen === 'majorityConsent' ? 'members' : 'chair',
      needed,
      members,
      present: membersOf(state).filter((who) => takesPart(state, who) && !awaitsPermit(state, who)).length,
      words: prompterWords(profile, 'askOnlineConsent', {
        names: waiting.map((who) => nameOf(state, who)).join('さん、'),
      }),
      waiting: waiting.map((who) => {
        const { asked } = permitOf(state, who);
        const { agreed, against } = consentFor(state, who);
        return { who, at: asked?.at ?? null, reason: asked?.reason ?? null, agreed, against };
      }),
    };
  },
);

/** What the members are asked: whose taking part online takes their consent. Null while they are asked nothing. */
export const askedPermits = part(
  (state: MeetingState) => [state.attendance, state.roster, state.rules],
  (state): AskedPermits | null => {
    if (state.rules.online.allowedWhen !== 'majorityConsent') return null;
    const waiting = awaitingPermit(state);
    const [first] = waiting;
    if (first === undefined) return null;
    return {
      needed: consentFor(state, first).needed,
      waiting: waiting.map((who) => ({ who, agreed: consentFor(state, who).agreed })),
    };
  },
);

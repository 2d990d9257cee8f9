import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { notInSession, whileVoting } from '../../meeting/inSession.ts';
import { nameOf, personOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { presidingPerson, presides } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { cannotSpeak, subjectOf, usedUp } from './speakers.ts';
import type { Hand } from './state.ts';

export const raiseHand: Decide<'raiseHand'> = (state, command, context) => {
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  const ownHand = context.actor.kind === 'person' && context.actor.id === who;
  const chairActs = presides(state, context.actor);
  const source: Hand['source'] = ownHand ? 'self' : chairActs ? 'chair' : 'desk';
  const { kind } = command;
  const refusal =
    notInSession(state) ??
    cannotRaise(state, who) ??
    cannotSpeak(state, who) ??
    (kind === 'pointOfOrder' ? null : whileVotingNoHands(state)) ??
    (kind === 'pointOfOrder' || state.floor.listOpen ? null : listClosed()) ??
    (kind === 'speak' && !chairActs ? usedUp(state, who) : null) ??
    alreadyRaised(state, who, kind) ??
    badObservation(state, command.observedAt, source, context.at);
  if (refusal !== null) return refusal;
  return accept({
    type: 'HandRaised',
    who,
    kind,
    raisedAt: command.observedAt ?? context.at,
    source,
    channel: seatOf(state, who).channel ?? 'inRoom',
  });
};

export const lowerHand: Decide<'lowerHand'> = (state, command, context) => {
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  if (handOf(state, who) === undefined) return noHand(state, who);
  return accept({ type: 'HandLowered', who, cause: 'said' });
};

export const closeList: Decide<'closeList'> = (state) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  return state.floor.listOpen ? accept({ type: 'ListClosed' }) : accept();
};

export const openList: Decide<'openList'> = (state) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  return state.floor.listOpen ? accept() : accept({ type: 'ListOpened' });
};

export const reorderHand: Decide<'reorderHand'> = (state, { who, before, why }) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  if (handOf(state, who) === undefined) return noHand(state, who);
  if (before !== null && handOf(state, before) === undefined) return noHand(state, before);
  if (before === who)
    return refuse(
      'floor/reorder-before-itself',
      '同じ人の前には移せません。別の人を選んでください。',
      'A hand cannot stand before itself. Choose another.',
    );
  return accept({ type: 'HandReordered', who, before, why });
};

export function handOf(state: MeetingState, who: PersonId): Hand | undefined {
  return state.floor.hands.find((hand) => hand.who === who);
}

function noHand(state: MeetingState, who: PersonId): Refusal {
  return refuse(
    'floor/no-hand',
    `${nameOf(state, who)}さんは挙手していません。すでに指名されたか、取り下げられています。`,
    `${nameOf(state, who)} has no hand up. It was called on or lowered already.`,
  );
}

function cannotRaise(state: MeetingState, who: PersonId): Refusal | null {
  if (who === presidingPerson(state) || personOf(state, who)?.role === 'secretariat')
    return refuse(
      'floor/needs-no-hand',
      `${nameOf(state, who)}さんは挙手をせずに発言できます。`,
      `${nameOf(state, who)} may speak without raising a hand.`,
    );
  return null;
}

function whileVotingNoHands(state: MeetingState): Refusal | null {
  return whileVoting(state, 'floor/vote-open', {
    ja: '挙手による発言を受け付けません。採決が終わってから挙手してください。議事進行の発言はできます。',
    en: 'hands are not taken. Raise it after the vote; a point of order is still possible.',
  });
}

function listClosed(): Refusal {
  return refuse(
    'floor/list-closed',
    '発言の受付は締め切られています。議事進行の発言だけができます。',
    'The list of speakers is closed. Only points of order are taken.',
  );
}

function alreadyRaised(state: MeetingState, who: PersonId, kind: Hand['kind']): Refusal | null {
  const hand = handOf(state, who);
  // Another kind is a change of mind, and takes a new place.
  if (hand === undefined || hand.kind !== kind) return null;
  return refuse(
    'floor/already-raised',
    `${nameOf(state, who)}さんはすでに挙手しています。そのままお待ちください。`,
    `${nameOf(state, who)} already has a hand up. It keeps its place.`,
  );
}

/** A hand seen in the room may carry when it was seen: by whoever saw it, not before the item, not in the future. */
function badObservation(
  state: MeetingState,
  observedAt: number | undefined,
  source: Hand['source'],
  at: number,
): Refusal | null {
  if (observedAt === undefined) return null;
  if (source === 'self')
    return refuse(
      'floor/observed-by-others',
      '自分の挙手の時刻は、届いた時刻になります。時刻を付けずに送ってください。',
      'Your own hand counts from when it arrives. Send it without a time.',
    );
  if (observedAt > at)
    return refuse(
      'floor/observed-in-future',
      '挙手を見た時刻が、今より先になっています。時刻を直してください。',
      'The time the hand was seen lies in the future. Correct it.',
    );
  if (observedAt < queueSince(state))
    return refuse(
      'floor/observed-too-early',
      '挙手を見た時刻が、この議題の始まりより前です。時刻を直してください。',
      'The time the hand was seen lies before this item began. Correct it.',
    );
  return null;
}

/** Since when hands are taken: the running spell of the item, or the opening. */
function queueSince(state: MeetingState): number {
  const { current, progress } = state.agenda;
  return (current === null ? null : progress[current]?.runningSince) ?? state.conduct.openedAt ?? 0;
}

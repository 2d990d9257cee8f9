import type { Context } from '../../meeting/context.ts';
import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { heldInWriting, whileVoting } from '../../meeting/inSession.ts';
import { isMember, nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import { actsForDesk, presides } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { permitOf } from './permits.ts';
import { watchQuorum } from './quorumEvents.ts';
import { isIdentified } from './standing.ts';

export const checkIn: Decide<'checkIn'> = (state, { who, channel }, context) => {
  if (state.info.mode === 'written') return heldInWriting();
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const seat = seatOf(state, who);
  const own = context.actor.kind === 'person' && context.actor.id === who;
  const byOwnLink = own && state.rules.online.identityCheck === 'token';
  if (seat.presence === 'present') {
    if (seat.channel !== channel) return alreadyElsewhere(state, who);
    // Their own link is the check, and this is the first time they come through it.
    return byOwnLink && !isIdentified(state, seat) ? identify(state, who, context) : accept();
  }
  const refusal =
    membersStay(state, who) ??
    maySelf(state, who, channel, context) ??
    channelClosed(state, channel) ??
    declined(state, who, channel);
  if (refusal !== null) return refusal;
  const reentry = seat.presence === 'left';
  const story = unfold(state, context);
  story.happen({
    type: 'CheckedIn',
    who,
    channel,
    late: !reentry && isMember(state, who) && state.conduct.openedAt !== null,
    reentry,
  });
  if (byOwnLink && channel === 'online') story.happen({ type: 'IdentityConfirmed', who });
  watchQuorum(story, context.at);
  return story.accepted();
};

export const confirmIdentity: Decide<'confirmIdentity'> = (state, { who }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const seat = seatOf(state, who);
  if (seat.presence !== 'present') return notPresent(state, who);
  if (isIdentified(state, seat)) return accept();
  return identify(state, who, context);
};

export const changeChannel: Decide<'changeChannel'> = (state, { who, channel }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const seat = seatOf(state, who);
  if (seat.presence !== 'present') return notPresent(state, who);
  if (seat.channel === channel) return accept();
  const refusal = membersStay(state, who) ?? channelClosed(state, channel) ?? declined(state, who, channel);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'ChannelChanged', who, channel });
  watchQuorum(story, context.at);
  return story.accepted();
};

function identify(state: MeetingState, who: PersonId, context: Context) {
  const story = unfold(state, context);
  story.happen({ type: 'IdentityConfirmed', who });
  watchQuorum(story, context.at);
  return story.accepted();
}

/** While ballots are taken nobody comes or goes: the record of who could vote must stand still. */
export function membersStay(state: MeetingState, who: PersonId): Refusal | null {
  if (!isMember(state, who)) return null;
  return whileVoting(state, 'attendance/vote-open', {
    ja: '入退室を変更できません。締切後に記録してください。',
    en: 'arrivals and departures cannot be recorded. Record them after it is closed.',
  });
}

export function notPresent(state: MeetingState, who: PersonId): Refusal {
  return refuse(
    'attendance/not-present',
    `${nameOf(state, who)}さんは出席していません。先に出席を受け付けてください。`,
    `${nameOf(state, who)} is not present. Record the arrival first.`,
  );
}

function alreadyElsewhere(state: MeetingState, who: PersonId): Refusal {
  const here = seatOf(state, who).channel === 'online';
  return refuse(
    'attendance/already-present',
    `${nameOf(state, who)}さんはすでに${here ? 'オンライン' : '会場'}で出席しています。移ったときは「参加方法の変更」で記録してください。`,
    `${nameOf(state, who)} is already present ${here ? 'online' : 'in the room'}. Record a move with “change channel”.`,
  );
}

/** Members check themselves in only online, and only where the rules need nobody's leave for it. */
function maySelf(state: MeetingState, who: PersonId, channel: Channel, context: Context): Refusal | null {
  const { actor } = context;
  if (actsForDesk(state, actor) || presides(state, actor)) return null;
  // The chair needs nobody's leave; before the check-in nobody presides yet.
  if (personOf(state, who)?.role === 'chair') return null;
  if (channel === 'inRoom')
    return refuse(
      'attendance/desk-records-room',
      '会場での出席は事務局が受け付けます。事務局にお声がけください。',
      'The secretariat records arrivals in the room. Speak to them.',
    );
  const { allowedWhen } = state.rules.online;
  if (allowedWhen === 'always' || permitOf(state, who).answer?.permitted === true) return null;
  return refuse(
    'attendance/needs-leave',
    allowedWhen === 'chairPermit'
      ? 'オンラインでの出席には会長の許可が必要です。先に、オンライン出席を願い出てください。'
      : 'オンラインでの出席には委員の過半数の同意が必要です。先に、オンライン出席を願い出てください。',
    allowedWhen === 'chairPermit'
      ? 'Taking part online needs the chair’s leave. Ask for it first.'
      : 'Taking part online needs the consent of a majority of the members. Ask for it first.',
  );
}

/** Who was refused leave does not take part online after all, unless it is given. */
function declined(state: MeetingState, who: PersonId, channel: Channel): Refusal | null {
  if (channel === 'inRoom' || permitOf(state, who).answer?.permitted !== false) return null;
  const name = nameOf(state, who);
  return refuse(
    'attendance/online-declined',
    `${name}さんのオンライン出席は認められていません。会場での出席として記録するか、認めてから受け付けてください。`,
    `${name} was refused leave to take part online. Record the arrival in the room, or give leave first.`,
  );
}

export function channelClosed(state: MeetingState, channel: Channel): Refusal | null {
  const { online } = state.rules;
  if (channel === 'inRoom') return null;
  if (!online.enabled || state.info.mode === 'inRoom')
    return refuse(
      'attendance/online-not-allowed',
      'この会議ではオンラインでの出席を認めていません。会場での出席として記録してください。',
      'This meeting does not allow taking part online. Record the arrival in the room.',
    );
  if (!state.info.public.open && !online.closedSession)
    return refuse(
      'attendance/closed-session',
      '非公開の会議では、オンラインでの出席を認めていません。会場での出席として記録するか、規則の設定を確かめてください。',
      'A session closed to the public does not allow taking part online. Record the arrival in the room, or check the rules.',
    );
  return null;
}

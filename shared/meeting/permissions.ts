import type { Command, Verb } from './commands.ts';
import type { Actor } from './context.ts';
import { isOver } from './inSession.ts';
import { personOf } from './lookup.ts';
import { isMemberRole } from './person.ts';
import { actsForDesk, presides } from './presiding.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState } from './state.ts';

/**
 * Who may send a command. `desk`: the secretariat; `chair`: whoever presides now; `chairsWords`: only whoever
 * presides, the desk where the rules let it enter them on the chair's word; `self`: a member, for itself; `member`: a
 * member, about anybody; `official`: an official, for itself; `system`: the server.
 */
type Power = 'desk' | 'chair' | 'chairsWords' | 'self' | 'member' | 'official' | 'system';

const desk: readonly Power[] = ['desk'];
const leads: readonly Power[] = ['chair', 'desk'];
const chairsWords: readonly Power[] = ['chairsWords'];

const mayDo: Readonly<Record<Verb, readonly Power[]>> = {
  checkIn: ['desk', 'chair', 'self'],
  confirmIdentity: leads,
  changeChannel: desk,
  loseConnection: ['system', 'desk'],
  restoreConnection: ['system', 'desk'],
  leave: desk,
  markAbsent: desk,
  recuse: desk,
  endRecusal: desk,
  admitObservers: desk,

  openMeeting: leads,
  recess: leads,
  resume: leads,
  adjourn: leads,
  closeMeeting: leads,
  preside: leads,

  changePlan: desk,
  addPerson: desk,
  arrangeSeats: desk,
  setScreen: desk,

  startItem: leads,
  endItem: leads,
  addItem: leads,
  joinItems: leads,

  raiseHand: ['self', 'desk', 'chair'],
  lowerHand: ['self', 'desk', 'chair'],
  recognize: leads,
  speak: ['desk', 'chair', 'official'],
  yieldFloor: ['self', 'desk', 'chair', 'official'],
  explain: ['official', 'desk', 'chair'],
  endExplain: ['official', 'desk', 'chair'],
  closeList: leads,
  openList: leads,
  reorderHand: leads,

  openVote: leads,
  callChoice: leads,
  castVote: ['self', 'desk', 'chair'],
  recordCount: leads,
  recordVote: leads,
  announceClosing: leads,
  closeVote: leads,
  resolve: leads,
  correctVote: leads,
  reportCount: leads,
  castingVote: chairsWords,
  declareResult: chairsWords,
  voidVote: leads,
  object: ['self', 'desk', 'chair'],
  moveMotion: ['self', 'desk', 'chair'],
  secondMotion: ['self', 'desk', 'chair'],
  withdrawMotion: ['self', 'desk', 'chair'],
  putMotion: leads,

  openElection: leads,
  nominate: ['member', 'desk', 'chair'],
  castBallot: ['self', 'desk', 'chair'],
  recordBallots: leads,
  closeElection: leads,
  drawLot: leads,
  declareElected: chairsWords,
  appoint: leads,

  consentWritten: ['self', 'desk'],
  dispatch: desk,
  submitQuestion: ['self', 'desk'],
  submitAnswer: ['official', 'desk'],
  submitDecision: ['self', 'desk'],
  openRound: desk,
  closeRound: desk,
  notifyResult: desk,

  concludeItem: desk,
  attachOpinion: desk,
  respondOpinion: desk,
  promise: desk,
  fulfil: desk,
  note: desk,
  stageDirection: desk,
  writeTurn: desk,
  correctTurn: desk,
  withdrawRemark: desk,
};

/** What the desk may still do when the meeting is over: the record is written up after it. */
const afterTheEnd: ReadonlySet<Verb> = new Set([
  'concludeItem',
  'attachOpinion',
  'respondOpinion',
  'promise',
  'fulfil',
  'note',
  'stageDirection',
  'writeTurn',
  'correctTurn',
  'withdrawRemark',
]);

/** Whether this actor may send this command at all; null when they may. */
export function permit(state: MeetingState, command: Command, actor: Actor): Refusal | null {
  const { status } = state.conduct;
  if ((status === 'closed' || status === 'adjourned') && !afterTheEnd.has(command.do)) return isOver();
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

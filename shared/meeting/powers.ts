import type { Verb } from './commands.ts';

/**
 * Who may send a command. `desk`: the secretariat; `chair`: whoever presides now; `chairsWords`: only whoever
 * presides, the desk where the rules let it enter them on the chair's word; `self`: a member, for itself; `member`: a
 * member, about anybody; `official`: an official, for itself; `system`: the server.
 */
export type Power = 'desk' | 'chair' | 'chairsWords' | 'self' | 'member' | 'official' | 'system';

const desk: readonly Power[] = ['desk'];
const leads: readonly Power[] = ['chair', 'desk'];
const chairsWords: readonly Power[] = ['chairsWords'];

export const mayDo: Readonly<Record<Verb, readonly Power[]>> = {
  checkIn: ['desk', 'chair', 'self'],
  confirmIdentity: leads,
  checkLink: leads,
  askOnline: ['self', 'desk', 'chair'],
  withdrawOnline: ['self', 'desk', 'chair'],
  consentOnline: ['self', 'desk'],
  permitOnline: leads,
  declineOnline: leads,
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
  closeToPublic: leads,
  openToPublic: leads,

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
  giveNotice: ['self', 'desk', 'chair'],
  withdrawNotice: ['self', 'desk', 'chair'],

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
  moveDeadline: desk,
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
  takeCaptions: desk,
  undoCaptions: desk,
  correctSpeaker: desk,
  splitTurn: desk,
  joinTurns: desk,
  undoEdit: desk,
  nameSignatories: desk,
  confirmMinutes: ['self', 'desk'],
  confirmByBody: ['system'],
  finalizeMinutes: desk,
  deleteDetails: ['desk', 'system'],
};

/** What may still be done when the meeting is over, until the minutes are final: the record is written up after it. */
export const afterTheEnd: ReadonlySet<Verb> = new Set([
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
  'takeCaptions',
  'undoCaptions',
  'correctSpeaker',
  'splitTurn',
  'joinTurns',
  'undoEdit',
  'nameSignatories',
  'confirmMinutes',
  'confirmByBody',
  'finalizeMinutes',
  'deleteDetails',
]);

/** What may still be done when the minutes are final: nothing that touches the record. */
export const afterFinal: ReadonlySet<Verb> = new Set(['deleteDetails']);

import type { CommonWords } from './common.ts';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const ordinals = ['', '1st', '2nd', '3rd'];

export const en: CommonWords = {
  product: 'Kyoshu',
  loading: 'Loading…',
  skipToMain: 'Skip to the main part',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  dialog: 'Please confirm',
  language: 'Language',
  otherLanguage: '日本語',
  optional: 'optional',
  required: 'required',

  connecting: 'Connecting',
  connected: 'Connected',
  reconnecting: 'Reconnecting',
  storeWaits: 'Waiting for the record',
  reconnectingLong: 'Reconnecting…',
  kept: 'What you pressed is kept.',
  waitHere: 'Please stay on this page.',
  refusedLink: 'Cannot connect',
  frozen: 'Record being checked',

  limitLeft: (p) => `${p.time} left of the time allowed`,
  limitOver: (p) => `${p.time} over the time allowed`,
  publicMeeting: 'Public',
  closedMeeting: 'Closed',
  rehearsal: 'Rehearsal',

  inRoom: 'Room',
  identityCheck: 'Identity',
  online: 'Online',
  absent: 'Absent',

  yes: 'For',
  no: 'Against',
  abstain: 'Abstain',
  invalid: 'Invalid',
  unaccounted: 'Unknown',

  speaking: 'Speaking',
  explaining: 'Explaining',
  san: '',
  personSan: (p) => p.name,
  firstTime: 'first time',
  nthTime: (p) => `${ordinals[p.n] ?? `${p.n}th`} time`,
  people: (p) => plural(p.n, 'person', 'people'),
  ofPeople: (p) => ` of ${p.n}`,

  present: 'Present',
  quorum: 'Quorum',
  eligibleVoters: 'May vote',
  needed: 'Needed',
  quorumBar: (p) =>
    `${plural(p.seats, 'seat', 'seats')}, ${p.present} present${p.lost > 0 ? ` (${p.lost} with a lost connection)` : ''}, quorum ${p.quorum}`,
  tallyBar: (p) =>
    `Of ${plural(p.eligible, 'voter', 'voters')}: ${p.yes} for, ${p.no} against, ${p.abstain} abstaining, ${p.open} unknown; ${p.needed} needed`,

  minutesUsed: (p) => `${p.used} / ${p.planned}`,
  planned: (p) => `planned ${p.span}`,
  overBy: (p) => `${p.span} over`,
  likelyEnd: 'Likely end',
  plannedEnd: 'Planned',
  together: (p) => `${p.n} together`,
  agenda: 'Agenda',
  minutes: 'Minutes',
  documents: 'Documents',
  now: 'now',

  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may have changed, or the meeting was put away after it ended.',
  notFoundHelp: 'To join a meeting, open the link from the secretariat or the QR on your seat card again.',
  toHome: 'To the first page',
  failedTitle: 'The page could not be loaded',
  failedText: 'The connection seems to have dropped. The record is safe with the secretariat.',
  endedTitle: 'This page has ended',
  endedHelp: 'To join the meeting, open the link from the secretariat or the QR on your seat card again.',
  reloadTitle: 'There is a newer version of this page',
  frozenTitle: 'The secretariat is checking the record',
  ownPage: 'Open my own page',
  opening: 'Opening the meeting…',
  tryAgain: 'Load again',
};

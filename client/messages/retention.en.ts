import type { RetentionWords } from './retention.ts';

export const en: RetentionWords = {
  title: 'What is kept and deleted',
  details: 'Links of members, screens and observers, and when devices were connected',
  willGo: (p) =>
    p.n === 0
      ? 'As soon as the minutes are final, the links of members, screens and observers and what is known of their devices are deleted.'
      : `${p.n} days after that, the links of members, screens and observers and what is known of their devices are deleted.`,
  willStay: 'The links of members, screens and observers and what is known of their devices are kept.',
  neverGone: 'The record, the votes and the minutes are never deleted by this.',
  due: (p) => `Will be deleted on ${p.date}`,
  kept: 'Kept',
  gone: (p) => `Deleted on ${p.date}`,
  record: 'The record, the votes and the minutes',
  recordUntil: (p) => `Kept until ${p.date}`,
  recordForever: 'Kept without end',
  recordOver: (p) =>
    `The time of keeping ended on ${p.date}. Take the record home as a file, and then it can be taken out here.`,
  remove: 'Take out…',
  removeTitle: 'Take the record out',
  removeText:
    'The meeting is taken out of this server. With the file that was taken home it can be brought in again. Keep or destroy that file as your rules for documents say.',
  staysInRegister:
    'That it was taken out stays in the register of disposals (title, date, number of records, name of the file). Nothing that was said stays.',
  register: 'Register of disposals',
  registerIs:
    'Meetings whose time of keeping was over and that were taken out of this server. Nothing of what was said is left.',
  registerCsv: 'Download as CSV',
  registerCount: (p) => (p.n === 1 ? '1 meeting' : `${p.n} meetings`),
  removedOn: 'Taken out on',
  heldOn: 'Held on',
  meeting: 'Meeting',
  recordCount: 'Records',
  lastHash: 'Hash of the last record',
  keptAs: 'Kept as',
  removedBy: 'Taken out by',
  deskLink: (p) => `The desk (link ${p.id})`,
  takeHome: '1 Take the record home',
  showFile: '2 Choose the file that was saved',
  fileNeeded: 'Choose the file that was saved.',
  removeNow: '3 Take out',
  unreadable: {
    ja: 'ファイルを読めませんでした。もう一度選んでください。',
    en: 'The file could not be read. Choose it again.',
  },
  deleteNow: 'Delete now',
  deleteTitle: 'Delete links and what is known of devices',
  deleteText:
    'Members and observers can no longer see the minutes by their links, and no new links can be made. This cannot be undone.',
  homeDue: (p) => `Minutes final. Links will be deleted on ${p.date}`,
  homeGone: 'Minutes final. Links deleted',
  homeKept: 'Minutes final',
  homeOver: 'Minutes final. The time of keeping is over',
};

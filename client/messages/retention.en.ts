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
    `The time of keeping ended on ${p.date}. Take the record home as a file; whoever runs the server can then take it out.`,
  deleteNow: 'Delete now',
  deleteTitle: 'Delete links and what is known of devices',
  deleteText:
    'Members and observers can no longer see the minutes by their links, and no new links can be made. This cannot be undone.',
  homeDue: (p) => `Minutes final. Links will be deleted on ${p.date}`,
  homeGone: 'Minutes final. Links deleted',
  homeKept: 'Minutes final',
  homeOver: 'Minutes final. The time of keeping is over',
};

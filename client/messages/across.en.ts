import type { AcrossWords } from './across.ts';

export const en: AcrossWords = {
  onAgreement:
    'When a vote carries it or a conclusion is recorded, the minutes before are recorded as confirmed by the body.',
  beingRecorded: 'The body has confirmed them. This is being recorded in the minutes before.',
  recorded: (p) =>
    `The body has confirmed them. The minutes before have it on record as confirmed on ${p.date}.`,
  alreadyFinal: (p) =>
    `The minutes before are final since ${p.date}. The body’s confirmation changes nothing in them.`,
  notHere: 'The meeting before is not kept on this server. The confirmation stands in this record alone.',
  agreed: 'The body confirmed the minutes before',
  agreedHint: 'Without it nothing is recorded in the minutes before.',
  byBody: (p) => `Confirmed by the body in ${p.session} (${p.date})`,
  doneIn: (p) => `Done in ${p.session}: ${p.text}`,
};

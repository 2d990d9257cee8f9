import type { SpeechNoticeWords } from './speechNotice.ts';

export const en: SpeechNoticeWords = {
  title: 'Notice of a speech',
  text: 'Before an item begins you can say that you want to speak on it.',
  first: 'When the item begins, hands go up in the order of the notices.',
  listed: 'The chair and the secretariat see it. Raise a hand to speak.',
  give: 'Give notice',
  giveFor: (p) => `Give notice on ${p.item}`,
  given: (p) => `Given ${p.time}`,
  change: 'Change',
  withdraw: 'Withdraw',
  about: 'What about',
  aboutHint: 'May be left empty',
  send: 'Send the notice',
  none: 'No item is still to come.',
  enter: 'Record a notice of a speech',
  who: 'Whose notice',
  chooseWho: 'Choose a member.',
  count: (p) => `${p.n} notices`,
  list: (p) => `Notices: ${p.names}`,
};

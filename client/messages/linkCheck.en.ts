import type { LinkCheckWords } from './linkCheck.ts';

export const en: LinkCheckWords = {
  title: 'Try out the links',
  text: 'Before the opening each member online is seen and heard, one after the other. What came of it is recorded with its time.',
  none: 'Nobody has been checked in online yet. Record the arrivals first.',
  notYet: 'Not tried out',
  at: (p) => `Tried out ${p.time}`,
  both: 'Video and audio',
  audio: 'Audio only',
  nothing: 'Nothing',
  done: (p) => `${p.n} of ${p.of} tried out`,
  rest: (p) => `Record the other ${p.n} as video and audio`,
  restOne: 'Record the other one as video and audio',
  audioCounts: 'By the rules audio alone counts as being present.',
  audioDoesNot: 'By the rules whoever has audio only counts neither for the quorum nor in votes.',
};

import type { LinkWords } from './link.ts';

export const en: LinkWords = {
  opening: 'Checking the link…',
  failed: 'The link could not be opened',
  noToken: 'The second half of the link is missing. Open the whole link, or scan the QR code.',
  tryAgain: 'Try again',
};

import type { PublicityWords } from './publicity.ts';

export const en: PublicityWords = {
  closed: 'Closed',
  because: (p) => `Closed to the public (${p.reason})`,
  close: 'Close to the public',
  open: 'Open again',
  closeText:
    'This item is closed to the public: observers see nothing of it, and the published minutes give only the reason. Enter the reason that the body decided on.',
};

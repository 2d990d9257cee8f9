import type { LinksWords } from './links.ts';

export const en: LinksWords = {
  onlyNow: 'This link and its QR are shown only now. Once handed over, they can be made anew.',
  address: 'Link',
  copy: 'Copy',
  copied: 'Copied',
  base: 'Address (a name under which the participants’ devices reach this server)',
  none: 'no link',
  madeAt: (p) => `made ${p.time}, not opened yet`,
  usedAt: (p) => `opened ${p.time}`,
  make: 'Make',
  remake: 'Make anew',
  revoke: 'Revoke',
  makeFor: (p) => `Make a link: ${p.name}`,
  roles: { desk: 'Desk', person: 'Participant', screen: 'Screen', observer: 'Observer' },
};

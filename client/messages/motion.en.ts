import type { MotionWords } from './motion.ts';

export const en: MotionWords = {
  amendmentNo: (p) => `Amendment ${p.n}`,
  motionNo: (p) => `Motion ${p.n}`,
  order: 'Order of the votes: the farthest from the original first',
  inOrder: (p) => `Put as no. ${p.n}`,
  earlier: (p) => `Put ${p.name} earlier (now no. ${p.n})`,
  later: (p) => `Put ${p.name} later (now no. ${p.n})`,
  movedBy: (p) => `moved by ${p.name}`,
  seconders: 'Seconders',
  lacking: (p) => `${p.n} more needed`,
  enough: 'complete',
  second: 'Second it',
  secondSend: 'Say that I second it',
  seconded: 'You second it',
  withdraw: 'Withdraw',
  withdrawSend: 'Withdraw it',
};

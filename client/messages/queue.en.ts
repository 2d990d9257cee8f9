import type { QueueWords } from './queue.ts';

export const en: QueueWords = {
  followUp: 'Follow-up',
  pointOfOrder: 'Point of order',
  sameMoment: 'Tied',
  lost: 'link lost',
  byNotice: 'notice given',
  byDesk: 'entered by the desk',
};

import type { Deciders } from '../../meeting/decider.ts';
import { changeChannel, checkIn, confirmIdentity } from './arrive.ts';
import { askOnline, consentOnline, declineOnline, permitOnline, withdrawOnline } from './askOnline.ts';
import { checkLink } from './checkLink.ts';
import { loseConnection, restoreConnection } from './connection.ts';
import { admitObservers, leave, markAbsent } from './depart.ts';
import { endRecusal, recuse } from './recuse.ts';

export const attendanceDeciders: Deciders<
  | 'checkIn'
  | 'confirmIdentity'
  | 'changeChannel'
  | 'checkLink'
  | 'askOnline'
  | 'withdrawOnline'
  | 'consentOnline'
  | 'permitOnline'
  | 'declineOnline'
  | 'loseConnection'
  | 'restoreConnection'
  | 'leave'
  | 'markAbsent'
  | 'recuse'
  | 'endRecusal'
  | 'admitObservers'
> = {
  checkIn,
  confirmIdentity,
  changeChannel,
  checkLink,
  askOnline,
  withdrawOnline,
  consentOnline,
  permitOnline,
  declineOnline,
  loseConnection,
  restoreConnection,
  leave,
  markAbsent,
  recuse,
  endRecusal,
  admitObservers,
};

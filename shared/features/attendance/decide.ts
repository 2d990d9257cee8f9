import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('attendance: this verb is being built');
}

export const attendanceDeciders: Deciders<
  | 'checkIn'
  | 'confirmIdentity'
  | 'changeChannel'
  | 'loseConnection'
  | 'restoreConnection'
  | 'leave'
  | 'markAbsent'
  | 'recuse'
  | 'endRecusal'
  | 'admitObservers'
> = {
  checkIn: pending,
  confirmIdentity: pending,
  changeChannel: pending,
  loseConnection: pending,
  restoreConnection: pending,
  leave: pending,
  markAbsent: pending,
  recuse: pending,
  endRecusal: pending,
  admitObservers: pending,
};

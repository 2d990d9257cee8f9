import type { Evolvers } from '../../meeting/decider.ts';
import type { AttendanceEvents } from './events.ts';

export const attendanceEvolvers: Evolvers<keyof AttendanceEvents> = {
  CheckedIn: (state) => state,
  IdentityConfirmed: (state) => state,
  ChannelChanged: (state) => state,
  ConnectionLost: (state) => state,
  ConnectionRestored: (state) => state,
  Left: (state) => state,
  ExcludedFromVote: (state) => state,
  MarkedAbsent: (state) => state,
  Recused: (state) => state,
  RecusalEnded: (state) => state,
  ObserversAdmitted: (state) => state,
  QuorumLost: (state) => state,
  QuorumRegained: (state) => state,
};

import type { AttendanceEvents } from '../../features/attendance/events.ts';
import { seatOf } from '../../meeting/lookup.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { BlockOf } from '../block.ts';
import type { Folding } from '../folding.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

export const attendanceFolds: Folds<keyof AttendanceEvents> = {
  CheckedIn: (minutes, { who, channel, late, reentry }) => {
    attendance(minutes, reentry ? 'reentry' : late ? 'late' : 'present', who, channel);
  },
  IdentityConfirmed: nothing,
  // Recorded in the log and told in the table of attendance, never in the minutes' text.
  LinkChecked: nothing,
  // What was asked and by whom consented is in the log; the minutes tell the answer.
  OnlineAsked: nothing,
  OnlineAskWithdrawn: nothing,
  OnlineConsented: nothing,
  OnlinePermitted: (minutes, { who, how, yes }) => {
    const change = how === 'chair' ? 'onlinePermitted' : 'onlineConsented';
    attendance(minutes, change, who, channelOf(minutes, who), {
      reason: how === 'noObjection' ? '異議なし' : yes === null ? null : `同意${String(yes)}人`,
    });
  },
  OnlineDeclined: (minutes, { who }) => {
    // Why is between the chair and the member; it stays in the log.
    attendance(minutes, 'onlineDeclined', who, channelOf(minutes, who));
  },
  ChannelChanged: (minutes, { who, channel }) => {
    attendance(minutes, 'channel', who, channel);
  },
  ConnectionLost: (minutes, { who }) => {
    attendance(minutes, 'connectionLost', who, 'online');
  },
  ConnectionRestored: (minutes, { who }) => {
    attendance(minutes, 'connectionRestored', who, 'online');
  },
  Left: (minutes, { who, since, reason, cause }) => {
    const why = reason ?? (cause === 'connection' ? '通信途絶' : null);
    attendance(minutes, 'left', who, null, { at: since, reason: why });
  },
  ExcludedFromVote: (minutes, { who, since }) => {
    attendance(minutes, 'excluded', who, 'online', { at: since, reason: null });
  },
  MarkedAbsent: (minutes, { who }) => {
    attendance(minutes, 'absent', who, null);
  },
  Recused: (minutes, { who, item }) => {
    attendance(minutes, 'recused', who, channelOf(minutes, who), { from: item });
  },
  RecusalEnded: (minutes, { who, item }) => {
    attendance(minutes, 'recusalEnded', who, channelOf(minutes, who), { from: item });
  },
  ObserversAdmitted: (minutes, { count }) => {
    minutes.add({ type: 'observers', count });
  },
  QuorumLost: (minutes, { since }) => {
    minutes.add({ type: 'conduct', change: 'quorumLost', at: since });
  },
  QuorumRegained: (minutes) => {
    minutes.add({ type: 'conduct', change: 'quorumRegained' });
  },
};

function attendance(
  minutes: Folding,
  change: BlockOf<'attendance'>['change'],
  who: PersonId,
  channel: Channel | null,
  more: Partial<Pick<BlockOf<'attendance'>, 'at' | 'from' | 'reason'>> = {},
): void {
  minutes.add({ type: 'attendance', change, speaker: who, channel, reason: null, from: null, ...more });
}

function channelOf(minutes: Folding, who: PersonId): Channel | null {
  return seatOf(minutes.state, who).channel;
}

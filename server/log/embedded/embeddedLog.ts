import { genesis, openRows } from '../chain.ts';
import { closed } from '../errors.ts';
import { type Listeners, listeners } from '../listeners.ts';
import type { LogNotice, LogRecord, MeetingLog } from '../meetingLog.ts';
import { takeOut, type Random } from '../sealedBox.ts';
import { EVENT_UPCASTERS, raise, type Upcasters } from '../upcast.ts';
import { appendQueue } from './appendQueue.ts';
import { copyIn, copyOut } from './copies.ts';
import type { Clerk } from './judge.ts';
import type { Shelf } from './shelf.ts';
import { loadSnapshot, saveSnapshot } from './snapshots.ts';

/** What a log takes from the world, so that a simulation can stand in for it. */
export interface LogSurroundings {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  /** Runs a task after this turn of the event loop; appends made until then share one transaction. */
  readonly schedule: (task: () => void) => void;
  readonly upcasters?: Upcasters | undefined;
}

/** A log inside this process, over a file or memory. */
export const embeddedLog = (shelf: Shelf, surroundings: LogSurroundings): MeetingLog => {
  const { now, random, schedule, upcasters = EVENT_UPCASTERS } = surroundings;
  const newEpoch = (): string => Buffer.from(random(16)).toString('hex');
  const clerk: Clerk = { shelf, now, random, newEpoch };
  const followers = new Map<string, Listeners<readonly LogRecord[]>>();
  const notices = listeners<LogNotice>();
  let open = true;

  const queue = appendQueue({
    clerk,
    upcasters,
    schedule,
    onAppended(meeting, result) {
      if (result.status === 'appended' && result.records.length > 0)
        followers.get(meeting)?.tell(result.records);
    },
    onNotice: (notice) => notices.tell(notice),
  });

  const openShelf = (): Shelf => {
    if (!open) throw closed();
    return shelf;
  };

  return {
    async append(append) {
      openShelf();
      return queue.add(append);
    },
    async read(meeting, afterSeq, limit = Number.MAX_SAFE_INTEGER) {
      const rows = openShelf().rows(meeting, afterSeq, limit);
      if (rows.length === 0) return [];
      const prev = afterSeq === 0 ? genesis(meeting) : shelf.hashAt(meeting, afterSeq);
      return openRows(meeting, afterSeq + 1, prev ?? '', rows).map((record) => raise(upcasters, record));
    },
    async version(meeting) {
      return openShelf().head(meeting)?.seq ?? 0;
    },
    async answer(meeting, commandId) {
      const row = openShelf().answer(meeting, commandId);
      return row === null ? null : { ...row, body: JSON.parse(row.body) as unknown };
    },
    async meetings() {
      return openShelf()
        .meetings()
        .map((one) => ({ ...one, version: shelf.head(one.meeting)?.seq ?? 0 }));
    },
    async epoch(meeting) {
      return (
        openShelf()
          .meetings()
          .find((one) => one.meeting === meeting)?.epoch ?? null
      );
    },
    async saveSnapshot(meeting, snapshot) {
      saveSnapshot(openShelf(), meeting, snapshot);
    },
    async loadSnapshot(meeting) {
      return loadSnapshot(openShelf(), meeting);
    },
    follow(meeting, listener) {
      const known = followers.get(meeting) ?? listeners<readonly LogRecord[]>();
      followers.set(meeting, known);
      return known.add(listener);
    },
    onNotice: (listener) => notices.add(listener),
    async confirmReplaced(meeting) {
      const epoch = newEpoch();
      openShelf().transaction(() => shelf.setEpoch(meeting, epoch));
      notices.tell({ kind: 'confirmed', meeting, epoch });
      return epoch;
    },
    async openBox(box) {
      const sealed = openShelf().box(box);
      return sealed === null ? [] : takeOut(box, sealed);
    },
    async copyOut(meeting) {
      return copyOut(openShelf(), meeting);
    },
    async copyIn(copies) {
      openShelf();
      copyIn(clerk, copies);
    },
    async remove(meeting, version, disposal) {
      const removed = openShelf().transaction(() => {
        if (version === 0 || (shelf.head(meeting)?.seq ?? 0) !== version) return false;
        shelf.removeMeeting(meeting);
        if (disposal !== undefined) shelf.addDisposal(disposal);
        return true;
      });
      if (removed) notices.tell({ kind: 'removed', meeting });
      return removed;
    },
    async disposals() {
      return openShelf().disposals();
    },
    async close() {
      if (!open) return;
      open = false;
      await queue.drain();
      shelf.close();
    },
  };
};

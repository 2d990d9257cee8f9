import type { AnswerRow, Shelf } from '../embedded/shelf.ts';
import type { Grip } from './disk.ts';
import type { Faults } from './faults.ts';
import { leave, type UndoLog, undoLog } from './undo.ts';

/** Puts or deletes (null) a value, and notes how to take that back. */
const set = <V>(map: Map<string, V>, key: string, value: V | null, undo: UndoLog | null): void => {
  const before = map.get(key);
  if (value === null) map.delete(key);
  else map.set(key, value);
  undo?.note(() => {
    if (before === undefined) map.delete(key);
    else map.set(key, before);
  });
};

const listOf = <V>(map: Map<string, V>, key: string, make: () => V): V => {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
};

/** The shelf in memory, deterministic, with commits that fail as `faults` says. */
export const memoryShelf = ({ disk, letGo }: Grip, faults: Faults): Shelf => {
  let undo: UndoLog | null = null;
  return {
    transaction(work) {
      disk();
      const mine = undoLog();
      undo = mine;
      try {
        const result = work();
        const fault = faults.commit(mine.marks());
        return fault === null ? result : leave(fault, mine);
      } catch (error) {
        mine.backTo(0);
        throw error;
      } finally {
        undo = null;
      }
    },
    meetings: () => [...disk().meetings.values()],
    addMeeting: (meeting) => set(disk().meetings, meeting.meeting, meeting, undo),
    setEpoch(meeting, epoch) {
      const known = disk().meetings.get(meeting);
      if (known !== undefined) set(disk().meetings, meeting, { ...known, epoch }, undo);
    },
    removeMeeting(meeting) {
      set(disk().meetings, meeting, null, undo);
      set(disk().rows, meeting, null, undo);
      set(disk().answers, meeting, null, undo);
      set(disk().snapshots, meeting, null, undo);
    },
    disposals: () => [...disk().disposals],
    addDisposal(disposal) {
      const { disposals } = disk();
      disposals.push(disposal);
      undo?.note(() => void disposals.pop());
    },
    head(meeting) {
      const rows = disk().rows.get(meeting) ?? [];
      const last = rows.at(-1);
      return last === undefined ? null : { seq: rows.length, hash: last.hash };
    },
    hashAt: (meeting, seq) => disk().rows.get(meeting)?.[seq - 1]?.hash ?? null,
    rows: (meeting, afterSeq, limit) =>
      disk()
        .rows.get(meeting)
        ?.slice(afterSeq, afterSeq + limit) ?? [],
    addRow(meeting, _seq, row) {
      const rows = listOf(disk().rows, meeting, () => []);
      rows.push(row);
      undo?.note(() => void rows.pop());
    },
    answer: (meeting, commandId) => disk().answers.get(meeting)?.get(commandId) ?? null,
    answers: (meeting) => [...(disk().answers.get(meeting)?.values() ?? [])],
    addAnswer(meeting, answer) {
      set(
        listOf(disk().answers, meeting, () => new Map<string, AnswerRow>()),
        answer.commandId,
        answer,
        undo,
      );
      undo?.mark();
    },
    snapshot: (meeting) => disk().snapshots.get(meeting) ?? null,
    putSnapshot: (meeting, snapshot) => set(disk().snapshots, meeting, snapshot, undo),
    box: (box) => disk().boxes.get(box) ?? null,
    putBox: (box, sealed) => set(disk().boxes, box, sealed, undo),
    dropBox: (box) => set(disk().boxes, box, null, undo),
    wipe: () => undefined,
    close: letGo,
  };
};

import { LogError } from '../errors.ts';
import type { CommitFault } from './faults.ts';

/** Writes are made at once and noted here with their way back, one section for each append. */
export interface UndoLog {
  note(undo: () => void): void;
  /** Here an append is complete. */
  mark(): void;
  marks(): number;
  /** Undoes all but the first `keep` appends; only the first call counts, for what is left then is final. */
  backTo(keep: number): void;
}

export const undoLog = (): UndoLog => {
  const steps: (() => void)[] = [];
  const ends: number[] = [];
  return {
    note: (undo) => void steps.push(undo),
    mark: () => void ends.push(steps.length),
    marks: () => ends.length,
    backTo(keep) {
      const end = keep === 0 ? 0 : (ends[keep - 1] ?? steps.length);
      for (const undo of steps.splice(end).reverse()) undo();
      steps.length = 0;
    },
  };
};

/** Leaves of the writes what the fault lets stand, and throws what the writer sees. */
export const leave = (fault: CommitFault, undo: UndoLog): never => {
  undo.backTo(fault.kind === 'after' ? undo.marks() : fault.kind === 'torn' ? fault.keep : 0);
  if (fault.kind === 'full') {
    throw new LogError('log/full', 'ディスクに空きがありません。', 'The disk has no room left.');
  }
  throw new LogError('log/unavailable', '読み書きに失敗しました。', 'Reading or writing failed.');
};

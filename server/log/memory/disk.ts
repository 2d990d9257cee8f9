import type { Row } from '../chain.ts';
import type { Link, Session } from '../credentials.ts';
import type { Disposal } from '../disposal.ts';
import type { AnswerRow, SnapshotRow, StoredMeeting } from '../embedded/shelf.ts';
import { LogError } from '../errors.ts';
import type { SealedBox } from '../sealedBox.ts';

/** What outlives a process: tests open a second store on the same disk. */
export interface MemoryDisk {
  readonly meetings: Map<string, StoredMeeting>;
  readonly rows: Map<string, Row[]>;
  readonly answers: Map<string, Map<string, AnswerRow>>;
  readonly snapshots: Map<string, SnapshotRow>;
  readonly boxes: Map<string, SealedBox>;
  readonly links: Map<string, Link>;
  readonly sessions: Map<string, Session>;
  readonly disposals: Disposal[];
  readonly drafts: Map<string, { readonly updatedAt: number; readonly body: string }>;
  /** Who holds it; one at a time, like the file. */
  holder: symbol | null;
}

export const memoryDisk = (): MemoryDisk => ({
  meetings: new Map(),
  rows: new Map(),
  answers: new Map(),
  snapshots: new Map(),
  boxes: new Map(),
  links: new Map(),
  sessions: new Map(),
  disposals: [],
  drafts: new Map(),
  holder: null,
});

/** Takes the power away: the process that held the disk writes no more, and another may open it. */
export const crash = (disk: MemoryDisk): void => {
  disk.holder = null;
};

/** One process's hold on a disk. */
export interface Grip {
  /** The disk; throws a LogError `log/unavailable` when this process has crashed. */
  readonly disk: () => MemoryDisk;
  readonly letGo: () => void;
}

export const grip = (disk: MemoryDisk): Grip => {
  if (disk.holder !== null) {
    throw new LogError('log/busy', '別のプロセスが使用中です。', 'Another process is using this store.');
  }
  const me = Symbol('holder');
  disk.holder = me;
  return {
    disk() {
      if (disk.holder === me) return disk;
      throw new LogError('log/unavailable', 'このプロセスは止められました。', 'This process was stopped.');
    },
    letGo() {
      if (disk.holder === me) disk.holder = null;
    },
  };
};

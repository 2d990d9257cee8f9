import type { LogErrorCode } from './errors.ts';
import type { LogNotice } from './meetingLog.ts';

/** Tells once that the store does not take appends, and once that it does again. */
export interface Trouble {
  failed(reason: LogErrorCode): void;
  worked(): void;
}

export const trouble = (tell: (notice: LogNotice) => void): Trouble => {
  let waiting = false;
  return {
    failed(reason) {
      if (!waiting) tell({ kind: 'waiting', reason });
      waiting = true;
    },
    worked() {
      if (waiting) tell({ kind: 'back' });
      waiting = false;
    },
  };
};

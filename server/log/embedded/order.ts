import { canonicalJson } from '../canonical.ts';
import type { Append, SealedDeposit } from '../meetingLog.ts';
import { DEPOSIT_BYTES } from '../sealedBox.ts';
import { currentVersion, type Upcasters } from '../upcast.ts';

/** An append as text, made when it comes in: what the caller does to its objects afterwards changes nothing. */
export interface Order {
  readonly meeting: string;
  readonly expectedVersion: number;
  readonly commandId: string;
  readonly events: readonly { readonly v: number; readonly text: string }[];
  readonly answer: string;
  readonly sealed: SealedDeposit | null;
  readonly follows: boolean;
}

/** Throws a TypeError for what is not JSON, and a RangeError for a deposit that is too long: bugs of the caller. */
export const toOrder = (append: Append, upcasters: Upcasters): Order => {
  const deposit = append.sealed?.deposit;
  if (deposit !== undefined && Buffer.byteLength(deposit) > DEPOSIT_BYTES) {
    throw new RangeError(`a deposit has at most ${DEPOSIT_BYTES} bytes`);
  }
  return {
    meeting: append.meeting,
    expectedVersion: append.expectedVersion,
    commandId: append.commandId,
    events: append.events.map((event) => ({
      v: currentVersion(upcasters, event.type),
      text: canonicalJson(event),
    })),
    answer: canonicalJson(append.answer ?? null),
    sealed: append.sealed ?? null,
    follows: append.follows ?? false,
  };
};

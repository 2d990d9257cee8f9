import { genesis, sealRow } from '../chain.ts';
import type { AppendResult, LogRecord, StoredEvent } from '../meetingLog.ts';
import { putInto, type Random } from '../sealedBox.ts';
import type { Order } from './order.ts';
import type { Shelf } from './shelf.ts';

export interface Clerk {
  readonly shelf: Shelf;
  readonly now: () => number;
  readonly random: Random;
  readonly newEpoch: () => string;
}

const depositInto = ({ shelf, random }: Clerk, { sealed }: Order): void => {
  if (sealed?.deposit !== undefined) {
    shelf.putBox(sealed.box, putInto(sealed.box, shelf.box(sealed.box), sealed.deposit, random));
  }
  if (sealed?.destroy === true) shelf.dropBox(sealed.box);
};

/** Where a meeting's record ends; null where there is none yet. */
type Head = ReturnType<Shelf['head']>;

/** Where the records end that a group has looked at or added to: each is read from the file once. Good for one transaction. */
export type Heads = Map<string, Head>;

/** Judges one append and writes what it asks; inside a transaction, so that earlier ones of the group are seen. */
export const judge = (clerk: Clerk, order: Order, heads: Heads): AppendResult => {
  const { shelf } = clerk;
  const { meeting, commandId } = order;
  const known = shelf.answer(meeting, commandId);
  if (known !== null) {
    return { status: 'duplicate', answer: { ...known, body: JSON.parse(known.body) as unknown } };
  }
  const head = heads.has(meeting) ? (heads.get(meeting) ?? null) : shelf.head(meeting);
  const before = head?.seq ?? 0;
  if (before !== order.expectedVersion) return { status: 'conflict', version: before };

  if (before === 0 && order.events.length > 0) {
    shelf.addMeeting({ meeting, createdAt: clerk.now(), epoch: clerk.newEpoch() });
  }
  let prev = head?.hash ?? genesis(meeting);
  const records = order.events.map(({ v, text }, index): LogRecord => {
    const seq = before + index + 1;
    const row = sealRow(seq, commandId, v, text, prev);
    shelf.addRow(meeting, seq, row);
    const record = { seq, commandId, v, event: JSON.parse(text) as StoredEvent, prev, hash: row.hash };
    prev = row.hash;
    return record;
  });
  const version = before + records.length;
  heads.set(meeting, version === 0 ? null : { seq: version, hash: prev });
  depositInto(clerk, order);
  shelf.addAnswer(meeting, { commandId, version, body: order.answer });
  return { status: 'appended', version, records };
};

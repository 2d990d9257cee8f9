import type { History, Operation } from './history.ts';
import { step } from './sequential.ts';
import type { Meeting } from './sequential.ts';

/** Where the search is: how many operations of each client have happened, and what came of them. */
interface Place {
  readonly done: readonly number[];
  readonly meeting: Meeting;
}

/**
 * Whether there is an order of the operations in which each answer is right, and in which whatever had its answer before
 * another was asked comes first (Herlihy and Wing 1990; the search is Wing and Gong's, with Lowe's memory of places
 * where it has been). Operations without an answer may have happened at any time after they were asked, or never.
 */
export function isLinearizable(history: History, begin: Meeting): boolean {
  const clients = byClient(history);
  const been = new Set<string>();
  const open: Place[] = [{ done: clients.map(() => 0), meeting: begin }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const next = clients.map((operations, client) => operations[place.done[client] ?? 0]);
    if (next.every((operation) => operation === undefined || operation.returned === Infinity)) return true;
    // Nothing can come before what had its answer already when it was asked.
    const horizon = Math.min(...next.map((operation) => operation?.returned ?? Infinity));
    next.forEach((operation, client) => {
      if (operation === undefined || operation.called > horizon) return;
      const meeting = after(place.meeting, operation);
      if (meeting === null) return;
      const done = place.done.with(client, (place.done[client] ?? 0) + 1);
      const name = `${done.join()} ${JSON.stringify(meeting)}`;
      if (been.has(name)) return;
      been.add(name);
      open.push({ done, meeting });
    });
  }
  return false;
}

/** The meeting after an operation; null where its answer would have been another. */
function after(meeting: Meeting, { input, output, returned }: Operation): Meeting | null {
  const [changed, right] = step(meeting, input);
  return returned === Infinity || JSON.stringify(output) === JSON.stringify(right) ? changed : null;
}

function byClient(history: History): readonly (readonly Operation[])[] {
  const clients = new Map<string, Operation[]>();
  for (const operation of history) {
    const own = clients.get(operation.client) ?? [];
    own.push(operation);
    clients.set(operation.client, own);
  }
  return [...clients.values()];
}

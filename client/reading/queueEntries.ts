import type { QueueEntry, QueueTie } from '../components/queueEntry.ts';
import { inWords } from '../messages/sentence.ts';
import type { FloorLine } from '../../shared/views/types/floorLine.ts';
import { nameOf, type People } from './people.ts';

/** The raised hands of a view as a list draws them, in the server's order. */
export function queueEntries(floor: FloorLine, people: People, now: number): QueueEntry[] {
  return floor.queue.map((line) => ({
    id: line.who,
    name: nameOf(people, line.who),
    channel: line.channel,
    // Who gave notice days before has waited since the item began.
    waiting: (now - (line.source === 'notice' ? line.enteredAt : line.raisedAt)) / 1000,
    time: line.times + 1,
    kind: line.kind,
    byDesk: line.source === 'desk',
    byNotice: line.source === 'notice',
    lost: line.lost,
    ...(line.tie === null ? {} : { tie: String(line.tie) }),
  }));
}

export function queueTies(floor: FloorLine): QueueTie[] {
  return floor.ties.map((line) => ({ id: String(line.tie), words: inWords(line.note) }));
}

import type { PlantedBug } from './plantedBug.ts';

/** In the log. */
export const logBugs: readonly PlantedBug[] = [
  {
    name: 'refusals-judged-again',
    breaks: 'A resent command that was refused is judged again.',
    file: 'server/log/embedded/judge.ts',
    find: '  if (known !== null) {',
    put: '  if (known !== null && order.events.length > 0) {',
  },
  {
    name: 'stale-decision-taken',
    breaks: 'An append that was decided on an older version is taken.',
    file: 'server/log/embedded/judge.ts',
    find: '  if (before !== order.expectedVersion) return',
    put: '  if (before < order.expectedVersion) return',
  },
  {
    name: 'refusals-not-kept',
    breaks: 'The answer to a refused command is not kept.',
    file: 'server/log/embedded/judge.ts',
    find: '  shelf.addAnswer(meeting, {',
    put: '  if (records.length > 0) shelf.addAnswer(meeting, {',
  },
  {
    name: 'lost-group-acknowledged',
    breaks: 'A group whose commit failed is reported as written.',
    file: 'server/log/embedded/appendQueue.ts',
    find: 'group.forEach(({ reject }) => reject(error));',
    put: `group.forEach(({ order, resolve }) => resolve({ status: 'appended', version: order.expectedVersion + order.events.length, records: [] }));`,
  },
  {
    name: 'half-taken-back',
    breaks: 'Of a failed commit the records stay, and the answers do not.',
    file: 'server/log/memory/memoryShelf.ts',
    find: '      undo?.note(() => void rows.pop());',
    put: '      undo?.note(() => undefined);',
  },
  {
    name: 'box-not-in-the-transaction',
    breaks: 'A ballot falls into the box although its commit failed.',
    file: 'server/log/memory/memoryShelf.ts',
    find: 'putBox: (box, sealed) => set(disk().boxes, box, sealed, undo),',
    put: 'putBox: (box, sealed) => set(disk().boxes, box, sealed, null),',
  },
];

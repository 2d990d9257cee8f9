import type { PlantedBug } from './plantedBug.ts';

/** In what the public is shown, and in the differences between two views. */
export const viewBugs: readonly PlantedBug[] = [
  {
    name: 'list-grows-wrongly',
    breaks: 'Of a list that changed its length too little is sent.',
    file: 'shared/views/diff.ts',
    find: 'after.slice(start, start + come)',
    put: 'after.slice(start, start + gone)',
  },
  {
    name: 'nothing-is-taken-out',
    breaks: 'What is not there any more stays on the screens.',
    file: 'shared/views/diff.ts',
    find: `    if (before[key] !== undefined && own(after, key) === undefined) out.push(['-', [...path, key]]);`,
    put: '    if (before[key] !== undefined && own(after, key) === undefined) void path;',
  },
  {
    name: 'too-much-replaced',
    breaks: 'A run of a list takes the place of too much.',
    file: 'shared/views/applyPatch.ts',
    find: 'target.toSpliced(start, gone, ...items)',
    put: 'target.toSpliced(start, Math.max(gone, items.length), ...items)',
  },
  {
    name: 'public-sees-a-closed-item',
    breaks: 'The public is shown who speaks on an item that is closed to it.',
    file: 'shared/views/audiences/observer.ts',
    find: '    if (closedBecause(state, state.agenda.current) === null)',
    put: '    if (closedBecause(state, state.agenda.current) === null || state.floor.turn !== null)',
  },
];

import type { PlantedBug } from './plantedBug.ts';

/** In meetings in writing. */
export const writtenBugs: readonly PlantedBug[] = [
  {
    name: 'late-reply-counts',
    breaks: 'A decision that came late is counted.',
    file: 'shared/features/written/standing.ts',
    find: 'if (!decision.late && !isRecused(state, who, id))',
    put: 'if (!isRecused(state, who, id))',
  },
  {
    name: 'excluded-reply-counts',
    breaks: 'Who was excluded from an item after deciding on it is counted with the others.',
    file: 'shared/features/written/standing.ts',
    find: 'if (!decision.late && !isRecused(state, who, id))',
    put: 'if (!decision.late)',
  },
  {
    name: 'deadline-not-looked-at',
    breaks: 'A decision after the deadline is in time as long as nobody has closed the round.',
    file: 'shared/features/written/decisions.ts',
    find: 'round === null || (round.deadline !== null && context.at > round.deadline);',
    put: 'round === null;',
  },
  {
    name: 'late-reply-replaces',
    breaks: 'A late decision takes the place of one that was in time.',
    file: 'shared/features/written/evolve.ts',
    find: 'const stands = late && before?.late === false ? before : { ...reply, late };',
    put: 'const stands = { ...reply, late };',
  },
  {
    name: 'more-time-for-nobody',
    breaks: 'A deadline that is moved takes in nobody who was late by the old one.',
    file: 'shared/features/written/evolve.ts',
    find: 'return waiting === null || waiting.at > deadline ?',
    put: 'return waiting === null || one.at <= deadline ?',
  },
  {
    name: 'changed-mind-too-late',
    breaks:
      'Who was in time and wrote again too late keeps the first reply, though the deadline is moved beyond both.',
    file: 'shared/features/written/evolve.ts',
    find: `const waiting = late && runningRound(state, 'decisions') !== null ? reply : null;`,
    put: `const waiting = late && before?.late !== false && runningRound(state, 'decisions') !== null ? reply : null;`,
  },
  {
    name: 'silence-agrees',
    breaks: 'Who has not replied is left out of the number of members.',
    file: 'shared/rules/writtenResult.ts',
    find: '    noReply: facts.inOffice - recused - replied,',
    put: '    noReply: 0,',
  },
  {
    name: 'half-consents',
    breaks: 'Half of the members consent to a meeting in writing where more than half are asked.',
    file: 'shared/features/written/consent.ts',
    find: 'Math.floor(members.length / 2) + 1,',
    put: 'Math.ceil(members.length / 2),',
  },
  {
    name: 'decisions-in-everybodys-minutes',
    breaks: 'The minutes that members follow hold who decided what.',
    file: 'server/meetings/minutesStream.ts',
    find: `new Set(['note', 'decision', 'captions'] as const);`,
    put: `new Set(['note', 'captions'] as const);`,
  },
  {
    name: 'asker-named',
    breaks: 'The minutes that members follow name who asked a question.',
    file: 'server/meetings/minutesStream.ts',
    find: `  if (block.type === 'question') return { ...block, speaker: null };
`,
    put: '',
  },
  {
    name: 'days-old-reply-thrown-away',
    breaks: 'A reply that was pressed without a line is not sent by the page of another day.',
    file: 'client/connection/outbox.ts',
    find: '  return unhurried.has(waiting.message.do);',
    put: '  return unhurried.has(waiting.message.do) && !waiting.sent;',
  },
  {
    name: 'reminded-all-the-same',
    breaks: 'Who has replied on an item is missing on it as before.',
    file: 'shared/features/written/standing.ts',
    find: '(id) => !isRecused(state, who, id) && !Object.hasOwn(state.written.decisions[id] ?? {}, who),',
    put: '(id) => !isRecused(state, who, id),',
  },
];

import type { PlantedBug } from './plantedBug.ts';

/** In the actor, the registry and what they decide with. */
export const actorBugs: readonly PlantedBug[] = [
  {
    name: 'acknowledged-too-early',
    breaks: 'A command is acknowledged before the log has it.',
    file: 'server/meetings/meetingActor.ts',
    find: '      follows ||= !isNothing(decided);',
    put: `      this.#answer(decided.task, decided.answer);
      follows ||= !isNothing(decided);`,
  },
  {
    name: 'failed-write-acknowledged',
    breaks: 'A command is acknowledged although the log failed.',
    file: 'server/meetings/meetingActor.ts',
    find: '        this.#refuse(one.task, refusalFor(outcome.error));',
    put: '        this.#answer(one.task, one.answer);',
  },
  {
    name: 'state-kept-after-failure',
    breaks: 'After a failed write the state is not read again.',
    file: 'server/meetings/meetingActor.ts',
    find: `        this.#behind = true;
        this.#parts.trouble(outcome.error);`,
    put: '        this.#parts.trouble(outcome.error);',
  },
  {
    name: 'resend-answered-anew',
    breaks: 'A resent command gets a new answer in place of its first.',
    file: 'server/meetings/meetingActor.ts',
    find: '        this.#answerAgain(one.task, outcome.answer);',
    put: '        this.#answer(one.task, one.answer);',
  },
  {
    name: 'conflict-acknowledged',
    breaks: 'A command that conflicted with another node is acknowledged.',
    file: 'server/meetings/meetingActor.ts',
    find: '        again.push(one.task);',
    put: '        this.#answer(one.task, one.answer);',
  },
  {
    name: 'conflict-forgotten',
    breaks: 'A command that conflicted with another node is never decided again.',
    file: 'server/meetings/meetingActor.ts',
    find: '        again.push(one.task);',
    put: '        void again;',
  },
  {
    name: 'box-opened-too-early',
    breaks: 'The ballot box is opened while ballots are on their way to it.',
    file: 'server/meetings/meetingActor.ts',
    find: 'if (ids.has(task.commandId) || (sent.length > 0 && box !== null)) {',
    put: 'if (ids.has(task.commandId)) {',
  },
  {
    name: 'others-turn-untold',
    breaks: 'What another node appended is taken over, and no screen is told.',
    file: 'server/meetings/meetingActor.ts',
    find: '    this.#become(events.reduce(evolve, this.#state), events);',
    put: '    this.#become(events.reduce(evolve, this.#state), []);',
  },
  {
    name: 'one-record-skipped',
    breaks: 'Reading on from the log leaves out one record.',
    file: 'server/meetings/meetingActor.ts',
    find: 'await this.#parts.log.read(this.#state.id, this.#state.version);',
    put: 'await this.#parts.log.read(this.#state.id, this.#state.version + 1);',
  },
  {
    name: 'others-not-heard',
    breaks: 'A node does not wake up when another has appended.',
    file: 'server/meetings/meetingActor.ts',
    find: '      if (this.#heard > this.#state.version) this.#wake();',
    put: '      void this.#wake;',
  },
  {
    name: 'news-while-reading-forgotten',
    breaks: 'News of an append that overtake the answer of a read are forgotten.',
    file: 'server/meetings/meetingActor.ts',
    find: '    if (this.#heard === heard) this.#heard',
    put: '    if (heard > 0) this.#heard',
  },
  {
    name: 'not-read-again',
    breaks: 'After a reading that failed nothing is read until somebody presses something.',
    file: 'server/meetings/meetingActor.ts',
    find: `        this.#wake();
      });
      return;`,
    put: `        void this.#wake;
      });
      return;`,
  },
  {
    name: 'late-grace-in-the-past',
    breaks: 'A grace that ran out during a vote is recorded before what came after it.',
    file: 'server/meetings/timeTask.ts',
    find: '  const at = Math.max(due, state.at);',
    put: '  const at = due;',
  },
  {
    name: 'failed-load-remembered',
    breaks: 'A meeting that could not be read once can never be opened again.',
    file: 'server/meetings/meetingRegistry.ts',
    find: `      forget();
      throw error;`,
    put: '      throw error;',
  },
  {
    name: 'ended-in-the-middle',
    breaks: 'An orderly end does not wait for what was accepted.',
    file: 'server/meetings/meetingActor.ts',
    find: `    this.#closed = true;
    await this.settled();`,
    put: `    this.#closed = true;
    this.#queue = [];`,
  },
];

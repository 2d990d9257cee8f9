import type { PlantedBug } from './plantedBug.ts';

/** In the page: its link, outbox and replica. */
export const clientBugs: readonly PlantedBug[] = [
  {
    name: 'not-sent-again',
    breaks: 'After a lost line nothing is sent again.',
    file: 'client/connection/sender.ts',
    find: `    this.#underway.clear();
`,
    put: `    void this.#underway;
`,
  },
  {
    name: 'sent-one-replaced',
    breaks: 'A later press takes the place of one that the server may have heard.',
    file: 'client/connection/outbox.ts',
    find: '!waiting.sent && thing !== null',
    put: 'thing !== null',
  },
  {
    name: 'passing-refusal-is-final',
    breaks: 'A refusal that passes is shown as the answer.',
    file: 'client/connection/sender.ts',
    find: '    if (!answer.ok && passes(answer.refusal)) {',
    put: `    if (!answer.ok && passes(answer.refusal) && answer.id === '') {`,
  },
  {
    name: 'gap-overlooked',
    breaks: 'A patch is applied to a view that it was not made for.',
    file: 'client/connection/replica.ts',
    find: `  if (step.from !== at.revision) return 'gap';
`,
    put: '',
  },
  {
    name: 'own-part-kept',
    breaks: 'After a join the personal part of before stands.',
    file: 'client/connection/replica.ts',
    find: '  if (answer.view !== undefined) return { at, me,',
    put: '  if (answer.view !== undefined) return { at, me: replica.me ?? me,',
  },
  {
    name: 'drawer-not-opened',
    breaks: 'What an earlier page could not finish is not sent by the next.',
    file: 'client/connection/sender.ts',
    find: `    this.#outbox = [...mine.filter((waiting) => !old(waiting)), ...this.#outbox];
`,
    put: '',
  },
  {
    name: 'minutes-answer-dropped',
    breaks: 'The answer with the minutes is dropped where the page has joined again.',
    file: 'client/connection/link.ts',
    find: `    this.#parts.wire.minutes(this.#minutesFrom ?? 0, (patch) => {
      if (!('refusal' in patch))`,
    put: `    const sent = this.#joins;
    this.#parts.wire.minutes(this.#minutesFrom ?? 0, (patch) => {
      if (sent !== this.#joins) return;
      if (!('refusal' in patch))`,
  },
  {
    name: 'minutes-asked-once',
    breaks: 'Minutes that the server could not read just now are not asked for again.',
    file: 'client/connection/link.ts',
    find: '      else if (passes(patch.refusal)) this.#askMinutesAgain();\n',
    put: '',
  },
  {
    name: 'old-answers-make-new-presses',
    breaks: 'A press that is sent again gets another id.',
    file: 'client/connection/sender.ts',
    find: `      wire.command(message, (answer) => {
        this.#answered(answer,`,
    put: `      wire.command(sent ? { ...message, id: \`\${message.id}2\` } : message, (answer) => {
        this.#answered({ ...answer, id: message.id },`,
  },
];

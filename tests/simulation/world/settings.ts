import type { RulesInput } from '../../../shared/rules/rules.ts';
import { Dice } from './dice.ts';

/** What kind of evening a seed stands for. Times in ms of the simulated world, rates per minute of it. */
export interface Settings {
  readonly members: number;
  /** Members from this number on take part online. */
  readonly onlineFrom: number;
  readonly rules: RulesInput;
  /** The public may not attend the third item; who takes part online may. */
  readonly closedItem: boolean;
  /** How many devices of the secretariat write the minutes. */
  readonly desks: 1 | 2;
  /** One process over a store of its own, or two over one log that both reach through a network. */
  readonly nodes: 1 | 2;
  /** The members are in and the first item is on the table when things begin to go wrong. */
  readonly underWay: boolean;
  /** How many presses until everybody stops and the world is left to settle. */
  readonly presses: number;
  /** Between two presses of one person. */
  readonly pace: number;
  readonly latency: number;
  /** How long a commit takes at most. */
  readonly commitTime: number;
  readonly cuts: number;
  readonly stalls: number;
  readonly halfOpen: number;
  /** A line that loses, doubles and reorders patches, commands and answers: the part of them that it does. */
  readonly unruly: number;
  readonly crashes: number;
  readonly restarts: number;
  /** The part of commits that go wrong. */
  readonly badCommits: number;
  /** The part of readings of the log that fail. */
  readonly badReads: number;
  readonly fullDisks: number;
  /** Two nodes: how far away the store is. */
  readonly storeLatency: number;
  /** Two nodes: how often one loses its line to the store, or all of them do. */
  readonly storeCuts: number;
  readonly clockJumps: number;
  readonly reloads: number;
  /** How often somebody takes their phone up again. */
  readonly wakes: number;
  /** So many of the pages show the minutes, too. */
  readonly readers: number;
  /** What people and troubles do keeps to the moments that matter: a ballot on its way, a vote about to be closed. */
  readonly aimed: boolean;
  /** A meeting in writing (書面会議): over days, by phones that are taken up and put away. */
  readonly written: boolean;
}

/*
 * Of eight evenings two are aimed, and one is in writing. The others are what they were before there were such evenings,
 * so that a seed that was kept shows what it showed.
 */
const aimedOnes: ReadonlySet<number> = new Set([5, 7]);
const inWriting = 0;

/** The settings of a seed: calm and stormy ones, each kind of trouble alone and all together. */
export function settingsOf(seed: number): Settings {
  const dice = new Dice(seed, 'settings');
  const aimed = aimedOnes.has(seed % 8);
  const written = seed % 8 === inWriting;
  const some = (probability: number, least: number, most: number) =>
    dice.chance(probability) ? dice.between(least, most) : 0;
  const calm = dice.chance(0.12);
  const stormy = calm ? 0 : dice.pick([0.5, 1, 1, 2] as const);
  const members = dice.whole(4, 7);
  const nodes = dice.chance(0.3) ? 2 : 1;
  return {
    members,
    onlineFrom: dice.whole(3, members),
    rules: { ...rulesOf(dice), ...(written ? { written: rulesInWriting(seed) } : {}) },
    desks: dice.chance(0.35) ? 2 : 1,
    nodes,
    underWay: dice.chance(0.8) || aimed,
    presses: dice.whole(25, 70),
    pace: dice.pick([400, 1200, 2500, 6000] as const),
    latency: dice.pick([2, 20, 60, 200] as const),
    // A store for two takes one append after the other, and a slow one would do nothing else.
    // Where it is aimed, things gather while it writes.
    commitTime: dice.pick([aimed ? 60 : 1, aimed ? 30 : 5, 30, nodes === 1 ? 400 : 60] as const),
    cuts: stormy * some(0.6, 1, 8),
    stalls: stormy * some(0.4, 0.5, 4),
    halfOpen: stormy * some(0.4, 0.5, 3),
    unruly: stormy * some(0.25, 0.01, 0.08),
    crashes: stormy * some(0.5, 0.5, 4),
    restarts: stormy * some(0.2, 0.3, 1),
    badCommits: stormy * some(0.4, 0.01, 0.08),
    badReads: stormy * some(0.4, 0.02, 0.2),
    fullDisks: stormy * some(0.2, 0.3, 1.5),
    storeLatency: dice.pick([1, 1, 10] as const),
    storeCuts: stormy * some(0.5, 0.5, 3),
    clockJumps: stormy * some(0.3, 0.3, 2),
    reloads: stormy * some(0.3, 0.3, 2),
    wakes: stormy * some(0.5, 1, 8),
    readers: dice.pick([2, 3, 3, 6] as const),
    closedItem: dice.chance(0.3),
    aimed,
    written,
  };
}

function rulesOf(dice: Dice): RulesInput {
  const noResponse = dice.pick(['flagAndResolve', 'abstain', 'asNo', 'leftRoom'] as const);
  const abstention = dice.pick(['allowed', 'allowed', 'forbidden'] as const);
  return {
    quorum: { onLoss: dice.pick(['warn', 'blockVote', 'autoRecess'] as const) },
    chair: { vote: dice.pick(['castingOnly', 'memberAndCasting', 'memberOnly'] as const) },
    vote: {
      noResponse,
      changeable: dice.pick(['never', 'untilClose', 'untilClose'] as const),
      // Rules that contradict one another are refused.
      abstention: noResponse === 'abstain' ? 'allowed' : abstention,
      channelOrder: dice.pick(['simultaneous', 'simultaneous', 'onlineFirst', 'roomFirst'] as const),
      tally: dice.pick(['live', 'afterClose'] as const),
    },
    online: {
      closedSession: true,
      allowedWhen: dice.pick(['always', 'chairPermit'] as const),
      identityCheck: dice.pick(['none', 'token', 'tokenAndVisual'] as const),
      disconnect: {
        graceSeconds: dice.pick([0, 20, 60] as const),
        then: dice.pick(['leftAt', 'excludeFromVote'] as const),
      },
    },
    floor: { order: dice.pick(['fifo', 'fifo', 'firstTimeFirst', 'alternate'] as const) },
  };
}

function rulesInWriting(seed: number): NonNullable<RulesInput['written']> {
  const dice = new Dice(seed, 'written rules');
  return {
    consent: dice.pick(['chair', 'majority'] as const),
    base: dice.pick(['allSeats', 'respondents'] as const),
  };
}

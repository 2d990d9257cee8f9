import type { Rules } from '../../../shared/rules/rules.ts';
import { setupWords } from '../../messages/setup.ts';

/*
 * Parameters of several parts as one list to choose from. What a body has that is not on the list stays, under the
 * name `own`: choosing nothing changes nothing.
 */

interface Choice<T> {
  readonly value: string;
  readonly label: string;
  readonly set: T;
}

type Quorum = Pick<Rules['quorum'], 'rule' | 'base'>;
type DecisionRule = Pick<Rules['decision'], 'rule'>;
type Disconnect = Rules['online']['disconnect'];

function withOwn<T>(choices: readonly Choice<T>[], key: string, own: T): readonly Choice<T>[] {
  return key === 'own' ? [...choices, { value: 'own', label: describe(own), set: own }] : choices;
}

function describe(own: unknown): string {
  return JSON.stringify(own).replace(/["{}]/g, ' ').replace(/\s+/g, ' ').trim();
}

const quorumSets: Readonly<Record<string, Quorum>> = {
  majority: { rule: 'majority', base: 'seats' },
  half: { rule: 'atLeastHalf', base: 'seats' },
  office: { rule: 'majority', base: 'inOffice' },
};

export function quorumKey({ rule, base }: Quorum): string {
  return Object.entries(quorumSets).find(([, set]) => set.rule === rule && set.base === base)?.[0] ?? 'own';
}

export function quorums(now: Quorum): readonly Choice<Quorum>[] {
  const words = setupWords();
  const labels: Record<string, string> = {
    majority: words.quorumMajority,
    half: words.quorumHalf,
    office: words.quorumOffice,
  };
  const choices = Object.entries(quorumSets).map(([value, set]) => ({
    value,
    label: labels[value] ?? value,
    set,
  }));
  return withOwn(choices, quorumKey(now), { rule: now.rule, base: now.base });
}

const decisionSets: Readonly<Record<string, DecisionRule>> = {
  majority: { rule: 'majority' },
  twoThirds: { rule: { fractionAtLeast: { n: 2, d: 3 } } },
  threeQuarters: { rule: { fractionAtLeast: { n: 3, d: 4 } } },
  unanimous: { rule: 'unanimous' },
};

export function decisionKey({ rule }: DecisionRule): string {
  const wanted = JSON.stringify(rule);
  return Object.entries(decisionSets).find(([, set]) => JSON.stringify(set.rule) === wanted)?.[0] ?? 'own';
}

export function decisions(now: DecisionRule): readonly Choice<DecisionRule>[] {
  const words = setupWords();
  const labels: Record<string, string> = {
    majority: words.majority,
    twoThirds: words.twoThirds,
    threeQuarters: words.threeQuarters,
    unanimous: words.unanimous,
  };
  const choices = Object.entries(decisionSets).map(([value, set]) => ({
    value,
    label: labels[value] ?? value,
    set,
  }));
  return withOwn(choices, decisionKey(now), { rule: now.rule });
}

const graces = [30, 60, 180];

export function disconnectKey({ graceSeconds, then }: Disconnect): string {
  return graces.includes(graceSeconds) ? `${then}-${graceSeconds}` : 'own';
}

export function disconnects(now: Disconnect): readonly Choice<Disconnect>[] {
  const words = setupWords();
  const choices = graces.flatMap((graceSeconds): Choice<Disconnect>[] => [
    {
      value: `leftAt-${graceSeconds}`,
      label: words.wait({ n: graceSeconds }),
      set: { graceSeconds, then: 'leftAt' },
    },
    {
      value: `excludeFromVote-${graceSeconds}`,
      label: words.waitExclude({ n: graceSeconds }),
      set: { graceSeconds, then: 'excludeFromVote' },
    },
  ]);
  return withOwn(choices, disconnectKey(now), now);
}

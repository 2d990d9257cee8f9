import type { Sentence } from '../../../protocol/language.ts';
import type { Choice, Rules, VoteMethodName } from '../../../rules/rules.ts';

/** A step of a vote's ceremony, in the order in which its method takes them. */
export type CeremonyStep =
  | { readonly step: 'call'; readonly choice: Choice }
  | { readonly step: 'ballots' | 'objections' | 'close' | 'report' | 'casting' | 'declare' };

/** A way to vote (採決方法): what it takes in, what it hides, and the steps it goes through. */
export interface VoteMethod {
  readonly name: VoteMethodName;
  readonly label: Sentence;
  /** What a member's own device may send: a ballot with its name, one for the box, an objection. */
  readonly device: 'named' | 'sealed' | 'objection';
  /** The desk may enter numbers: hands, people standing, papers. */
  readonly counts: boolean;
  /** The desk may enter the vote of somebody by name. */
  readonly named: boolean;
  /** A blank ballot (白票) can be given. */
  readonly blank: boolean;
  /** The chair calls for each choice in turn (「賛成の方、挙手を」). */
  readonly calls: boolean;
  /** Nothing of the choices is seen by anybody before the close. */
  readonly hiddenUntilClose: boolean;
  /** Where only the yes side was called and counted, whoever else is in that channel is against (起立). */
  readonly restAreAgainst: boolean;
  steps(rules: Rules['vote']): readonly CeremonyStep[];
}

/** The calls a chair makes, by the body's order; no abstentions are called where there may be none. */
export function callSteps(rules: Rules['vote']): readonly CeremonyStep[] {
  return rules.askOrder
    .filter((choice) => choice !== 'abstain' || rules.abstention === 'allowed')
    .map((choice) => ({ step: 'call', choice }));
}

export const countedEnd: readonly CeremonyStep[] = [
  { step: 'close' },
  { step: 'report' },
  { step: 'casting' },
  { step: 'declare' },
];

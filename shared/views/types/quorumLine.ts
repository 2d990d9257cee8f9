import type { Sentence } from '../../protocol/language.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Millis } from './millis.ts';

export interface QuorumLine {
  readonly required: number;
  /** Those who count towards it, which the rules may make fewer than those present. */
  readonly present: number;
  readonly met: boolean;
  readonly lostAt: Millis | null;
  /** What its loss leads to, by the body's rules. */
  readonly onLoss: Rules['quorum']['onLoss'];
  readonly explanation: Sentence;
}

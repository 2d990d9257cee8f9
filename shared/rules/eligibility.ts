import type { Sentence } from '../protocol/language.ts';
import { isSpecialMajority } from './majority.ts';
import type { Decision, Rules } from './rules.ts';

/** What is known of one person when a vote opens. */
export interface VoterFacts {
  readonly member: boolean;
  readonly presence: 'expected' | 'present' | 'absent' | 'left';
  /** Online by leave, where the rules ask for leave (許可・同意). */
  readonly permitted: boolean;
  /** Known to be who they say (本人確認), as far as the rules ask. */
  readonly identified: boolean;
  /** Seen and heard as far as the rules ask, as last tried (接続確認). */
  readonly perceived: boolean;
  /** Excluded from this item for an interest in it (除斥). */
  readonly recused: boolean;
  /** The grace for a lost link ran out under `excludeFromVote`. */
  readonly excluded: boolean;
  /** Online while the item is closed to the public, where the rules do not let them take part. */
  readonly keptOut: boolean;
  readonly presides: boolean;
}

/** Why somebody may not vote. */
export type Bar =
  | 'notMember'
  | 'absent'
  | 'left'
  | 'recused'
  | 'unpermitted'
  | 'unidentified'
  | 'unperceived'
  | 'excluded'
  | 'keptOut'
  | 'presiding';

/**
 * Whether a member may vote (表決権), and if not why. Those not present at the declaration of the vote cannot join it
 * (表決の3原則); whoever presides has a vote as the body's rule says.
 */
export function barFrom(facts: VoterFacts, chairVotes: boolean): Bar | null {
  if (!facts.member) return 'notMember';
  if (facts.presence === 'left') return 'left';
  if (facts.presence !== 'present') return 'absent';
  if (facts.recused) return 'recused';
  if (!facts.permitted) return 'unpermitted';
  if (!facts.identified) return 'unidentified';
  if (!facts.perceived) return 'unperceived';
  if (facts.excluded) return 'excluded';
  if (facts.keptOut) return 'keptOut';
  if (facts.presides && !chairVotes) return 'presiding';
  return null;
}

/**
 * Whether whoever presides votes with the others: always as a member of a body whose rule says so, and where the
 * decision asks a special majority, which no casting vote could save, if the rule lets them (特別多数決).
 */
export function chairVotes(chair: Rules['chair'], decision: Decision): boolean {
  if (chair.vote !== 'castingOnly') return true;
  return chair.votesOnSupermajority && isSpecialMajority(decision.rule);
}

/** The same in words, for the person who is told, with what can be done about it. */
export function barSentence(bar: Bar, name: string): Sentence {
  switch (bar) {
    case 'notMember':
      return {
        ja: `${name}さんは委員ではないため、表決できません。`,
        en: `${name} is not a member of the body and has no vote.`,
      };
    case 'absent':
      return {
        ja: `${name}さんは出席していないため、表決できません。出席を記録すると、次の採決から加われます。`,
        en: `${name} is not present and cannot vote. Once checked in, they take part from the next vote.`,
      };
    case 'left':
      return {
        ja: `${name}さんは退席しているため、表決できません。再入室を記録すると、次の採決から加われます。`,
        en: `${name} has left and cannot vote. Once checked in again, they take part from the next vote.`,
      };
    case 'recused':
      return {
        ja: `${name}さんはこの議題で除斥されているため、表決できません。`,
        en: `${name} is excluded from this item and cannot vote on it.`,
      };
    case 'unpermitted':
      return {
        ja: `${name}さんのオンラインでの出席が、まだ認められていないため、表決できません。認められると、次の採決から加われます。`,
        en: `${name} has no leave yet to take part online and cannot vote. With it they take part from the next vote.`,
      };
    case 'unidentified':
      return {
        ja: `${name}さんの本人確認が済んでいないため、表決できません。事務局が映像と音声を確認すると、次の採決から加われます。`,
        en: `${name} has not been identified and cannot vote. Once the desk has seen and heard them, they take part from the next vote.`,
      };
    case 'unperceived':
      return {
        ja: `${name}さんの映像と音声が届いていないため、表決できません。つながりを事務局が確かめ直すと、次の採決から加われます。`,
        en: `${name} is not seen and heard as the rules ask and cannot vote. Once the desk has checked the link again, they take part from the next vote.`,
      };
    case 'keptOut':
      return {
        ja: `この議題は非公開のため、オンラインの${name}さんは表決できません。会場に移ると、次の採決から加われます。`,
        en: `This item is closed to the public: ${name}, who is online, cannot vote on it. In the room they take part from the next vote.`,
      };
    case 'excluded':
      return {
        ja: `${name}さんは通信が途絶したため、この採決から除かれています。`,
        en: `${name} lost the connection and is left out of this vote.`,
      };
    case 'presiding':
      return {
        ja: `会議を主宰する${name}さんは、規則により表決に加わりません。可否同数のときに裁決します。`,
        en: `${name} presides and by the rules does not vote, but decides when the votes are level.`,
      };
  }
}

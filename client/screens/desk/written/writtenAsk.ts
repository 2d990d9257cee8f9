import type { WrittenRoundLine } from '../../../../shared/views/types/writtenLine.ts';

export type RoundKind = WrittenRoundLine['kind'];

/** A dialog of the written meeting's desk. */
export type WrittenAsk =
  | { readonly kind: 'dispatch' }
  | { readonly kind: 'openRound'; readonly round: 'questions' | 'decisions' }
  | { readonly kind: 'moveDeadline'; readonly round: RoundKind }
  | { readonly kind: 'closeRound'; readonly round: RoundKind }
  | { readonly kind: 'question'; readonly item: string }
  | { readonly kind: 'answer'; readonly question: number }
  | { readonly kind: 'member'; readonly who: string }
  | { readonly kind: 'remind'; readonly who?: string }
  | { readonly kind: 'notice' };

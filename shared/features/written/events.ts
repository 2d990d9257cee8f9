import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Choice } from '../../rules/rules.ts';
import type { RoundKind, WrittenResult } from './state.ts';

export interface WrittenEvents {
  WrittenConsented: { who: PersonId; agree: boolean };
  Dispatched: {
    documents: readonly string[];
    deadlines: { questions?: number; answers?: number; decisions?: number };
  };
  QuestionSubmitted: { question: number; item: ItemId; who: PersonId; text: string };
  AnswerSubmitted: { question: number; who: PersonId; text: string };
  DecisionSubmitted: { item: ItemId; who: PersonId; choice: Choice; opinion: string | null; late: boolean };
  RoundOpened: { round: number; kind: RoundKind; deadline: number | null };
  RoundClosed: { round: number; kind: RoundKind; results: Readonly<Record<ItemId, WrittenResult>> | null };
  /** `round`: null where the round is only announced yet. */
  DeadlineMoved: { kind: RoundKind; round: number | null; deadline: number };
  ResultNotified: Record<never, never>;
}

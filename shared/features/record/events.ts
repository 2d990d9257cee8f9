import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';

export interface RecordEvents {
  ItemConcluded: { item: ItemId; text: string | null; conditions: readonly string[] };
  OpinionAttached: { opinion: number; item: ItemId; text: string; from: PersonId | null };
  OpinionAnswered: { opinion: number; text: string };
  Promised: { promise: number; item: ItemId; from: PersonId; text: string; due: string | null };
  PromiseFulfilled: { promise: number; text: string };
  Noted: { text: string };
  StageDirected: { text: string };
  TurnWritten: { turn: number; text: string };
  TurnCorrected: { turn: number; text: string; why: string };
  RemarkWithdrawn: { turn: number; why: string };
}

import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { CaptionSource, KeptCaption } from './captions.ts';

export interface RecordEvents {
  ItemConcluded: { item: ItemId; text: string | null; conditions: readonly string[] };
  OpinionAttached: { opinion: number; item: ItemId; text: string; from: PersonId | null };
  OpinionAnswered: { opinion: number; text: string };
  Promised: { promise: number; item: ItemId; from: PersonId; text: string; due: string | null };
  PromiseFulfilled: { promise: number; text: string };
  Noted: { text: string };
  StageDirected: { text: string };
  /** `captions`: the words came with that taking of captions (字幕). */
  TurnWritten: { turn: number; text: string; captions?: number };
  TurnCorrected: { turn: number; text: string; why: string };
  RemarkWithdrawn: { turn: number; why: string };
  /** A caption file was taken in. Its words follow as TurnWritten; `kept` is what went into no turn. */
  CaptionsTaken: { captions: number; source: CaptionSource; turns: number; kept: readonly KeptCaption[] };
  CaptionsUndone: { captions: number };
}

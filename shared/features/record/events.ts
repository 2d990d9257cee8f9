import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { CaptionSource, KeptCaption } from './captions.ts';
import type { Leave, LeaveRequest } from './leave.ts';

export interface RecordEvents {
  /** `agreed: false`: on the confirmation of the minutes before, that the body did not agree to them. */
  ItemConcluded: { item: ItemId; text: string | null; conditions: readonly string[]; agreed?: false };
  OpinionAttached: { opinion: number; item: ItemId; text: string; from: PersonId | null };
  OpinionAnswered: { opinion: number; text: string };
  Promised: { promise: number; item: ItemId; from: PersonId; text: string; due: string | null };
  PromiseFulfilled: { promise: number; text: string };
  Noted: { text: string };
  StageDirected: { text: string };
  /** `captions`: the words came with that taking of captions (字幕). */
  TurnWritten: { turn: number; text: string; captions?: number };
  /** `leave`: by whose leave, where it took one and it is known. */
  TurnCorrected: { turn: number; text: string; why: string; leave?: Leave };
  RemarkWithdrawn: { turn: number; why: string; leave?: Leave };
  LeaveAsked: {
    request: number;
    turn: number;
    who: PersonId;
    to: LeaveRequest['to'];
    why: string;
    /** The right words, and those they started from; null for a withdrawal. */
    text: string | null;
    base: string | null;
  };
  LeaveAnswered: { request: number; who: PersonId; given: boolean };
  LeaveDropped: { request: number; who: PersonId };
  /** A caption file was taken in. Its words follow as TurnWritten; `kept` is what went into no turn. */
  CaptionsTaken: { captions: number; source: CaptionSource; turns: number; kept: readonly KeptCaption[] };
  CaptionsUndone: { captions: number };
  SpeakerCorrected: { turn: number; who: PersonId; before: PersonId; why: string };
  /** `keep`: how many characters stay; `since`: when the part began, epoch ms, where somebody knows. */
  TurnSplit: { turn: number; into: number; keep: number; who: PersonId; since: number | null };
  TurnsJoined: { turn: number; with: number };
  /** `back`: the edit was taken back, otherwise done again. `texts`: the words of the turns it touched, after it. */
  EditUndone: {
    edit: number;
    back: boolean;
    texts: readonly { readonly turn: number; readonly text: string }[];
  };
}

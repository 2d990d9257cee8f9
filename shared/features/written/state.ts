import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Choice } from '../../rules/rules.ts';

export type RoundKind = 'questions' | 'answers' | 'decisions';

export interface WrittenQuestion {
  readonly no: number;
  readonly item: ItemId;
  readonly who: PersonId;
  readonly text: string;
  readonly at: number;
  readonly round: number;
  readonly answers: readonly { readonly by: PersonId; readonly text: string; readonly at: number }[];
}

export interface WrittenReply {
  readonly choice: Choice;
  readonly opinion: string | null;
  readonly at: number;
}

export interface WrittenDecision extends WrittenReply {
  /** Arrived after the round was closed or its deadline passed: kept, marked, not counted. */
  readonly late: boolean;
  /** The last that came late while the round that runs ran: it stands where the deadline is moved. */
  readonly waiting: WrittenReply | null;
}

/** A meeting held in writing (書面会議): dispatch, rounds of questions and answers, decisions, notice. */
export interface WrittenState {
  readonly consents: Readonly<Record<PersonId, boolean>>;
  readonly dispatchedAt: number | null;
  readonly documents: readonly string[];
  /** When each kind of round should end, as the dispatch said; epoch ms. */
  readonly deadlines: Readonly<Partial<Record<RoundKind, number>>>;
  readonly rounds: readonly {
    readonly no: number;
    readonly kind: RoundKind;
    readonly openedAt: number;
    readonly deadline: number | null;
    readonly closedAt: number | null;
  }[];
  readonly questions: readonly WrittenQuestion[];
  /** Decisions by item, then member; a member who never replied has no entry. */
  readonly decisions: Readonly<Record<ItemId, Readonly<Record<PersonId, WrittenDecision>>>>;
  /** The result by item, made when the round of decisions closed. */
  readonly results: Readonly<Record<ItemId, WrittenResult>>;
  readonly notifiedAt: number | null;
}

export interface WrittenResult {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly noReply: number;
  readonly base: number;
  readonly required: number;
  readonly quorum: { readonly required: number; readonly present: number };
  readonly outcome: 'carried' | 'rejected' | 'noQuorum';
}

export const notWritten: WrittenState = {
  consents: {},
  dispatchedAt: null,
  documents: [],
  deadlines: {},
  rounds: [],
  questions: [],
  decisions: {},
  results: {},
  notifiedAt: null,
};

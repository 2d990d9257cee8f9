import type { Actor, Context } from '../../shared/meeting/context.ts';
import type { Decision } from '../../shared/meeting/decider.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Answer } from '../../shared/protocol/messages.ts';

/** One thing for a meeting to decide, from a person or from the server itself. */
export interface Task {
  /** The same for a resend: it gets the first answer. */
  readonly commandId: string;
  readonly verb: string;
  /** The server's own: never resent, and forgotten when nothing comes of it. */
  readonly internal: boolean;
  readonly actor: Actor;
  /** The rehearsal's clock, from its player; null: the meeting's own clock. */
  readonly at: number | null;
  /** The moment to record, where it is not the clock's: something that fell due before anybody looked. */
  readonly stampedAt?: number;
  /** The ballot box that has to be opened for the decision, if any. */
  readonly box?: (state: MeetingState) => string | null;
  readonly decide: (state: MeetingState, context: Context) => Decision;
  readonly answered: (answer: Answer) => void;
}

/** What the log keeps for a command's id: the answer, and enough to see that a resend is the same command. */
export interface KeptAnswer {
  readonly by: string;
  readonly do: string;
  readonly answer: Answer;
}

import type { CommandInput, Verb } from '../../shared/meeting/commands.ts';
import type { CommandMessage } from '../../shared/protocol/messages.ts';

/*
 * Commands that were pressed and have no answer yet, in the order of pressing. Each keeps the id it was made with, so
 * that sending it again is safe: the server gives the first answer again.
 */

export interface Waiting {
  readonly message: CommandMessage;
  /** When it was pressed, by the meeting's clock. */
  readonly pressedAt: number;
  /** It was handed to the network at least once, so that the server may know it already. */
  readonly sent: boolean;
}

export interface Added {
  readonly outbox: readonly Waiting[];
  /** Ids of earlier commands that this one takes the place of; none of them was ever sent. */
  readonly replaced: readonly string[];
  /** The command itself need not be sent: it took back what was never sent. */
  readonly settled: boolean;
}

/**
 * Adds a command. What was never sent gives way to a later one for the same thing: whoever chose 賛成 and then 反対
 * without a line has voted once.
 */
export function add(outbox: readonly Waiting[], message: CommandMessage, pressedAt: number): Added {
  const thing = thingOf(message);
  const gives = (waiting: Waiting) => !waiting.sent && thing !== null && thingOf(waiting.message) === thing;
  const replaced = outbox.filter(gives).map((waiting) => waiting.message);
  const rest = outbox.filter((waiting) => !gives(waiting));
  const settled = message.do === 'lowerHand' && replaced.some((earlier) => earlier.do === 'raiseHand');
  return {
    outbox: settled ? rest : [...rest, { message, pressedAt, sent: false }],
    replaced: replaced.map((earlier) => earlier.id),
    settled,
  };
}

export function remove(outbox: readonly Waiting[], id: string): readonly Waiting[] {
  return outbox.filter((waiting) => waiting.message.id !== id);
}

export function markSent(outbox: readonly Waiting[], id: string): readonly Waiting[] {
  return outbox.map((waiting) => (waiting.message.id === id ? { ...waiting, sent: true } : waiting));
}

/** What outlives the page: what a member has decided, and words somebody has typed. */
const lasting: ReadonlySet<Verb> = new Set<Verb>([
  'raiseHand',
  'lowerHand',
  'castVote',
  'castBallot',
  'object',
  'consentWritten',
  'submitQuestion',
  'submitAnswer',
  'submitDecision',
  'note',
  'writeTurn',
  'correctTurn',
]);

export function outlivesPage(waiting: Waiting): boolean {
  return lasting.has(waiting.message.do);
}

/**
 * Words that somebody typed, and what members and officials reply over days: however old, they were meant for the
 * meeting and not for a moment of it.
 */
const unhurried: ReadonlySet<Verb> = new Set<Verb>([
  'consentWritten',
  'submitQuestion',
  'submitAnswer',
  'submitDecision',
  'note',
  'writeTurn',
  'correctTurn',
]);

export function mayWait(waiting: Waiting): boolean {
  return unhurried.has(waiting.message.do);
}

/** What a command is about, where a later one about the same makes an earlier one pointless. */
function thingOf(command: CommandInput): string | null {
  switch (command.do) {
    case 'raiseHand':
    case 'lowerHand':
      return `hand ${command.who ?? ''}`;
    case 'castVote':
      return `${command.do} ${command.item}`;
    case 'submitDecision':
      return `${command.do} ${command.item} ${command.who ?? ''}`;
    case 'castBallot':
      return command.do;
    case 'consentWritten':
      return `${command.do} ${command.who ?? ''}`;
    default:
      return null;
  }
}

import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { booksOf, outcomeOf, votersNow } from '../model/books.ts';
import { accepts } from '../model/expect.ts';
import type { MeetingModel } from '../model/meetingModel.ts';

/** A command as somebody pressed it. */
export interface Press {
  readonly id: string;
  /** A person's id or `desk`. */
  readonly by: string;
  readonly command: CommandInput;
}

/** What is wrong with these events as the outcome of this press, with the model as it stood before; null: nothing. */
export function wrongOutcome(
  press: Press,
  events: readonly MeetingEvent[],
  model: MeetingModel,
): string | null {
  const { by, command } = press;
  if (accepts(model, by, command) === false) return 'carried out, and has to be refused';
  const stranger = events.find((event) => event.by !== by);
  if (stranger !== undefined) return `recorded as done by ${stranger.by}`;
  if (command.do === 'recognize' && events.some(({ type }) => type === 'Recognized')) {
    const raised = model.hands.some(({ who }) => who === command.who);
    const lowered = events.some((event) => event.type === 'HandLowered' && event.who === command.who);
    if (raised && !lowered) return 'called on, and the hand is still up';
  }
  const missing = missingFrom(command, by, events);
  return missing === null ? null : `recorded without ${missing}`;
}

/** What is wrong with an event by itself, with the model as it stood before. */
export function wrongEvent(event: MeetingEvent, model: MeetingModel): string | null {
  switch (event.type) {
    case 'VoteOpened': {
      const { rule } = event.decision;
      const special = rule !== 'majority' && rule !== 'plurality';
      const expected = votersNow(model, event.item, special);
      const names = (voters: Readonly<Record<string, string>>) =>
        Object.entries(voters)
          .map(([who, channel]) => `${who} ${channel}`)
          .toSorted()
          .join(', ');
      return names(event.eligible) === names(expected)
        ? null
        : `表決権者 ${names(event.eligible)}, by the model ${names(expected)}`;
    }
    case 'VoteCast':
    case 'VoteRecorded':
    case 'SecretBallotCast':
    case 'VoteCorrected': {
      const vote = model.votes.get(event.vote);
      if (vote === undefined || !Object.hasOwn(vote.eligible, event.who)) return `${event.who} may not vote`;
      if (event.type === 'VoteCorrected') return vote.status === 'declared' ? 'after the declaration' : null;
      return vote.status === 'open' ? null : 'a ballot after the close';
    }
    case 'VoteClosed':
      return model.votes.get(event.vote)?.status === 'open' ? null : 'closed twice';
    case 'BoxOpened': {
      const cast = model.votes.get(event.vote)?.cast ?? [];
      const of = (choice: string) => cast.filter((one) => one === choice).length;
      const right = [of('yes'), of('no'), of('abstain'), of('blank')].join();
      const told = [event.yes, event.no, event.abstain, event.blank].join();
      return told === right ? null : `the box holds ${told}, and ${right} were cast`;
    }
    case 'ResultDeclared': {
      const vote = model.votes.get(event.vote);
      if (vote === undefined) return 'an unknown vote';
      const books = booksOf(vote);
      if (event.counts === null) return vote.method === 'noObjection' ? null : 'declared without numbers';
      const told = [event.counts.yes, event.counts.no, event.counts.abstain, event.counts.invalid].join();
      const right = [books.yes, books.no, books.abstain, books.invalid].join();
      if (told !== right) return `declared ${told}, by the model ${right}`;
      if (books.unaccounted !== 0) return `declared with ${String(books.unaccounted)} unaccounted for`;
      const outcome = outcomeOf(vote, model.rules.chair.vote);
      return outcome === event.outcome ? null : `${event.outcome}, by the model ${String(outcome)}`;
    }
    case 'HandRaised':
      return model.seat(event.who).presence === 'present' ? null : `${event.who} is not here`;
    case 'Recognized':
      return model.status === 'open' ? null : 'recognized out of session';
    case 'CheckedIn':
    case 'Left':
      // The server records a link that is back at any time: it lets nobody into the running vote.
      if (event.type === 'CheckedIn' && event.reentry && event.by === 'system') return null;
      return model.isMember(event.who) && model.vote?.status === 'open' ? 'while ballots are taken' : null;
    case 'TurnBegan':
      return event.turn === model.turns + 1
        ? null
        : `turn ${String(event.turn)} after ${String(model.turns)}`;
    default:
      return model.elections.wrong(event) ?? model.written?.wrong(event) ?? null;
  }
}

type Shape = Readonly<Record<string, unknown>>;

/** What the log must say of a command that was carried out; null: it does. */
function missingFrom(command: CommandInput, by: string, events: readonly MeetingEvent[]): string | null {
  const wanted = wantedOf(command, by);
  if (wanted === null) return null;
  const found = events.some((event) =>
    Object.entries(wanted).every(([key, value]) => (event as unknown as Shape)[key] === value),
  );
  return found ? null : JSON.stringify(wanted);
}

function wantedOf(command: CommandInput, by: string): Shape | null {
  switch (command.do) {
    case 'raiseHand':
      return { type: 'HandRaised', who: command.who ?? by, kind: command.kind ?? 'speak' };
    case 'lowerHand':
      return { type: 'HandLowered', who: command.who ?? by, cause: 'said' };
    case 'leave':
      return { type: 'Left', who: command.who, cause: 'said' };
    case 'openVote':
      return { type: 'VoteOpened', item: command.item, method: command.method };
    case 'closeVote':
      return { type: 'VoteClosed', item: command.item };
    case 'declareResult':
      return { type: 'ResultDeclared', item: command.item };
    case 'castVote':
      return { who: by };
    case 'recordVote':
      return { type: 'VoteRecorded', who: command.who, choice: command.choice };
    case 'recordCount':
      return { type: 'CountRecorded', channel: command.channel, yes: command.yes };
    case 'startItem':
      return { type: 'ItemStarted', item: command.item };
    case 'consentWritten':
      return { type: 'WrittenConsented', who: command.who ?? by, agree: command.agree };
    case 'submitQuestion':
      return { type: 'QuestionSubmitted', who: command.who ?? by, item: command.item, text: command.text };
    case 'submitAnswer':
      return { type: 'AnswerSubmitted', question: command.question, text: command.text };
    case 'submitDecision':
      return {
        ...{ type: 'DecisionSubmitted', who: command.who ?? by, item: command.item },
        ...{ choice: command.choice, opinion: command.opinion ?? null },
      };
    case 'openRound':
      return { type: 'RoundOpened', kind: command.round };
    case 'closeRound':
      return { type: 'RoundClosed', kind: command.round };
    case 'moveDeadline':
      return { type: 'DeadlineMoved', kind: command.round, deadline: command.deadline };
    case 'notifyResult':
      return { type: 'ResultNotified' };
    case 'note':
      return { type: 'Noted', text: command.text };
    default:
      return null;
  }
}

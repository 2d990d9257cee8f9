import { secondersNeeded } from '../../features/votes/amendments.ts';
import type { Motion } from '../../features/votes/state.ts';
import type { AgendaItem } from '../../meeting/agendaItem.ts';
import { isMember, nameOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { getPerson } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { own } from '../own.ts';
import { floorLine } from '../parts/floorLine.ts';
import type { ActionLine } from '../types/actionLine.ts';
import type { QueueLine } from '../types/floorLine.ts';
import { called, itemNamed } from './names.ts';
import { motionsBeside, unseconded, voteAhead } from './openingAVote.ts';
import { action, read, say } from './step.ts';
import type { ChairStep } from './step.ts';

/**
 * While an item is spoken on: first its explanation, then whoever waits in the queue, then the answer; when nobody
 * waits, the vote where the item is there to be decided, else its end.
 */
export function speeches(
  state: MeetingState,
  item: AgendaItem,
  leader: PersonId | null,
  ambient: Ambient,
): ChairStep {
  const { turn, recognized, turns } = state.floor;
  const { number, title } = itemNamed(state, item.id, ambient);
  const official = item.official ?? null;
  const speaker = turn === null || turn.who === leader ? null : turn.who;
  const member = speaker !== null && isMember(state, speaker) ? speaker : null;
  const first = floorLine(state).queue[0];
  const vote = voteAhead(state, item, ambient);
  const beside = motionsBeside(state, item);
  const moved = unseconded(state, item);

  const answer =
    official === null || official === speaker
      ? null
      : action(
          { do: 'recognize', who: official, seen: turns },
          say(`${nameOf(state, official)}に答弁を求める`, `Ask ${nameOf(state, official)} to answer`),
        );
  const speak =
    leader === null || turn?.who === leader
      ? null
      : action(
          { do: 'speak', who: leader },
          say(`${officeOf(state, leader, ambient)}が話す`, 'The chair speaks'),
        );
  const followUp = followUpBy(state, speaker);
  const end = action({ do: 'endItem', item: item.id }, say('議題を終える', 'End the item'));
  const rest = (next: ActionLine | null, others: readonly (ActionLine | null)[]): ActionLine[] =>
    others.filter((one): one is ActionLine => one !== null && one !== next);

  if (vote?.atOnce === true)
    return {
      prompter: vote.prompter,
      next: vote.action,
      others: rest(vote.action, [speak, recess(), end]),
    };

  if (turn?.kind === 'explanation') {
    const next = action({ do: 'endExplain' }, say('説明を終える', 'End the explanation'), {
      sub: say(nameOf(state, turn.who), nameOf(state, turn.who)),
    });
    return {
      prompter: read(ambient, 'askQuestions', { number, title }),
      next,
      others: rest(next, [speak, recess(), vote?.action ?? null, end]),
    };
  }

  const unexplained =
    turn?.who === leader &&
    recognized.length === 0 &&
    own(state.agenda.progress, item.id)?.spent === 0 &&
    (official === null || getPerson(state.floor.spoken, official) === undefined);
  if (unexplained && official !== null) {
    const next = action(
      { do: 'explain', item: item.id },
      say(nameOf(state, official), nameOf(state, official)),
      {
        sub: say('説明を求める', 'Ask for the explanation'),
      },
    );
    return {
      prompter: read(ambient, 'askExplanation', { number, title, official: nameOf(state, official) }),
      next,
      others: rest(next, [
        first === undefined ? null : call(state, first),
        recess(),
        vote?.action ?? null,
        end,
      ]),
    };
  }

  if (first !== undefined) {
    const next = call(state, first);
    return {
      prompter: callingWords(state, first, member, ambient),
      next,
      others: rest(next, [answer, speak, followUp, recess(), vote?.action ?? null, end]),
    };
  }

  if (member !== null && answer !== null) {
    const next = {
      ...answer,
      label: say(nameOf(state, official ?? ''), nameOf(state, official ?? '')),
      sub: say('答弁を求める', 'Ask for the answer'),
    };
    return {
      prompter: read(ambient, 'askAnswer', {
        speaker: nameOf(state, member),
        official: nameOf(state, official ?? ''),
      }),
      next,
      others: rest(next, [speak, recess(), vote?.action ?? null, end]),
    };
  }

  // Somebody else has the floor or nobody has: the chair asks whether there is more before anything is closed.
  if (speak !== null) {
    const asked = recognized.length > 0 || state.floor.lastMember !== null;
    return {
      prompter:
        moved === undefined
          ? read(ambient, asked || official === null ? 'anyMore' : 'askQuestions', { number, title })
          : askSeconders(state, moved, ambient),
      next: speak,
      others: rest(speak, [answer, followUp, recess(), vote?.action ?? null, ...beside, end]),
    };
  }
  if (vote?.expected === true)
    return {
      prompter: vote.prompter,
      next: vote.action,
      others: rest(vote.action, [...beside, answer, followUp, recess(), end]),
    };
  return {
    prompter: read(ambient, 'endItem', { number, title }),
    next: end,
    others: rest(end, [answer, followUp, recess(), vote?.action ?? null]),
  };
}

/** 休憩; the page asks until when. */
export function recess(): ActionLine {
  return action({ do: 'recess' }, say('休憩', 'Recess'));
}

function call(state: MeetingState, first: QueueLine): ActionLine {
  const waiting = state.floor.hands.length;
  return action({ do: 'recognize', who: first.who, seen: state.floor.turns }, called(state, first.who), {
    sub:
      first.kind === 'pointOfOrder'
        ? say('議事進行の発言を許す', 'Allow the point of order')
        : say('指名する', 'Call on'),
    hint:
      waiting > 1 ? say('ほかの人は、名前に触れて指名します', 'Touch a name to call on somebody else') : null,
  });
}

function callingWords(
  state: MeetingState,
  { who, kind }: QueueLine,
  speaker: PersonId | null,
  ambient: Ambient,
): ChairStep['prompter'] {
  const name = nameOf(state, who);
  if (kind === 'pointOfOrder') return read(ambient, 'callPointOfOrder', { name });
  if (speaker === null || speaker === who) return read(ambient, 'callFirst', { name });
  return read(ambient, 'callNext', { speaker: nameOf(state, speaker), name });
}

/** 再質問: the member who has just been answered goes on without the queue. */
function followUpBy(state: MeetingState, speaker: PersonId | null): ActionLine | null {
  const { lastMember } = state.floor;
  if (lastMember === null || lastMember === speaker || speaker === null) return null;
  const { ja, en } = called(state, lastMember);
  return action({ do: 'speak', who: lastMember }, say(`${ja}の再質問`, `${en} follows up`));
}

function askSeconders(
  state: MeetingState,
  { text, who, seconders }: Motion,
  ambient: Ambient,
): ChairStep['prompter'] {
  return read(ambient, 'askSeconders', {
    text,
    mover: who === null ? '' : nameOf(state, who),
    missing: secondersNeeded(state) - seconders.length,
  });
}

function officeOf(state: MeetingState, leader: PersonId, { profile }: Ambient): string {
  return state.roster.people[leader]?.role === 'chair' ? profile.offices.chair : '議長';
}

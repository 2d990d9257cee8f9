import {
  amendmentsWaiting,
  isSeconded,
  restOfOriginal,
  wasAmended,
  whyNotPut,
} from '../../features/votes/amendments.ts';
import { methods } from '../../features/votes/methods/registry.ts';
import type { Motion, Vote } from '../../features/votes/state.ts';
import type { AgendaItem, ItemKind } from '../../meeting/agendaItem.ts';
import { nameOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { VoteMethodName } from '../../rules/rules.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Ambient } from '../ambient.ts';
import { graceLines } from '../parts/graceLines.ts';
import { quorumLine } from '../parts/quorumLine.ts';
import { votersLine } from '../parts/votersLine.ts';
import type { ActionLine } from '../types/actionLine.ts';
import type { PrompterLine } from '../types/prompterLine.ts';
import { called, itemNamed } from './names.ts';
import { action, read, say } from './step.ts';

/** Kinds that decide something unless the plan says otherwise. */
const decided: ReadonlySet<ItemKind> = new Set(['consultation', 'advisoryReport', 'confirmation']);
/** Kinds on which nothing is ever decided. */
const undecidable: ReadonlySet<ItemKind> = new Set([
  'section',
  'opening',
  'greeting',
  'introduction',
  'election',
  'closing',
  'break',
]);

export interface VoteAhead {
  readonly action: ActionLine;
  readonly prompter: PrompterLine;
  /** The item is there to be decided: a vote is what comes after the speeches. */
  readonly expected: boolean;
  /** Nothing comes between: objections took the matter to another method, or the vote was void and nobody speaks. */
  readonly atOnce: boolean;
}

/** The vote that would come next on an item (採決へ): amendments before the original. Null where none can. */
export function voteAhead(state: MeetingState, item: AgendaItem, ambient: Ambient): VoteAhead | null {
  if (undecidable.has(item.kind)) return null;
  const { eligible, required } = votersLine(state);
  const blocked = hindrance(state);
  const motion = motionAhead(state, item);
  const last = lastVoteOn(state, item);
  const voided = last?.status === 'void' ? last.voidReason : null;
  const anew = voided === null ? null : read(ambient, 'voteAgain', { why: asPhrase(voided) });
  const objections = objectionsTo(last, motion?.no ?? null);
  const forced = objections?.enough === true ? objections.then : null;
  /** Whoever has raised a hand since is heard first: it may be about the vote. */
  const atOnce = anew !== null && state.floor.hands.length === 0;
  if (motion !== undefined) {
    const put = { do: 'putMotion', motion: motion.no } as const;
    return {
      action:
        objections === null
          ? action(put, putLabel(motion), { blocked })
          : action({ ...put, method: objections.then }, forced === null ? putLabel(motion) : by(forced), {
              sub: forced === null ? methods[objections.then].label : sinceObjected,
              blocked,
            }),
      prompter: objectedWords(forced, ambient) ?? anew ?? puttingWords(state, motion, ambient),
      expected: true,
      atOnce: forced !== null || atOnce,
    };
  }
  if (isDecided(state, item)) return null;
  const method = objections?.then ?? (anew === null ? null : last?.method) ?? plannedMethod(state, item);
  const { number, title } = itemNamed(state, item.id, ambient);
  /** What is left of the item where an amendment was carried (修正部分を除く原案). */
  const asked = wasAmended(state, item.id) ? restOfOriginal : title;
  return {
    action: action(
      { do: 'openVote', item: item.id, method },
      forced === null ? say('採決へ', 'To the vote') : by(forced),
      { sub: forced === null ? methods[method].label : sinceObjected, blocked },
    ),
    prompter:
      objectedWords(forced, ambient) ??
      anew ??
      read(ambient, 'putToVote', { number, title: asked, eligible, required }),
    expected: forced !== null || anew !== null || item.vote !== undefined || decided.has(item.kind),
    atOnce: forced !== null || atOnce,
  };
}

/**
 * Objections to the question when it was last put: the method that follows them, and whether they were `enough` to take
 * it there. Where they were not and the vote is repeated, nobody is asked for objections again either.
 */
function objectionsTo(
  last: Vote | undefined,
  motion: number | null,
): { readonly then: VoteMethodName; readonly enough: boolean } | null {
  if (last === undefined || last.motion !== motion || last.objections.length === 0) return null;
  if (last.status !== 'escalated' && last.status !== 'void') return null;
  return { then: last.rules.vote.objectionThen, enough: last.status === 'escalated' };
}

function objectedWords(forced: VoteMethodName | null, ambient: Ambient): PrompterLine | null {
  return forced === null ? null : read(ambient, 'objected', { method: methods[forced].label.ja });
}

const sinceObjected = say('異議があったため', 'There was an objection');

/** 挙手採決へ: the method that objections took the matter to. */
function by(method: VoteMethodName): Sentence {
  const { ja, en } = methods[method].label;
  return say(`${ja}へ`, `To the vote: ${en}`);
}

function lastVoteOn(state: MeetingState, item: AgendaItem): Vote | undefined {
  const { votes, order } = state.votes;
  return votes[order.findLast((id) => votes[id]?.item === item.id) ?? ''];
}

/** A reason as a sentence goes on from it: 「数え間違い」 and 「数え間違いのため」 alike. */
function asPhrase(reason: string): string {
  const said = reason.replace(/[。．.、,\s]+$/u, '');
  return /(ため|ので|より|から)$/u.test(said) ? said : `${said}のため`;
}

function plannedMethod(state: MeetingState, item: AgendaItem): VoteMethodName {
  // A report that is put to the body at all (了承) is put by asking for objections.
  return item.vote?.method ?? (item.kind === 'report' ? 'noObjection' : state.rules.vote.method);
}

function isDecided(state: MeetingState, item: AgendaItem): boolean {
  const { votes, order } = state.votes;
  return order.some((id) => {
    const vote = votes[id];
    return vote?.item === item.id && vote.motion === null && vote.status === 'declared';
  });
}

/** The other motions that can be put at this moment: where the chair decides the order (`amend.order`), one of several. */
export function motionsBeside(state: MeetingState, item: AgendaItem): readonly ActionLine[] {
  const first = motionAhead(state, item);
  const blocked = hindrance(state);
  return state.votes.motions
    .filter((motion) => motion.item === item.id && motion.status === 'moved' && motion !== first)
    .filter((motion) => whyNotPut(state, motion) === null)
    .map((motion) => action({ do: 'putMotion', motion: motion.no }, putLabel(motion), { blocked }));
}

/** A motion on this item that waits for its seconders: the chair asks for them. */
export function unseconded(state: MeetingState, item: AgendaItem): Motion | undefined {
  return state.votes.motions.find(
    (motion) => motion.item === item.id && motion.status === 'moved' && !isSeconded(state, motion),
  );
}

function putLabel({ kind, no }: Motion): Sentence {
  return kind === 'amendment'
    ? say(`修正案${no}の採決へ`, `Put amendment ${no}`)
    : say(`動議${no}の採決へ`, `Put motion ${no}`);
}

/** Of several amendments the chair says that the farthest is put first, which is why it is this one. */
function puttingWords(state: MeetingState, motion: Motion, ambient: Ambient): PrompterLine {
  const { eligible, required } = votersLine(state);
  const mover = motion.who === null ? '' : nameOf(state, motion.who);
  const amendments = motion.kind === 'amendment' ? amendmentsWaiting(state, motion.item).length : 1;
  return amendments > 1 && state.rules.amend.order === 'farthestFirst'
    ? read(ambient, 'putFarthest', { text: motion.text, mover, amendments, eligible, required })
    : read(ambient, 'putMotion', { text: motion.text, mover, eligible, required });
}

/** Seconded motions go first, then amendments, the farthest from the original before the others. */
function motionAhead(state: MeetingState, item: AgendaItem): Motion | undefined {
  const motion = state.votes.motions.find(
    (one) =>
      one.item === item.id && one.kind === 'motion' && one.status === 'moved' && isSeconded(state, one),
  );
  return motion ?? amendmentsWaiting(state, item.id)[0];
}

/** Why no vote should be opened now. A link whose loss would cost the quorum is waited for. */
function hindrance(state: MeetingState): Sentence | null {
  if (state.rules.quorum.onLoss === 'warn') return null;
  const { met, explanation } = quorumLine(state);
  if (!met)
    return say(
      `定足数に足りないため、採決できません。${explanation.ja}`,
      `There is no quorum for a vote. ${explanation.en}`,
    );
  const awaited = graceLines(state).find(({ losesQuorum }) => losesQuorum);
  if (awaited === undefined) return null;
  const { ja, en } = called(state, awaited.who);
  return say(`採決は、${ja}が戻ってから`, `The vote waits until ${en} is back`);
}

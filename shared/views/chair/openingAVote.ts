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
  /** Whoever has raised a hand since is heard first: it may be about the vote. */
  const atOnce = anew !== null && state.floor.hands.length === 0;
  if (motion !== undefined)
    return {
      action: action({ do: 'putMotion', motion: motion.no }, putLabel(motion), { blocked }),
      prompter: anew ?? puttingWords(state, motion, ambient),
      expected: true,
      atOnce,
    };
  if (isDecided(state, item)) return null;
  const again = last?.status === 'escalated' ? last.rules.vote.objectionThen : null;
  const method = again ?? (anew === null ? null : last?.method) ?? plannedMethod(state, item);
  const { number, title } = itemNamed(state, item.id, ambient);
  /** What is left of the item where an amendment was carried (修正部分を除く原案). */
  const asked = wasAmended(state, item.id) ? restOfOriginal : title;
  return {
    action: action(
      { do: 'openVote', item: item.id, method },
      again === null
        ? say('採決へ', 'To the vote')
        : say(`${methods[again].label.ja}へ`, `To the vote: ${methods[again].label.en}`),
      { sub: methods[method].label, blocked },
    ),
    prompter:
      again === null
        ? (anew ?? read(ambient, 'putToVote', { number, title: asked, eligible, required }))
        : read(ambient, 'objected', { method: methods[again].label.ja }),
    expected: again !== null || anew !== null || item.vote !== undefined || decided.has(item.kind),
    atOnce: again !== null || atOnce,
  };
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

import type { Actor } from '../../meeting/context.ts';
import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { notInSession } from '../../meeting/inSession.ts';
import { itemOf, nameOf, personOf, unknownItem, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { actsForDesk, presides } from '../../meeting/presiding.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { takesPart } from '../attendance/standing.ts';
import { amendmentsInOrder, whyNotPut } from './amendments.ts';
import { notNow, putToTheVote } from './open.ts';
import type { Motion } from './state.ts';
import { voteInTheWay } from './table.ts';

/** 動議・修正案の提出: by a member, or entered by the desk or the chair. `who` is null for one of the chair's own. */
export const moveMotion: Decide<'moveMotion'> = (state, command, { actor }) => {
  const { item, kind, text, distance = null } = command;
  if (itemOf(state, item) === undefined) return unknownItem(item);
  const who = command.who ?? memberActing(state, actor);
  const refusal =
    notInSession(state) ??
    notBefore(state, item) ??
    (kind === 'amendment' ? decidedOriginal(state, item) : null) ??
    (who === null ? null : notMoving(state, who, item));
  if (refusal !== null) return refusal;
  const motion = state.votes.motions.length + 1;
  return accept({ type: 'MotionMoved', motion, item, kind, text, who, distance });
};

export const secondMotion: Decide<'secondMotion'> = (state, command, { actor }) => {
  const motion = movedMotion(state, command.motion);
  if (isRefusal(motion)) return motion;
  const who = command.who ?? memberActing(state, actor);
  if (who === null)
    return refuse(
      'motion/who-seconds',
      '賛成した委員を選んでください。',
      'Choose the member who seconds the motion.',
    );
  const refusal = notInSession(state) ?? notMoving(state, who, motion.item);
  if (refusal !== null) return refusal;
  if (motion.who === who)
    return refuse(
      'motion/own',
      '提出した本人は、賛成者に数えません。',
      'Whoever moved it is not counted among its seconders.',
    );
  return motion.seconders.includes(who)
    ? accept()
    : accept({ type: 'MotionSeconded', motion: motion.no, who });
};

export const withdrawMotion: Decide<'withdrawMotion'> = (state, command, { actor }) => {
  const motion = movedMotion(state, command.motion);
  if (isRefusal(motion)) return motion;
  const may =
    actsForDesk(state, actor) ||
    presides(state, actor) ||
    (actor.kind === 'person' && actor.id === motion.who);
  if (!may)
    return refuse(
      'motion/not-yours',
      '動議を取り下げられるのは、提出した委員だけです。',
      'Only the member who moved it can withdraw a motion.',
    );
  return accept({ type: 'MotionWithdrawn', motion: motion.no });
};

/** 修正案の順序: the desk or the chair puts one before another, until it is put. No two have the same place. */
export const placeAmendment: Decide<'placeAmendment'> = (state, command) => {
  const motion = movedMotion(state, command.motion);
  if (isRefusal(motion)) return motion;
  const other = command.before === null ? null : movedMotion(state, command.before);
  if (other !== null && isRefusal(other)) return other;
  if (motion.kind !== 'amendment' || (other !== null && (other.kind !== 'amendment' || other === motion)))
    return refuse(
      'motion/no-amendment',
      '並べ替えるのは、別々の修正案どうしです。修正案を選び直してください。',
      'The order is one of amendments: choose two different amendments.',
    );
  if (other !== null && other.item !== motion.item)
    return refuse(
      'motion/other-item',
      '別の議題の修正案です。同じ議題の修正案の前に置いてください。',
      'That amendment belongs to another item. Place it before one of the same item.',
    );
  if (state.rules.amend.order === 'chairDecides')
    return refuse(
      'motion/chair-decides',
      'この会議では、採決する修正案を議長がそのつど選びます。並べ替えは要りません。',
      'In this body the chair chooses which amendment is put next: there is no order to arrange.',
    );
  const order = amendmentsInOrder(state, motion.item);
  const next = order[order.indexOf(motion) + 1] ?? null;
  return next === other
    ? accept()
    : accept({ type: 'AmendmentPlaced', motion: motion.no, before: command.before });
};

/** Puts a motion or an amendment to the vote. */
export const putMotion: Decide<'putMotion'> = (state, command) => {
  const motion = movedMotion(state, command.motion);
  if (isRefusal(motion)) return motion;
  const item = itemOf(state, motion.item);
  if (item === undefined) return unknownItem(motion.item);
  const refusal = notNow(state, item) ?? whyNotPut(state, motion);
  if (refusal !== null) return refusal;
  const method = command.method ?? item.vote?.method ?? state.rules.vote.method;
  return putToTheVote(state, { item, method, question: motion.text, motion: motion.no });
};

function movedMotion(state: MeetingState, no: number): Motion | Refusal {
  const motion = state.votes.motions.find((m) => m.no === no);
  if (motion === undefined)
    return refuse(
      'motion/unknown',
      `第${String(no)}号の動議はありません。`,
      `There is no motion number ${String(no)}.`,
    );
  if (motion.status === 'moved') return motion;
  return refuse(
    'motion/settled',
    motion.status === 'withdrawn'
      ? 'この動議は取り下げられています。'
      : 'この動議はすでに採決に付されています（一事不再議）。',
    motion.status === 'withdrawn'
      ? 'This motion was withdrawn.'
      : 'This motion has been put to the vote already and is not put again.',
  );
}

function notBefore(state: MeetingState, item: string): Refusal | null {
  if (state.agenda.current !== item)
    return refuse(
      'motion/not-current',
      'いま審議している議題についてだけ、動議を出せます。',
      'A motion can only be moved on the item before the meeting.',
    );
  if (voteInTheWay(state) === null) return null;
  return refuse(
    'motion/while-voting',
    '採決の手続中は、動議を出せません。結果の宣告のあとで出してください。',
    'No motion can be moved during a vote. Move it after the declaration.',
  );
}

function decidedOriginal(state: MeetingState, item: string): Refusal | null {
  const { votes, order } = state.votes;
  const decided = order.some((id) => {
    const vote = votes[id];
    return vote?.item === item && vote.motion === null && vote.status === 'declared';
  });
  return decided
    ? refuse(
        'motion/already-decided',
        'この議題はすでに議決されているため、修正案は出せません。',
        'This item has been decided: no amendment can be moved any more.',
      )
    : null;
}

function notMoving(state: MeetingState, who: PersonId, item: string): Refusal | null {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const name = nameOf(state, who);
  if (isRecused(state, who, item))
    return refuse(
      'motion/recused',
      `${name}さんはこの議題で除斥されています。`,
      `${name} is excluded from this item.`,
    );
  return takesPart(state, who)
    ? null
    : refuse(
        'motion/not-present',
        `動議は出席している委員が出します。${name}さんは委員として出席していません。`,
        `Motions come from members who are present. ${name} is not here as a member.`,
      );
}

function memberActing(state: MeetingState, actor: Actor): PersonId | null {
  return actor.kind === 'person' && !actsForDesk(state, actor) ? actor.id : null;
}

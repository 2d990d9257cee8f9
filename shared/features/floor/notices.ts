import { progressOf } from '../agenda/clock.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { heldInWriting } from '../../meeting/inSession.ts';
import {
  isMember,
  itemOf,
  nameOf,
  personOf,
  seatOf,
  unknownItem,
  unknownPerson,
} from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { cannotSpeak, subjectOf } from './speakers.ts';
import type { SpeechNotice } from './state.ts';

/*
 * 発言通告: a member says before an item begins that they want to speak on it. Whoever gave notice speaks before
 * those who did not, as assemblies’ rules of procedure (会議規則) commonly have it; no one of them is the source.
 */

export const giveNotice: Decide<'giveNotice'> = (state, command, context) => {
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  const { item } = command;
  const refusal = notTaken(state) ?? notAbout(state, item) ?? notBy(state, who);
  if (refusal !== null) return refusal;
  const text = command.text ?? null;
  const before = noticeOf(state, who, item);
  if (before !== undefined && before.text === text) return accept();
  return accept({ type: 'NoticeGiven', who, item, text });
};

export const withdrawNotice: Decide<'withdrawNotice'> = (state, command, context) => {
  const who = subjectOf(command.who, context);
  if (typeof who !== 'string') return who;
  const { item } = command;
  const refusal = notAbout(state, item);
  if (refusal !== null) return refusal;
  if (noticeOf(state, who, item) === undefined)
    return refuse(
      'floor/no-notice',
      `${nameOf(state, who)}さんは、この議題に発言通告をしていません。`,
      `${nameOf(state, who)} has given no notice on this item.`,
    );
  return accept({ type: 'NoticeWithdrawn', who, item });
};

/**
 * An item begins for the first time: the hands of those who gave notice go up, in the order in which they gave it. Who is
 * not there, presides, or is excluded has none; a notice of somebody absent lapses.
 */
export function raiseNoticed(story: Unfolding, item: ItemId): void {
  if (story.state.rules.floor.notice !== 'queueFirst') return;
  const raised = new Set<PersonId>();
  for (const notice of story.state.floor.notices) {
    const { who, at } = notice;
    const about = notice.item === item || progressOf(story.state, notice.item).joinedInto === item;
    if (!about || raised.has(who) || !isMember(story.state, who)) continue;
    if (who === presidingPerson(story.state) || cannotSpeak(story.state, who) !== null) continue;
    raised.add(who);
    const channel = seatOf(story.state, who).channel ?? 'inRoom';
    story.happen({ type: 'HandRaised', who, kind: 'speak', raisedAt: at, source: 'notice', channel });
  }
}

function noticeOf(state: MeetingState, who: PersonId, item: ItemId): SpeechNotice | undefined {
  return state.floor.notices.find((notice) => notice.who === who && notice.item === item);
}

function notTaken(state: MeetingState): Refusal | null {
  if (state.info.mode === 'written') return heldInWriting();
  if (state.rules.floor.notice !== 'none') return null;
  return refuse(
    'floor/no-notices',
    'この会では発言通告を受け付けません。議題が始まったら、挙手してください。',
    'This body takes no notices of speeches. Raise a hand when the item has begun.',
  );
}

function notAbout(state: MeetingState, id: ItemId): Refusal | null {
  const item = itemOf(state, id);
  if (item === undefined) return unknownItem(id);
  if (item.kind === 'section')
    return refuse(
      'floor/notice-on-heading',
      'これは見出しです。その下の議題を選んでください。',
      'This is a heading. Choose an item below it.',
    );
  const { joinedInto } = progressOf(state, id);
  if (progressOf(state, joinedInto ?? id).startedAt === null) return null;
  return refuse(
    'floor/notice-too-late',
    'この議題はすでに始まっています。発言するには挙手を、取りやめるには挙手の取下げをしてください。',
    'This item has begun. Raise a hand to speak, or lower it.',
  );
}

function notBy(state: MeetingState, who: PersonId): Refusal | null {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  if (isMember(state, who)) return null;
  return refuse(
    'floor/notice-not-member',
    `${nameOf(state, who)}さんは委員ではありません。発言通告は委員が行います。`,
    `${nameOf(state, who)} is not a member. Notices of speeches come from members.`,
  );
}

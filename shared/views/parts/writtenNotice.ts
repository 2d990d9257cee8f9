import { itemsDecided, resultOf } from '../../features/written/standing.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { inDigits } from '../../minutes/profile/numberForm.ts';
import type { Profile } from '../../minutes/profile/schema.ts';
import { itemNumbers } from '../../minutes/render/numbers.ts';
import { itemValues } from '../../minutes/render/outcome.ts';
import { sourceOf } from '../../minutes/render/source.ts';
import { own } from '../own.ts';

/** The profile's sentence for each item that is decided in writing: as the replies stand, or as it was closed. */
export function resultSentences(state: MeetingState, profile: Profile): Readonly<Record<ItemId, string>> {
  const items = itemsDecided(state);
  const results = Object.fromEntries(
    items.map((id) => [id, own(state.written.results, id) ?? resultOf(state, id)]),
  );
  const source = sourceOf({
    state: { ...state, written: { ...state.written, results } },
    blocks: [],
    profile,
  });
  return Object.fromEntries(
    items.map((id) => [id, inDigits(profile.digits, String(itemValues(source, id).result ?? '').trim())]),
  );
}

/** 結果の通知: what members are written, a line for each item. */
export function noticeText(
  state: MeetingState,
  profile: Profile,
  sentences: Readonly<Record<ItemId, string>>,
): string {
  const numbers = itemNumbers(profile.numbering, state.agenda, 'agenda');
  const items = Object.entries(sentences).flatMap(([id, sentence]) => [
    `${own(numbers, id) ?? ''}${state.agenda.items[id]?.title ?? ''}`,
    `　${sentence}`,
    '',
  ]);
  return [
    '委員各位',
    '',
    `${state.info.title}（書面会議）の結果を、次のとおりお知らせします。`,
    '',
    ...items,
    state.info.body,
  ].join('\n');
}

import { isMember, itemOf, nameOf } from '../../meeting/lookup.ts';
import type { AgendaItem, ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { itemNumbers } from '../../minutes/render/numbers.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Ambient } from '../ambient.ts';
import { own } from '../own.ts';

/** A member's name with さん; an official is called by the office alone. */
export function called(state: MeetingState, who: PersonId): Sentence {
  const name = nameOf(state, who);
  return { ja: isMember(state, who) ? `${name}さん` : name, en: name };
}

/** An item as it is spoken of: its number as printed, empty where it has none, and its title. */
export function itemNamed(
  state: MeetingState,
  id: ItemId,
  { profile }: Ambient,
): { readonly number: string; readonly title: string; readonly short: Sentence } {
  const item = itemOf(state, id);
  const number = own(itemNumbers(profile.numbering, state.agenda, 'agenda'), id) ?? '';
  const title = item?.title ?? id;
  const short = `${number}${/[\d０-９]$/.test(number) ? ' ' : ''}${item?.short ?? title}`;
  return { number, title: item === undefined ? title : spoken(item), short: { ja: short, en: short } };
}

/** Items taken together (一括議題) are all named, unless they were given a title of their own; of many the first. */
function spoken({ title, joint = [] }: AgendaItem): string {
  if (joint.length < 2 || title !== joint[0]) return title;
  return joint.length > 3
    ? `${title}ほか${String(joint.length - 1)}件`
    : `${joint.join('、')}の${String(joint.length)}件`;
}

/** 会長, as this body calls it. */
export function officeNamed(office: 'chair' | 'deputyChair', { profile }: Ambient): Sentence {
  return { ja: profile.offices[office], en: office === 'chair' ? 'chair' : 'deputy chair' };
}

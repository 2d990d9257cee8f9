import { speechNoticeWords } from '../messages/speechNotice.ts';
import type { NoticeLine } from '../../shared/views/types/noticeLine.ts';
import type { PersonLine } from '../../shared/views/types/personLine.ts';
import { nameOf } from './people.ts';

/** For an item: who gave notice of a speech on it, in the order in which they did; undefined where nobody did. */
export function noticedNames(
  notices: readonly NoticeLine[],
  people: Readonly<Record<string, PersonLine>>,
): (item: string) => string | undefined {
  return (item) => {
    const names = notices.filter((notice) => notice.item === item).map(({ who }) => nameOf(people, who));
    return names.length === 0 ? undefined : speechNoticeWords().list({ names: names.join('、') });
  };
}

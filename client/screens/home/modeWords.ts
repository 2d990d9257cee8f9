import type { MeetingListing } from '../../../shared/protocol/api.ts';
import { homeWords } from '../../messages/home.ts';

/** How a meeting is held, in words; read inside markup or `$derived`. */
export function modeWords(mode: MeetingListing['info']['mode']): string {
  const words = homeWords();
  return { inRoom: words.inRoom, online: words.onlineMode, hybrid: words.hybrid, written: words.written }[
    mode
  ];
}

import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { SeatLine } from '../../../shared/views/types/seatLine.ts';
import { isMember } from './seatMarks.ts';

/** The seats of the members who take part online, in the roster's order. */
export function onlineSeats(view: DeskView): SeatLine[] {
  return view.peopleOrder.flatMap((who): SeatLine[] => {
    const seat = view.seats[who];
    return seat?.presence === 'present' && seat.channel === 'online' && isMember(view, who) ? [seat] : [];
  });
}

/** How a link came through: as people say it. */
export type LinkResult = 'both' | 'audio' | 'nothing';

export function linkResult(link: SeatLine['link']): LinkResult | null {
  if (link === null) return null;
  return link.audio ? (link.video ? 'both' : 'audio') : 'nothing';
}

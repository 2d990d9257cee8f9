import type { SeatMark } from '../../components/seatMark.ts';
import { nameOf } from '../../reading/people.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { SeatLine } from '../../../shared/views/types/seatLine.ts';
import type { SeatLayout } from './seatLayout.ts';

/** Members by the roster's order, whoever presides first: the order in which an empty map is filled. */
export function seatedMembers(view: DeskView): string[] {
  const members = view.peopleOrder.filter((id) => isMember(view, id));
  const chair = members.find((id) => view.people[id]?.role === 'chair') ?? view.meeting.presiding;
  return chair !== null && members.includes(chair)
    ? [chair, ...members.filter((id) => id !== chair)]
    : members;
}

export function isMember(view: DeskView, who: string): boolean {
  const role = view.people[who]?.role;
  return role === 'chair' || role === 'deputyChair' || role === 'member';
}

/** The seats of the map as they are drawn. `presides`: the word in the seat of whoever leads. */
export function seatMarks(view: DeskView, layout: SeatLayout, presides: string): SeatMark[] {
  return Object.entries(layout.places).flatMap(([who, place]) => {
    const seat = view.seats[who];
    return seat === undefined ? [] : [markOf(view, seat, place, presides)];
  });
}

function markOf(view: DeskView, seat: SeatLine, place: { x: number; y: number }, presides: string): SeatMark {
  const leads = view.meeting.presiding === seat.who && seat.presence === 'present';
  const vote = voteMark(view, seat);
  return {
    id: seat.who,
    name: nameOf(view.people, seat.who),
    place,
    kind: isMember(view, seat.who) ? (leads ? 'chair' : 'member') : 'other',
    presence: seat.presence,
    announcedAbsent: seat.attends === 'absent',
    channel: seat.channel,
    lost: seat.lostAt !== null,
    hand: seat.hand,
    speaking: seat.speaking,
    recused: seat.recusedFrom !== null && seat.recusedFrom === view.current,
    vote,
    note: leads && vote === null ? presides : undefined,
  };
}

/** Where hands are counted by number nobody can say of whom: such a seat shows nothing of the vote. */
function voteMark(view: DeskView, { vote, channel }: SeatLine): SeatMark['vote'] {
  // 異議の有無 asks for nobody's vote.
  if (vote.state === 'none' || view.vote?.method === 'noObjection') return null;
  if (vote.state === 'voted') return vote.choice;
  const byNumber = view.book?.counts[channel ?? 'inRoom'] !== undefined;
  return byNumber && (vote.state === 'taken' || vote.state === 'waiting') ? null : vote.state;
}

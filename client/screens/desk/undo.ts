import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import { seatLayout } from './seatLayout.ts';
import { seatedMembers } from './seatMarks.ts';

/**
 * The command that takes another back, by what the view shows before it; null where nothing can. The log keeps both:
 * taking back is an event of its own.
 */
export function undoOf(command: CommandInput, view: DeskView): CommandInput | null {
  switch (command.do) {
    case 'checkIn':
      return view.meeting.status === 'preparing' || view.people[command.who]?.presence === 'absent'
        ? takenBackArrival(command.who, view)
        : null;
    case 'leave':
      return arrivalOf(command.who, view);
    case 'markAbsent':
      return view.people[command.who]?.presence === 'present' ? arrivalOf(command.who, view) : null;
    case 'changeChannel': {
      const channel = view.people[command.who]?.channel ?? null;
      return channel === null ? null : { do: 'changeChannel', who: command.who, channel };
    }
    case 'recuse':
      return { do: 'endRecusal', who: command.who };
    case 'endRecusal': {
      const item = view.seats[command.who]?.recusedFrom ?? null;
      return item === null ? null : { do: 'recuse', who: command.who, item };
    }
    case 'admitObservers':
      return { do: 'admitObservers', count: view.attendance.observers };
    case 'raiseHand':
      return command.who === undefined ? null : { do: 'lowerHand', who: command.who };
    case 'lowerHand': {
      const hand = view.floor.queue.find((line) => line.who === command.who);
      // The hand goes up again as of when it was first seen.
      return hand === undefined
        ? null
        : { do: 'raiseHand', who: hand.who, kind: hand.kind, observedAt: hand.raisedAt };
    }
    case 'closeList':
      return { do: 'openList' };
    case 'openList':
      return { do: 'closeList' };
    case 'recess':
      return { do: 'resume' };
    case 'preside':
      return view.meeting.presiding === null ? null : { do: 'preside', who: view.meeting.presiding };
    case 'setScreen': {
      const { scene, notice, size } = view.screen;
      return { do: 'setScreen', scene, size, ...(notice === null ? {} : { notice }) };
    }
    case 'arrangeSeats': {
      const members = seatedMembers(view);
      const given = Object.fromEntries(members.map((who) => [who, view.seats[who]?.place]));
      // Who had no place yet goes back to where the map had put them.
      const before = seatLayout(members, given).places;
      const places = Object.fromEntries(
        Object.keys(command.places).flatMap((who) => {
          const place = view.seats[who]?.place ?? before[who];
          return place === undefined ? [] : [[who, place]];
        }),
      );
      return { do: 'arrangeSeats', places };
    }
    default:
      return null;
  }
}

/** Before the opening nobody has attended yet, and an arrival entered by mistake becomes an absence again. */
function takenBackArrival(who: string, view: DeskView): CommandInput | null {
  return view.meeting.status === 'preparing' ? { do: 'markAbsent', who } : null;
}

function arrivalOf(who: string, view: DeskView): CommandInput | null {
  const channel = view.people[who]?.channel ?? null;
  return channel === null ? null : { do: 'checkIn', who, channel };
}

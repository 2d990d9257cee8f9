import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import { deskWords } from '../../messages/desk.ts';
import { nameOf } from '../../reading/people.ts';

/** What a command that can be taken back did, in the page's language: 委員１３を退席にした. */
export function doneWords(command: CommandInput, view: DeskView): string {
  const words = deskWords().did;
  const name = 'who' in command && command.who !== undefined ? nameOf(view.people, command.who) : '';
  switch (command.do) {
    case 'checkIn':
      return words.checkIn({ name });
    case 'leave':
      return words.leave({ name });
    case 'markAbsent':
      return words.markAbsent({ name });
    case 'changeChannel':
      return words.changeChannel({ name });
    case 'recuse':
      return words.recuse({ name });
    case 'endRecusal':
      return words.endRecusal({ name });
    case 'raiseHand':
      return words.raiseHand({ name });
    case 'lowerHand':
      return words.lowerHand({ name });
    case 'preside':
      return words.preside({ name });
    case 'admitObservers':
      return words.observers;
    case 'closeList':
      return words.closeList;
    case 'openList':
      return words.openList;
    case 'recess':
      return words.recess;
    case 'setScreen':
      return words.screen;
    case 'arrangeSeats':
      return words.seats;
    default:
      return '';
  }
}

import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { itemNamed } from './names.ts';
import { recess } from './speeches.ts';
import { action, read, say } from './step.ts';
import type { ChairStep } from './step.ts';

/** With nothing on the table: the next item of the agenda, or the close when there is none. */
export function betweenItems(state: MeetingState, ambient: Ambient): ChairStep {
  const close = action({ do: 'closeMeeting' }, say('閉会する', 'Close the meeting'));
  const item = nextItem(state);
  if (item === null)
    return {
      prompter: read(ambient, 'close', { title: state.info.title }),
      next: close,
      others: [recess()],
    };
  const { number, title, short } = itemNamed(state, item, ambient);
  return {
    prompter: read(ambient, 'beginItem', { number, title }),
    next: action({ do: 'startItem', item }, short, {
      sub: say('次の議題に入る', 'Take up the next item'),
      hint: say('ほかの議題は、次第に触れて始めます', 'Touch the agenda to take up another'),
    }),
    others: [recess(), close],
  };
}

/** The first item not yet taken up; a heading is not one. */
function nextItem({ agenda }: MeetingState): ItemId | null {
  return (
    agenda.order.find(
      (id) =>
        agenda.items[id]?.kind !== 'section' && (agenda.progress[id]?.status ?? 'planned') === 'planned',
    ) ?? null
  );
}

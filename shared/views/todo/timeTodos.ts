import { itemOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { own } from '../own.ts';
import type { Ambient } from '../ambient.ts';
import { itemNamed } from '../chair/names.ts';
import { say } from '../chair/step.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { todo } from './todo.ts';

/** When the item on the table, and the meeting, will have taken longer than planned: `since` is that moment. */
export function timeTodos(state: MeetingState, ambient: Ambient): TodoLine[] {
  if (state.conduct.status !== 'open') return [];
  return [...itemOver(state, ambient), ...meetingOver(state)];
}

function itemOver(state: MeetingState, ambient: Ambient): TodoLine[] {
  const item = itemOf(state, state.agenda.current ?? '');
  const progress = item === undefined ? undefined : own(state.agenda.progress, item.id);
  if (item?.minutes === undefined || progress?.runningSince == null) return [];
  const { ja, en } = itemNamed(state, item.id, ambient).short;
  return [
    todo(`over:${item.id}`, 'info', say(`${ja}が予定の時間を過ぎました`, `${en} is over its time`), {
      detail: say(`予定は${item.minutes}分です。`, `${item.minutes} minutes were planned.`),
      since: progress.runningSince + item.minutes * 60_000 - progress.spent,
    }),
  ];
}

function meetingOver({ info }: MeetingState): TodoLine[] {
  if (info.plannedEnd === undefined) return [];
  return [
    todo('end', 'info', say('終了の予定を過ぎました', 'The meeting is past its planned end'), {
      since: Date.parse(info.plannedEnd),
    }),
  ];
}

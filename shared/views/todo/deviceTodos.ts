import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { say } from '../chair/step.ts';
import { presiding } from '../parts/presiding.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { todo } from './todo.ts';

/** Nobody presides, the chair's tablet is away, or no screen shows the meeting to the room. */
export function deviceTodos(state: MeetingState, ambient: Ambient): TodoLine[] {
  const lines: TodoLine[] = [];
  if (presiding(state) === null)
    lines.push(
      todo('presiding', 'warn', say('議事を進める人がいません', 'Nobody presides'), {
        detail: say(
          '会長も職務代理も出席していません。進める人を指定してください。',
          'Neither the chair nor a deputy is present. Name who presides.',
        ),
      }),
    );
  else if (!ambient.chairConnected)
    lines.push(
      todo('chair', 'warn', say('議長の端末がつながっていません', 'The chair’s tablet is not connected')),
    );
  if (ambient.screensConnected === 0 && state.info.mode !== 'online')
    lines.push(todo('screen', 'info', say('表示画面がつながっていません', 'No room screen is connected')));
  return lines;
}

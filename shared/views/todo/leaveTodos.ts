import { leaveFor, waiting } from '../../features/record/askLeave.ts';
import { nameOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { say } from '../chair/step.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { todo } from './todo.ts';

/** 取消し・訂正の申出 that the chair has not answered yet. */
export function leaveTodos(state: MeetingState): TodoLine[] {
  return waiting(state).map((request) => {
    const name = nameOf(state, request.who);
    const what = request.to === 'withdraw' ? say('取消し', 'a withdrawal') : say('訂正', 'a correction');
    return todo(
      `leave-${String(request.no)}`,
      'info',
      say(`${name}さんから、発言の${what.ja}の申出`, `${name} asks for ${what.en} of their words`),
      {
        detail:
          leaveFor(state, request) === 'body'
            ? say(
                '議長が会議に諮って、許可します。議長の画面か、会議録の画面で答えられます。',
                'The chair asks the body for leave, and answers on the chair’s page; or answer on the minutes’ page.',
              )
            : say(
                '議長が許可します。議長の画面か、会議録の画面で答えられます。',
                'The chair gives leave on the chair’s page; or answer on the minutes’ page.',
              ),
      },
    );
  });
}

import type { Sentence } from '../../protocol/language.ts';
import type { TodoLine } from '../types/todoLine.ts';

/** A line of 要対応. `id` stays the same as long as it is about the same thing, so that nothing jumps on the page. */
export function todo(
  id: string,
  level: TodoLine['level'],
  title: Sentence,
  more: Partial<Pick<TodoLine, 'detail' | 'since' | 'until' | 'action'>> = {},
): TodoLine {
  return { id, level, title, detail: null, since: null, until: null, action: null, ...more };
}

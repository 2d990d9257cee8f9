import type { Waiting } from '../../../connection/outbox.ts';
import { decidingNow } from '../../../reading/writtenPhase.ts';
import { isMember } from '../../../reading/roles.ts';
import type { Choice } from '../../../../shared/rules/rules.ts';
import type { MeView } from '../../../../shared/views/types/meView.ts';
import type { MemberView } from '../../../../shared/views/types/memberView.ts';
import type { WrittenLine } from '../../../../shared/views/types/writtenLine.ts';

/** What a meeting in writing asks of somebody: members ask and decide, officials answer, others read. */
export type Part = 'member' | 'official' | 'reader';

export function partOf(view: MemberView, me: MeView | null): Part {
  const role = view.people[me?.person ?? '']?.role;
  if (role === undefined || role === 'observer') return 'reader';
  return isMember(role) ? 'member' : 'official';
}

/** The decision on an item that is still on its way. */
export function waitingFor(waiting: readonly Waiting[], item: string): Choice | undefined {
  const last = waiting.findLast(({ message }) => message.do === 'submitDecision' && message.item === item);
  return last?.message.do === 'submitDecision' ? last.message.choice : undefined;
}

/** The items where something is open for this person, in the agenda's order: to decide on, or to answer. */
export function openItems(
  written: WrittenLine,
  view: MemberView,
  me: MeView | null,
  now: number,
  waiting: readonly Waiting[],
): readonly string[] {
  const part = partOf(view, me);
  if (part === 'official') {
    const asked = written.notifiedAt === null ? written.questions : [];
    const open = new Set(asked.filter(({ answers }) => answers.length === 0).map(({ item }) => item));
    return view.agenda.filter((line) => open.has(line.id)).map(({ id }) => id);
  }
  if (part === 'reader' || decidingNow(written, now) !== 'inTime') return [];
  const mine = me?.written;
  return written.decides.filter(
    (id) =>
      mine?.recused.includes(id) !== true &&
      mine?.decisions[id] === undefined &&
      waitingFor(waiting, id) === undefined,
  );
}

import type { AgendaEntry } from '../components/agendaEntry.ts';
import { publicityWords } from '../messages/publicity.ts';
import { inWords } from '../messages/sentence.ts';
import type { AgendaLine } from '../../shared/views/types/agendaLine.ts';

/** Seconds an item has used: what is past, and what runs. */
export function usedSeconds(line: AgendaLine, now: number): number {
  const running = line.runningSince === null ? 0 : Math.max(0, now - line.runningSince);
  return Math.floor((line.spent + running) / 1000);
}

/**
 * The agenda of a view as a list draws it. `note` says what the current item is at (採決中), `noticed` who gave notice of
 * a speech on an item.
 */
export function agendaEntries(
  agenda: readonly AgendaLine[],
  now: number,
  more: {
    readonly note?: string | undefined;
    readonly noticed?: (item: string) => string | undefined;
  } = {},
): AgendaEntry[] {
  return agenda
    .filter((line) => line.status !== 'joined')
    .map((line): AgendaEntry => {
      if (line.kind === 'section') return { id: line.id, kind: 'section', title: line.title };
      const started = line.startedAt !== null;
      return {
        id: line.id,
        kind: 'item',
        number: line.number,
        title: line.short ?? line.title,
        parts: line.joint.filter((part) => part !== line.title),
        state: line.status === 'current' ? 'current' : line.status === 'ended' ? 'done' : 'next',
        used: started ? usedSeconds(line, now) : undefined,
        planned: line.plannedMinutes === null ? undefined : line.plannedMinutes * 60,
        outcome: line.outcome === null ? undefined : inWords(line.outcome),
        note: line.status === 'current' ? more.note : undefined,
        closed: line.closedReason === null ? undefined : publicityWords().closed,
        noticed: line.status === 'ended' ? undefined : more.noticed?.(line.id),
      };
    });
}

/**
 * When the meeting will likely end: now, what the current item has left of its plan, and the plans of those to
 * come. Undefined where nothing is planned.
 */
export function expectedEnd(agenda: readonly AgendaLine[], now: number): number | undefined {
  const left = agenda
    .filter((line) => line.kind !== 'section' && (line.status === 'current' || line.status === 'planned'))
    .map((line) =>
      line.plannedMinutes === null
        ? undefined
        : Math.max(0, line.plannedMinutes * 60 - (line.status === 'current' ? usedSeconds(line, now) : 0)),
    );
  if (left.every((seconds) => seconds === undefined)) return undefined;
  return now + left.reduce((sum: number, seconds) => sum + (seconds ?? 0), 0) * 1000;
}

import type { ItemProgress } from '../../features/agenda/state.ts';
import { plannedProgress } from '../../features/agenda/state.ts';
import type { VotesState } from '../../features/votes/state.ts';
import type { AgendaItem } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { part } from '../part.ts';
import type { AgendaLine } from '../types.ts';

/** The agenda (次第) with the time each item took and what became of it. Everybody sees it. */
export const agendaLines = part(
  (state) => [state.agenda, state.votes],
  ({ agenda, votes }): readonly AgendaLine[] =>
    agenda.order.flatMap((id, at) => {
      const item = agenda.items[id];
      return item === undefined
        ? []
        : [agendaLine(item, agenda.progress[id] ?? plannedProgress, numberOf(agenda, at), votes)];
    }),
);

function agendaLine(item: AgendaItem, progress: ItemProgress, number: string, votes: VotesState): AgendaLine {
  return {
    id: item.id,
    title: item.title,
    short: item.short ?? null,
    number,
    kind: item.kind,
    parent: item.parent ?? null,
    joint: item.joint ?? [],
    official: item.official ?? null,
    department: item.department ?? null,
    method: item.vote?.method ?? null,
    status: progress.status,
    plannedMinutes: item.minutes ?? null,
    startedAt: progress.startedAt,
    endedAt: progress.endedAt,
    spent: progress.spent,
    runningSince: progress.runningSince,
    outcome: outcomeOf(item, votes),
    undeclared: votes.order.some(
      (id) => votes.votes[id]?.item === item.id && votes.votes[id].status === 'closed',
    ),
  };
}

/** Items under one heading count from 1; headings and what has no heading stand without a number. */
function numberOf(agenda: MeetingState['agenda'], at: number): string {
  const item = agenda.items[agenda.order[at] ?? ''];
  if (item === undefined) return '';
  if (item.number !== undefined) return item.number;
  if (item.parent === undefined) return '';
  const before = agenda.order.slice(0, at + 1).filter((id) => agenda.items[id]?.parent === item.parent);
  return `（${fullWidth(before.length)}）`;
}

function fullWidth(n: number): string {
  return String(n).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function outcomeOf(item: AgendaItem, votes: VotesState): Sentence | null {
  const last = votes.order.findLast((id) => {
    const vote = votes.votes[id];
    return vote?.item === item.id && vote.motion === null && vote.status === 'declared';
  });
  switch (last === undefined ? null : (votes.votes[last]?.outcome ?? null)) {
    case 'carried':
      return { ja: '可決', en: 'carried' };
    case 'rejected':
      return { ja: '否決', en: 'rejected' };
    case null:
      return null;
  }
}

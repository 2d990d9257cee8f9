import { numbered } from '../../reading/numbered.ts';
import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { Sentence } from '../../../shared/protocol/language.ts';
import type { AgendaLine } from '../../../shared/views/types/agendaLine.ts';
import type { DeskView } from '../../../shared/views/types/deskView.ts';
import type { DeskAsk } from './deskAsk.ts';

export type StepName =
  | 'next'
  | 'open'
  | 'resume'
  | 'startItem'
  | 'openVote'
  | 'openVoteAs'
  | 'endItem'
  | 'openElection'
  | 'closeMeeting';

/** A button of the agenda pane. `label` is the server's own, where it said what comes next. */
export interface NextStep {
  readonly id: StepName;
  readonly label: Sentence | null;
  /** Smaller words before it. */
  readonly sub?: Sentence | null;
  /** The item it leads to, shortened by the page. */
  readonly item?: string | undefined;
  readonly main: boolean;
  /** Sent one after the other, as long as each is carried out. */
  readonly commands?: readonly CommandInput[] | undefined;
  readonly ask?: DeskAsk | undefined;
  readonly blocked: Sentence | null;
}

/** The item that comes after the one on the table: the first that was not taken yet. */
export function itemAfter(agenda: readonly AgendaLine[], current: string | null): AgendaLine | undefined {
  const from = agenda.findIndex((line) => line.id === current) + 1;
  const waits = (line: AgendaLine) => line.kind !== 'section' && line.status === 'planned';
  return agenda.slice(from).find(waits) ?? agenda.find(waits);
}

/** Names the next speaker; whoever was overtaken meanwhile is told so. */
export function recognizeFrom(view: DeskView, who: string): CommandInput {
  const { turn } = view.floor;
  return { do: 'recognize', who, ...(turn === null ? {} : { seen: turn.no }) };
}

/** Taking up an item ends the one on the table. */
export function takeUp(view: DeskView, item: string): CommandInput[] {
  const start: CommandInput = { do: 'startItem', item };
  return view.current === null || view.current === item
    ? [start]
    : [{ do: 'endItem', item: view.current }, start];
}

/** What the desk can do at this point of the meeting, the likeliest first; one of them is the main one. */
export function nextSteps(view: DeskView): { readonly first: readonly NextStep[] } {
  const steps = possible(view);
  const { next } = view;
  if (next === null) return { first: withMain(steps) };
  // The server knows best what comes next; the page's own button for the same thing gives way to it.
  const rest = steps.filter(
    (step) => step.commands?.at(-1)?.do !== next.command.do && step.ask?.kind !== next.command.do,
  );
  const first: NextStep = {
    id: 'next',
    label: next.label,
    sub: next.sub,
    main: true,
    commands: [next.command],
    blocked: next.blocked,
  };
  return { first: [first, ...rest] };
}

function withMain(steps: readonly NextStep[]): NextStep[] {
  return steps.map((step, at) => ({ ...step, main: at === 0 }));
}

function possible(view: DeskView): NextStep[] {
  switch (view.meeting.status) {
    case 'preparing':
      return [step('open', { commands: [{ do: 'openMeeting' }] })];
    case 'recess':
      return [
        step('resume', { commands: [{ do: 'resume' }] }),
        step('closeMeeting', { ask: { kind: 'closeMeeting' } }),
      ];
    case 'open':
      return inSession(view);
    case 'adjourned':
    case 'closed':
      return [];
  }
}

function inSession(view: DeskView): NextStep[] {
  const item = view.agenda.find((line) => line.id === view.current);
  const after = itemAfter(view.agenda, view.current);
  const start =
    after === undefined
      ? []
      : [
          step('startItem', {
            commands: takeUp(view, after.id),
            item: numbered(after.number, after.short ?? after.title),
          }),
        ];
  const close = [step('closeMeeting', { ask: { kind: 'closeMeeting' } })];
  if (item === undefined) return after === undefined ? close : [...start, ...close];
  /** The chair names a deputy (指名) on an item that is there for it. */
  const names = item.kind === 'appointment' && holds(view, 'chair') && !holds(view, 'deputyChair');
  const decided = view.vote?.status === 'declared' && view.vote.item === item.id;
  const vote =
    item.kind === 'election' || names
      ? [step('openElection', { ask: { kind: 'openElection', item: item.id } })]
      : [
          step('openVote', {
            commands: [{ do: 'openVote', item: item.id, method: item.method ?? view.rules.vote.method }],
          }),
          step('openVoteAs', { ask: { kind: 'openVote', item: item.id } }),
        ];
  const end = [step('endItem', { commands: [{ do: 'endItem', item: item.id }] })];
  const on = after === undefined ? close : start;
  const forVote = !decided && (item.method !== null || item.kind === 'election' || names);
  return forVote ? [...vote, ...end, ...on] : [...on, ...end, ...vote.slice(-1)];
}

function holds(view: DeskView, role: 'chair' | 'deputyChair'): boolean {
  return Object.values(view.people).some((person) => person.role === role);
}

function step(
  id: StepName,
  rest: { commands?: readonly CommandInput[]; ask?: DeskAsk; item?: string },
): NextStep {
  return { id, label: null, main: false, blocked: null, ...rest };
}

import type { ItemProgress } from '../../features/agenda/state.ts';
import { plannedProgress } from '../../features/agenda/state.ts';
import type { AgendaItem } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Profile } from '../../minutes/profile/schema.ts';
import { itemNumbers } from '../../minutes/render/numbers.ts';
import { outcomeWord } from '../../minutes/render/outcome.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Ambient } from '../ambient.ts';
import { own } from '../own.ts';
import { part } from '../part.ts';
import type { AgendaLine } from '../types/agendaLine.ts';

/** What became of an item so far: all of its votes that a line of the agenda tells. */
interface Decided {
  readonly outcome: 'carried' | 'rejected' | 'noQuorum' | null;
  readonly undeclared: boolean;
}

const nothingDecided: Decided = { outcome: null, undeclared: false };

/** By item; rebuilt with every ballot and the same until a vote is closed, declared or void. */
const decisions = part(
  (state) => [state.votes.votes, state.votes.order, state.written.results],
  ({ votes: { votes, order }, written }): Readonly<Record<string, Decided>> => {
    const found = new Map<string, Decided>();
    for (const [item, { outcome }] of Object.entries(written.results))
      found.set(item, { outcome, undeclared: false });
    for (const id of order) {
      const vote = votes[id];
      if (vote === undefined) continue;
      const before = found.get(vote.item) ?? nothingDecided;
      const declared = vote.motion === null && vote.status === 'declared';
      found.set(vote.item, {
        outcome: declared ? vote.outcome : before.outcome,
        undeclared: before.undeclared || vote.status === 'closed',
      });
    }
    return Object.fromEntries(found);
  },
);

/** The agenda (次第), numbered and worded as the body does, with the time each item took and what became of it. */
export const agendaLines = part(
  (state: MeetingState, { profile }: Ambient) => [state.agenda, decisions(state), profile],
  (state, { profile }): readonly AgendaLine[] => {
    const { agenda } = state;
    const numbers = itemNumbers(profile.numbering, agenda, 'agenda');
    return agenda.order.flatMap((id) => {
      const item = agenda.items[id];
      return item === undefined
        ? []
        : [
            agendaLine(
              item,
              agenda.progress[id] ?? plannedProgress,
              own(numbers, id) ?? '',
              own(decisions(state), id) ?? nothingDecided,
              profile,
            ),
          ];
    });
  },
);

function agendaLine(
  item: AgendaItem,
  progress: ItemProgress,
  number: string,
  decided: Decided,
  profile: Profile,
): AgendaLine {
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
    outcome: decided.outcome === null ? null : outcomeSentence(decided.outcome, item, profile),
    closedReason: item.public?.open === false ? item.public.reason : null,
    undeclared: decided.undeclared,
  };
}

const english = { carried: 'Carried', rejected: 'Rejected', noQuorum: 'Too few replies' } as const;

function outcomeSentence(
  outcome: 'carried' | 'rejected' | 'noQuorum',
  item: AgendaItem,
  profile: Profile,
): Sentence {
  return { ja: outcomeWord(profile, outcome, item), en: english[outcome] };
}

import type { ItemId } from '../../meeting/agendaItem.ts';
import type { BlockOf } from '../block.ts';
import { itemNumbers } from '../render/numbers.ts';
import { motionOutcomes, outcomeWord } from '../render/outcome.ts';
import type { ReportSource } from './reportSource.ts';
import type { ReportItem, ReportVote, Span } from './report.ts';

/** Every item that was planned or taken up, in the agenda's order; `end`: of the pictures' clock. */
export function reportItems({ state, blocks, profile }: ReportSource, end: number): ReportItem[] {
  const numbers = itemNumbers(profile.numbering, state.agenda, 'body');
  const headings = new Map<ItemId, BlockOf<'heading'>[]>();
  for (const block of blocks)
    if (block.type === 'heading' && block.item !== null)
      headings.set(block.item, [...(headings.get(block.item) ?? []), block]);
  const begun = blocks.flatMap((block) =>
    block.type === 'heading' && block.item !== null && state.agenda.items[block.item]?.kind !== 'section'
      ? [block.at]
      : [],
  );
  return state.agenda.order.flatMap((id) => {
    const item = state.agenda.items[id];
    const progress = state.agenda.progress[id];
    if (item === undefined || progress === undefined) return [];
    if (item.kind === 'section' || progress.joinedInto !== null) return [];
    const running = progress.runningSince === null ? 0 : Math.max(0, end - progress.runningSince);
    const spells = (headings.get(id) ?? []).map(({ at }, index, all): Span => {
      const last = index === all.length - 1;
      const next = begun.find((one) => one > at) ?? end;
      const to = last ? (progress.endedAt ?? next) : next;
      return { from: at, to: Math.max(at, to) };
    });
    return [
      {
        number: numbers[id] ?? '',
        title: item.short ?? item.title,
        spells,
        ms: progress.startedAt === null ? null : progress.spent + running,
        planned: item.minutes ?? null,
      },
    ];
  });
}

/** What was declared, in the order of the declarations; in writing, what the replies came to. */
export function reportVotes({ state, blocks, profile }: ReportSource): ReportVote[] {
  const numbers = itemNumbers(profile.numbering, state.agenda, 'body');
  const about = (id: ItemId) => ({
    number: numbers[id] ?? '',
    title: state.agenda.items[id]?.short ?? state.agenda.items[id]?.title ?? id,
  });
  const declared = blocks.flatMap((block): ReportVote[] => {
    if (block.type !== 'vote' || block.phase !== 'declared' || block.item === null) return [];
    const { outcome, counts, declaredAt, eligible, required, item } = block;
    if (outcome !== 'carried' && outcome !== 'rejected') return [];
    return [
      {
        ...about(item),
        at: declaredAt,
        eligible,
        required,
        counts: counts && { yes: counts.yes, no: counts.no, abstain: counts.abstain },
        noReply: null,
        outcome:
          block.motion === null
            ? outcomeWord(profile, outcome, state.agenda.items[item])
            : motionOutcomes[outcome],
        carried: outcome === 'carried',
      },
    ];
  });
  const inWriting = Object.entries(state.written.results).map(([id, result]): ReportVote => {
    const { yes, no, abstain, base, required, outcome } = result;
    return {
      ...about(id),
      at: null,
      eligible: base,
      required,
      counts: { yes, no, abstain },
      noReply: result.noReply,
      outcome: outcome === 'noQuorum' ? '不成立' : outcomeWord(profile, outcome, state.agenda.items[id]),
      carried: outcome === 'carried',
    };
  });
  return [...declared.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0)), ...inWriting];
}

import type { ItemId } from '../../meeting/agendaItem.ts';
import { itemOf, membersOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { isRecused } from '../../meeting/recusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { writtenOutcome, writtenSentence } from '../../rules/writtenResult.ts';
import type { Sentence } from '../../protocol/language.ts';
import { seatsOf } from '../attendance/standing.ts';
import { decisionFor } from '../votes/open.ts';
import type { WrittenResult } from './state.ts';

const decidedKinds: ReadonlySet<string> = new Set(['consultation', 'advisoryReport', 'confirmation']);

/** The items that a written meeting decides: what is put by its kind or by the plan, and what members decided on. */
export function itemsDecided(state: MeetingState): readonly ItemId[] {
  return state.agenda.order.filter((id) => {
    const item = itemOf(state, id);
    if (item === undefined || state.agenda.progress[id]?.status === 'joined') return false;
    return (
      decidedKinds.has(item.kind) ||
      item.vote !== undefined ||
      Object.keys(state.written.decisions[id] ?? {}).length > 0
    );
  });
}

/** The result of one item as the replies stand; late ones do not count, nor those of members who are excluded from it. */
export function resultOf(state: MeetingState, id: ItemId): WrittenResult {
  const replies = { yes: 0, no: 0, abstain: 0 };
  for (const [who, decision] of Object.entries(state.written.decisions[id] ?? {}))
    if (!decision.late && !isRecused(state, who, id)) replies[decision.choice] += 1;
  const members = membersOf(state);
  return writtenOutcome({
    rules: state.rules,
    decision: decisionFor(state, itemOf(state, id)),
    seats: seatsOf(state),
    inOffice: members.length,
    recused: members.filter((who) => isRecused(state, who, id)).length,
    replies,
  });
}

/** Why an item came out as it did. */
export function resultSentenceOf(state: MeetingState, id: ItemId): Sentence {
  const result = state.written.results[id] ?? resultOf(state, id);
  return writtenSentence(result, decisionFor(state, itemOf(state, id)).rule, state.rules.written.base);
}

/** Members who have not decided on every item that they are asked to decide, in the order of the roster. */
export function missingMembers(state: MeetingState): readonly PersonId[] {
  return membersOf(state).filter((who) => itemsMissing(state, who).length > 0);
}

/** The items on which this member's decision is still missing. */
export function itemsMissing(state: MeetingState, who: PersonId): readonly ItemId[] {
  return itemsDecided(state).filter(
    (id) => !isRecused(state, who, id) && !Object.hasOwn(state.written.decisions[id] ?? {}, who),
  );
}

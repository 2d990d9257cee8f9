import type { WrittenEvents } from '../../features/written/events.ts';
import type { WrittenDecision } from '../../features/written/state.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Folding, Found } from '../folding.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

export const writtenFolds: Folds<keyof WrittenEvents> = {
  WrittenConsented: nothing,
  Dispatched: (minutes, { documents }) => {
    minutes.add({ type: 'conduct', change: 'dispatched', text: documents.join('\n') });
  },
  QuestionSubmitted: (minutes, { question, item, who, text }) => {
    minutes.add({ type: 'question', question, item, speaker: who, text });
  },
  AnswerSubmitted: (minutes, { question, who, text }) => {
    const item = minutes.state.written.questions[question - 1]?.item ?? null;
    minutes.add({ type: 'answer', question, item, speaker: who, text });
  },
  DecisionSubmitted: (minutes, { item, who, choice, opinion, late }) => {
    const place = placeOf(item, who);
    const before = minutes.find('decision', place);
    // A decision that arrives again takes the place of the one before; a late one that of a late one only.
    const same = before !== null && late && !before.block.late ? besideIt(minutes, place) : before;
    const words = { choice, text: opinion ?? '', late, at: minutes.at };
    if (same !== null) same.set(words);
    else
      minutes.add(
        { type: 'decision', item, speaker: who, ...words },
        before === null ? place : beside(place),
      );
  },
  DeadlineMoved: (minutes, { kind }) => {
    if (kind !== 'decisions') return;
    for (const [item, all] of Object.entries(minutes.state.written.decisions))
      for (const [who, one] of Object.entries(all)) if (!one.late) takeIn(minutes, item, who, one);
  },
  RoundOpened: (minutes, { kind }) => {
    minutes.add({ type: 'conduct', change: 'roundOpened', text: kind });
  },
  RoundClosed: (minutes, { kind }) => {
    minutes.add({ type: 'conduct', change: 'roundClosed', text: kind });
  },
  ResultNotified: (minutes) => {
    minutes.add({ type: 'conduct', change: 'notified' });
  },
};

function placeOf(item: ItemId, who: PersonId): string {
  return `decision:${item}:${who}`;
}

/** Where a late decision is kept beside the one at `place`, which was in time. */
function beside(place: string): string {
  return `${place}:late`;
}

function besideIt(minutes: Folding, place: string): Found<'decision'> | null {
  const found = minutes.find('decision', beside(place));
  return found?.block.moved === true ? null : found;
}

/** What stands after a deadline was moved: the block that was late, or what was late beside it and comes to its place. */
function takeIn(minutes: Folding, item: ItemId, who: PersonId, one: WrittenDecision): void {
  const place = placeOf(item, who);
  const found = minutes.find('decision', place);
  if (found === null || (!found.block.late && found.block.at === one.at)) return;
  if (!found.block.late) besideIt(minutes, place)?.set({ moved: true });
  found.set({ choice: one.choice, text: one.opinion ?? '', late: false, at: one.at });
}

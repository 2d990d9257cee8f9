import type { WrittenEvents } from '../../features/written/events.ts';
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
    const place = `decision:${item}:${who}`;
    const before = minutes.find('decision', place);
    // A decision that arrives again takes the place of the one before; a late one that of a late one only.
    if (before !== null && (!late || before.block.late))
      before.set({ choice, text: opinion ?? '', late, at: minutes.at });
    else
      minutes.add(
        { type: 'decision', item, speaker: who, choice, late, text: opinion ?? '' },
        before === null ? place : undefined,
      );
  },
  DeadlineMoved: (minutes, { kind }) => {
    if (kind !== 'decisions') return;
    for (const [item, all] of Object.entries(minutes.state.written.decisions))
      for (const [who, { late }] of Object.entries(all)) {
        const found = minutes.find('decision', `decision:${item}:${who}`);
        if (found !== null && found.block.late && !late) found.set({ late });
      }
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

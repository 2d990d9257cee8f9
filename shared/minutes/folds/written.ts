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
    // A decision that arrives again before its round closes takes the place of the one before.
    if (!late && minutes.has(place))
      minutes.find('decision', place)?.set({ choice, text: opinion ?? '', at: minutes.at });
    else
      minutes.add(
        { type: 'decision', item, speaker: who, choice, late, text: opinion ?? '' },
        late ? undefined : place,
      );
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

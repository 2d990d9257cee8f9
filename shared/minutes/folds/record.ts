import type { RecordEvents } from '../../features/record/events.ts';
import type { Opinion } from '../../features/record/state.ts';
import type { Folding } from '../folding.ts';
import type { Folds } from './fold.ts';

export const recordFolds: Folds<keyof RecordEvents> = {
  ItemConcluded: (minutes, { item, text, conditions }) => {
    const place = `conclusion:${item}`;
    if (minutes.has(place)) minutes.find('conclusion', place)?.set({ text: text ?? '', conditions });
    else minutes.add({ type: 'conclusion', item, text: text ?? '', conditions }, place);
  },

  OpinionAttached: (minutes, { opinion }) => {
    const given = minutes.state.record.opinions[opinion - 1];
    if (given !== undefined) opinionBlock(minutes, given);
  },
  OpinionAnswered: (minutes, { opinion, text, at }) => {
    minutes.find('opinion', `opinion:${opinion}`)?.set({ response: { text, at } });
  },

  Promised: (minutes, { promise, item, from, text, due }) => {
    minutes.add(
      { type: 'promise', promise, item, speaker: from, text, due, fulfilled: null },
      `promise:${promise}`,
    );
  },
  PromiseFulfilled: (minutes, { promise, text, at }) => {
    minutes.find('promise', `promise:${promise}`)?.set({ fulfilled: { text, at } });
  },

  Noted: (minutes, { text }) => {
    minutes.add({ type: 'note', text });
  },
  StageDirected: (minutes, { text }) => {
    const { turn } = minutes.model;
    minutes.add({ type: 'stage', direction: 'free', choice: null, method: null, turn, text });
  },

  TurnWritten: (minutes, { turn, text }) => {
    minutes.find('turn', `turn:${turn}`)?.set({ text });
  },
  TurnCorrected: (minutes, { turn, text, why, at, by }) => {
    const found = minutes.find('turn', `turn:${turn}`);
    found?.set({
      text,
      corrections: [...found.block.corrections, { at, by, why, before: found.block.text }],
    });
  },
  RemarkWithdrawn: (minutes, { turn, why, at, by }) => {
    minutes.find('turn', `turn:${turn}`)?.set({ withdrawn: { at, by, why } });
  },
};

export function opinionBlock(minutes: Folding, opinion: Opinion): void {
  minutes.add(
    {
      type: 'opinion',
      opinion: opinion.no,
      item: opinion.item,
      speaker: opinion.from,
      text: opinion.text,
      response: opinion.response,
      carried: opinion.carried,
    },
    `opinion:${opinion.no}`,
  );
}

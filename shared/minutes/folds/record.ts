import type { RecordEvents } from '../../features/record/events.ts';
import type { Opinion, Promised } from '../../features/record/state.ts';
import type { Folding } from '../folding.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';
import { editingFolds } from './editing.ts';

export const recordFolds: Folds<keyof RecordEvents> = {
  // What came of it is in the turn's block.
  LeaveAsked: nothing,
  LeaveAnswered: nothing,
  LeaveDropped: nothing,

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
      { type: 'promise', promise, item, speaker: from, text, due, carried: null, fulfilled: null },
      `promise:${promise}`,
    );
  },
  PromiseFulfilled: (minutes, { promise, text, at }) => {
    const place = `promise:${promise}`;
    const made = minutes.state.record.promises[promise - 1];
    if (minutes.has(place)) minutes.find('promise', place)?.set({ fulfilled: { text, at } });
    // One of an earlier meeting stands in these minutes once it was reported on, and not before.
    else if (made !== undefined) reportedOn(minutes, made, place);
  },

  Noted: (minutes, { text }) => {
    minutes.add({ type: 'note', text });
  },
  StageDirected: (minutes, { text }) => {
    const { turn } = minutes.model;
    minutes.add({ type: 'stage', direction: 'free', choice: null, method: null, turn, text });
  },

  ...editingFolds,

  CaptionsTaken: (minutes, { captions, source, turns, kept }) => {
    minutes.add({ type: 'captions', captions, source, turns, kept, undone: null }, `captions:${captions}`);
  },
  CaptionsUndone: (minutes, { captions, at, by }) => {
    minutes.find('captions', `captions:${captions}`)?.set({ undone: { at, by } });
  },
};

function reportedOn(minutes: Folding, made: Promised, place: string): void {
  const { no, item, from, text, due, carried, fulfilled } = made;
  minutes.add(
    {
      type: 'promise',
      promise: no,
      item,
      speaker: from,
      text,
      due,
      carried: carried && { origin: carried.origin, item: carried.item, name: carried.name },
      fulfilled,
    },
    place,
  );
}

export function opinionBlock(minutes: Folding, opinion: Opinion): void {
  minutes.add(
    {
      type: 'opinion',
      opinion: opinion.no,
      item: opinion.item,
      speaker: opinion.from,
      text: opinion.text,
      response: opinion.response,
      carried: opinion.carried && {
        origin: opinion.carried.origin,
        item: opinion.carried.item,
        department: opinion.carried.department,
        no: opinion.carried.no,
      },
    },
    `opinion:${opinion.no}`,
  );
}

import type { EventData } from './events.ts';

/** What a command made, by its running number in the meeting: what a later command may name. */
export interface Made {
  readonly kind: 'turn' | 'question' | 'opinion' | 'promise' | 'motion' | 'election';
  readonly no: number;
}

/** What a command made; null where nothing that has a number. Of several turns, the last: the named person's. */
export function madeBy(events: readonly EventData[]): Made | null {
  let made: Made | null = null;
  for (const event of events) {
    if (event.type === 'TurnBegan' || event.type === 'ExplanationBegan')
      made = { kind: 'turn', no: event.turn };
    else if (event.type === 'QuestionSubmitted') return { kind: 'question', no: event.question };
    else if (event.type === 'OpinionAttached') return { kind: 'opinion', no: event.opinion };
    else if (event.type === 'Promised') return { kind: 'promise', no: event.promise };
    else if (event.type === 'MotionMoved') return { kind: 'motion', no: event.motion };
    else if (event.type === 'ElectionOpened') return { kind: 'election', no: event.election };
  }
  return made;
}

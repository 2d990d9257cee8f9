import type { CarriedPromise, Plan } from '../../meeting/plan.ts';
import { noEdits } from './edits.ts';
import type { Opinion, Promised, RecordState } from './state.ts';

/**
 * The record as a meeting starts with it: the opinions of earlier meetings that are answered in this one and the
 * promises that nobody has fulfilled yet, each kind numbered from 1 in the plan's order, before any of this meeting.
 * Answers that came with the plan count as entered by the desk at `at`.
 */
export function initialRecord(
  { carriedOver, carriedPromises = [] }: Pick<Plan, 'carriedOver' | 'carriedPromises'>,
  at: number,
): RecordState {
  const opinions: Opinion[] = [];
  for (const group of carriedOver) {
    const { origin, item, department } = group;
    const responses = new Map(group.responses?.map((response) => [response.no, response.text]));
    for (const { no, text, source = null } of group.opinions) {
      const response = responses.get(no);
      opinions.push({
        no: opinions.length + 1,
        item: group.under,
        text,
        from: null,
        carried: { origin, item, department, no, source },
        response: response === undefined ? null : { text: response, at, by: 'desk' },
      });
    }
  }
  return {
    conclusions: {},
    opinions,
    promises: carriedPromises.map(carriedOn),
    turns: [],
    leaves: [],
    edits: noEdits,
    parts: [],
  };
}

function carriedOn(promise: CarriedPromise, index: number): Promised {
  const { origin, item, name, department, source = null } = promise;
  return {
    no: index + 1,
    item: promise.under,
    from: promise.from ?? null,
    text: promise.text,
    due: promise.due ?? null,
    carried: { origin, item, name, department, source },
    fulfilled: null,
  };
}

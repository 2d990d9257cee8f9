import type { CarriedOver } from '../../meeting/plan.ts';
import type { Opinion, RecordState } from './state.ts';

/**
 * The record as a meeting starts with it: the opinions of earlier meetings that are answered in this one, numbered
 * from 1 in the plan's order, before any opinion of this meeting. Answers that came with the plan count as entered by
 * the desk at `at`.
 */
export function initialRecord(carriedOver: readonly CarriedOver[], at: number): RecordState {
  const opinions: Opinion[] = [];
  for (const group of carriedOver) {
    const responses = new Map(group.responses?.map((response) => [response.no, response.text]));
    for (const { no, text } of group.opinions) {
      const response = responses.get(no);
      opinions.push({
        no: opinions.length + 1,
        item: group.under,
        text,
        from: null,
        carried: { origin: group.origin, item: group.item, department: group.department, no },
        response: response === undefined ? null : { text: response, at, by: 'desk' },
      });
    }
  }
  return { conclusions: {}, opinions, promises: [], turns: [] };
}

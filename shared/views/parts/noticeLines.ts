import { part } from '../part.ts';
import type { NoticeLine } from '../types/noticeLine.ts';

/** Who gave notice of a speech, in the order in which they did; for whoever leads and the desk. */
export const noticeLines = part(
  (state) => [state.floor.notices],
  (state): readonly NoticeLine[] =>
    state.floor.notices.map(({ who, item, text, at }) => ({ who, item, text, at })),
);

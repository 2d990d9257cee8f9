import type { Refusal } from '../../shared/meeting/refusal.ts';

/** What a page says of itself where a server would refuse. */

/** A later press took the place of this one before it was sent. Nobody needs to hear of it. */
export const replaced: Refusal = {
  code: 'client/replaced',
  ja: 'あとの操作に置き換えました。',
  en: 'A later press took its place.',
};

export const tooOld: Refusal = {
  code: 'client/too-old',
  ja: '前に押した操作は、時間がたったため送りませんでした。必要ならもう一度押してください。',
  en: 'An earlier press was not sent because too much time has passed. Press again if it is still wanted.',
};

export const lineEnded: Refusal = {
  code: 'client/line-ended',
  ja: 'この画面はもう接続していません。画面の案内に従って開き直してください。',
  en: 'This page is no longer connected. Please open it again as it says.',
};

/** Refusals that pass: the command was not judged, and the page sends it again. */
const passing: ReadonlySet<string> = new Set([
  'server/unavailable',
  'server/closing',
  'server/frozen',
  'server/not-joined',
  'server/too-fast',
]);

export function passes(refusal: Refusal): boolean {
  return passing.has(refusal.code);
}

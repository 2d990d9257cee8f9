import type { Cue } from './cue.ts';

/** The smallest piece of a caption that goes to one turn: a sentence, or what of it stands in the caption. */
export interface Unit {
  /** The caption's place among all. */
  readonly cue: number;
  /** Seconds of the file, by the share of characters. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly name: string | null;
  /** How the caption is cut before it: `edge` is its beginning, `stop` after 。, `form` after a final verb. */
  readonly cut: 'edge' | 'stop' | 'form';
}

/** After 。！？ and what closes with it; after a final verb that nothing grammatical follows. */
const cuts =
  /[。！？!?]+[」』）)]*|(?<=です|ます|ました|ません|でした|ください)(?=\s)|(?<=です|ます|ました|ません|でした|ください)(?!が|け|か|から|と|し|よ|ね|の|ん|。|、|！|？|!|\?|」|$)/gu;

export function unitsOf(cues: readonly Cue[]): Unit[] {
  return cues.flatMap((cue, index) => {
    const pieces = piecesOf(cue.text);
    const pace = (cue.to - cue.from) / Math.max(1, cue.text.length) / 1000;
    let at = 0;
    return pieces.map(({ text, cut }): Unit => {
      const from = cue.from / 1000 + at * pace;
      at += text.length;
      return { cue: index, from, to: cue.from / 1000 + at * pace, text, name: cue.name, cut };
    });
  });
}

function piecesOf(text: string): { readonly text: string; readonly cut: Unit['cut'] }[] {
  const pieces: { text: string; cut: Unit['cut'] }[] = [];
  let from = 0;
  let cut: Unit['cut'] = 'edge';
  for (const found of text.matchAll(cuts)) {
    const to = found.index + found[0].length;
    if (to <= from || to >= text.length) continue;
    pieces.push({ text: text.slice(from, to), cut });
    cut = found[0] === '' ? 'form' : 'stop';
    from = to;
  }
  pieces.push({ text: text.slice(from), cut });
  return pieces;
}

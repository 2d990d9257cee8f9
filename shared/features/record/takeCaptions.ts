import { accept } from '../../meeting/decider.ts';
import type { Decision, Deciders } from '../../meeting/decider.ts';
import type { EventData } from '../../meeting/events.ts';
import { hasTurn, shownTurn } from './arrangement.ts';
import type { KeptCaption } from './captions.ts';
import { recordRefusals as refuse } from './refusals.ts';
import { asCaptionsLeft, longestTurn, turnText } from './turnTexts.ts';

/*
 * The words of a caption file (字幕) come into the turns in one act, decided on the words that stand there at that
 * moment: nothing that somebody has typed is ever replaced. What finds no place is kept beside the minutes.
 */
export const captionDeciders: Deciders<'takeCaptions' | 'undoCaptions'> = {
  takeCaptions: (state, { file, fingerprint, zero, drift, jumps, turns, kept }): Decision => {
    const earlier = state.record.captions ?? [];
    const same = earlier.find((taken) => taken.fingerprint === fingerprint && !taken.undone);
    if (same !== undefined) return refuse.captionsTaken(same.file, same.no);
    const unknown = [...turns, ...kept].find(({ turn = null }) => turn !== null && !hasTurn(state, turn));
    if (unknown !== undefined) return refuse.unknownTurn(unknown.turn ?? 0, state.floor.turns);
    const no = earlier.length + 1;
    const texts = new Map<number, string>();
    const beside: KeptCaption[] = [...kept];
    for (const { turn: named, from, to, text, add } of turns) {
      const turn = shownTurn(state.record, named);
      const before = texts.get(turn) ?? turnText(state.record.turns, turn).text;
      if (before === text) continue;
      const after = withCaptions(before, text, add);
      if (after === null) beside.push({ from, to, name: null, turn, text });
      else texts.set(turn, after);
    }
    return accept(
      {
        type: 'CaptionsTaken',
        captions: no,
        source: { file, fingerprint, zero, drift, jumps },
        turns: texts.size,
        kept: beside.toSorted((one, other) => one.from - other.from),
      },
      ...[...texts].map(([turn, text]): EventData => ({ type: 'TurnWritten', turn, text, captions: no })),
    );
  },

  undoCaptions: (state, { captions }) => {
    const taken = state.record.captions ?? [];
    const one = taken[captions - 1];
    if (one === undefined) return refuse.unknownCaptions(captions, taken.length);
    if (one.undone) return refuse.captionsUndone(captions);
    return accept(
      { type: 'CaptionsUndone', captions },
      ...asCaptionsLeft(state.record.turns, captions).map(({ turn, before }): EventData => ({
        type: 'TurnWritten',
        turn,
        text: before,
      })),
    );
  },
};

/** What a turn says with the words of captions; null where they have no place in it. */
function withCaptions(before: string, text: string, add: boolean): string | null {
  // Words that begin with those that are there lose nothing (R4): a longer file of the same meeting.
  const after = text.startsWith(before) ? text : add ? `${before}\n${text}` : null;
  return after !== null && after.length <= longestTurn ? after : null;
}

import { accept } from '../../meeting/decider.ts';
import type { Deciders } from '../../meeting/decider.ts';
import { familyOf, originOf, speakerOf } from './arrangement.ts';
import { cannotJoin, turnJoined, turnMissing } from './turnStanding.ts';
import { recordRefusals as refuse } from './refusals.ts';
import { firstPart, turnText } from './turnTexts.ts';
import { decideUndo } from './undo.ts';
import { decideWriting } from './writing.ts';

/** More parts than this are no transcript, and their places between one another would run out. */
const mostParts = 30;

/** Who spoke, and where one turn ends and the next begins: the transcript's own mistakes, and their undoing. */
export const editingDeciders: Deciders<
  'writeTurn' | 'correctSpeaker' | 'splitTurn' | 'joinTurns' | 'undoEdit'
> = {
  writeTurn: (state, command) => turnMissing(state, command.turn) ?? decideWriting(state, command),

  correctSpeaker: (state, { turn, who, why }) => {
    const missing = turnMissing(state, turn) ?? turnJoined(state, turn);
    if (missing !== null) return missing;
    if (!Object.hasOwn(state.roster.people, who)) return refuse.unknownPerson(who);
    const before = speakerOf(state, turn);
    if (before === null || before === who) return refuse.sameSpeaker(turn);
    return accept({ type: 'SpeakerCorrected', turn, who, before, why });
  },

  splitTurn: (state, { turn, keep, base, who, since }) => {
    const missing = turnMissing(state, turn) ?? turnJoined(state, turn);
    if (missing !== null) return missing;
    const { record } = state;
    const { text, withdrawal } = turnText(record.turns, turn);
    if (withdrawal !== null) return refuse.withdrawnTurn(turn);
    if (base !== text) return refuse.changedMeanwhile(turn);
    if (text.slice(0, keep).trim() === '' || text.slice(keep).trim() === '') return refuse.emptyPart(turn);
    if (familyOf(record, originOf(record, turn)).length > mostParts)
      return refuse.tooManyParts(turn, mostParts);
    const speaker = who ?? speakerOf(state, turn);
    if (speaker === null || !Object.hasOwn(state.roster.people, speaker))
      return refuse.unknownPerson(speaker ?? '');
    const into = firstPart + record.parts.length;
    return accept({ type: 'TurnSplit', turn, into, keep, who: speaker, since: since ?? null });
  },

  joinTurns: (state, { turn, with: other }) =>
    turnMissing(state, turn) ??
    turnMissing(state, other) ??
    cannotJoin(state, turn, other) ??
    accept({ type: 'TurnsJoined', turn, with: other }),

  undoEdit: decideUndo,
};

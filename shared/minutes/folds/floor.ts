import { lastOf } from '../../features/record/arrangement.ts';
import type { FloorEvents } from '../../features/floor/events.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { isMemberRole } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import type { BlockOf } from '../block.ts';
import type { Folding } from '../folding.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

export const floorFolds: Folds<keyof FloorEvents> = {
  HandRaised: nothing,
  HandLowered: nothing,
  NoticeGiven: nothing,
  NoticeWithdrawn: nothing,
  Recognized: nothing,
  TurnBegan: (minutes, { turn, who, kind, item }) => {
    endTurn(minutes);
    minutes.model.turn = turn;
    minutes.add(
      {
        type: 'turn',
        turn,
        item,
        speaker: who,
        role: roleOf(minutes.state, who, presidingPerson(minutes.state)),
        explanation: kind === 'explanation' ? { document: null, ms: null } : null,
        endedAt: null,
        withdrawn: null,
        corrections: [],
        speakerCorrections: [],
        partOf: null,
        joined: null,
        edited: null,
        undo: null,
        redo: null,
      },
      `turn:${turn}`,
    );
  },
  FloorYielded: nothing,
  ExplanationBegan: (minutes, { turn, document }) => {
    const found = minutes.find('turn', `turn:${turn}`);
    const before = found?.block.explanation ?? null;
    found?.set({ explanation: { document: document ?? before?.document ?? null, ms: before?.ms ?? null } });
  },
  ExplanationEnded: (minutes, { turn, ms }) => {
    const found = minutes.find('turn', `turn:${turn}`);
    const before = found?.block.explanation ?? null;
    found?.set({ explanation: { document: before?.document ?? null, ms: (before?.ms ?? 0) + ms } });
  },
  ListClosed: nothing,
  ListOpened: nothing,
  HandReordered: nothing,
};

/** The turn that had the floor is over: the part in which its words end. */
export function endTurn(minutes: Folding): void {
  const { turn } = minutes.model;
  if (turn === null) return;
  const last = lastOf(minutes.state.record, turn);
  minutes.find('turn', `turn:${last}`)?.set({ endedAt: minutes.at });
  minutes.model.turn = null;
}

/** As what somebody speaks: whoever presides speaks as the chair, and the chair who does not, as a member. */
export function roleOf(
  state: MeetingState,
  who: PersonId,
  presiding: PersonId | null,
): BlockOf<'turn'>['role'] {
  const role = state.roster.people[who]?.role ?? 'observer';
  if (!isMemberRole(role)) return role === 'official' || role === 'secretariat' ? role : 'observer';
  return presiding === who ? 'chair' : 'member';
}

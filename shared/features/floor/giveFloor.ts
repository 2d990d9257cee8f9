import type { PersonId } from '../../meeting/person.ts';
import { actsForDesk, presidingPerson } from '../../meeting/presiding.ts';
import type { Context } from '../../meeting/context.ts';
import { personOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';

/**
 * Gives somebody the floor: their turn begins, unless they have it already. A running explanation ends first. `anew`:
 * a new turn even for whoever has the floor (a new item, a second nomination).
 */
export function giveFloor(
  story: Unfolding,
  who: PersonId,
  at: number,
  how: {
    readonly kind?: 'speech' | 'explanation';
    readonly fromQueue?: boolean;
    readonly anew?: boolean;
  } = {},
): void {
  if (story.state.floor.turn?.who === who && how.anew !== true) return;
  finishExplanation(story, at);
  story.happen({
    type: 'TurnBegan',
    turn: story.state.floor.turns + 1,
    who,
    kind: how.kind ?? 'speech',
    item: story.state.agenda.current,
    fromQueue: how.fromQueue ?? false,
  });
}

/** The chair speaks: whoever presides has the floor from now on. Nothing happens while nobody presides. */
export function giveChairFloor(story: Unfolding, context: Context, anew = false): void {
  const chair = chairSpeaking(story.state, context);
  if (chair !== null) giveFloor(story, chair, context.at, { anew });
}

/** The secretariat speaks: the secretary who acts, else the first on the roster. */
export function giveDeskFloor(story: Unfolding, context: Context): void {
  const secretary = secretarySpeaking(story.state, context);
  if (secretary !== null) giveFloor(story, secretary, context.at);
}

/** Whose words the chair's words are now; of several secretaries who may preside, the one who acts. */
export function chairSpeaking(state: MeetingState, context: Context): PersonId | null {
  const leader = presidingPerson(state);
  if (leader === null || personOf(state, leader)?.role !== 'secretariat') return leader;
  return state.conduct.presiding === leader ? leader : secretarySpeaking(state, context);
}

function secretarySpeaking(state: MeetingState, context: Context): PersonId | null {
  const { actor } = context;
  if (actor.kind === 'person' && actsForDesk(state, actor)) return actor.id;
  return state.roster.order.find((id) => state.roster.people[id]?.role === 'secretariat') ?? null;
}

/** A running explanation (資料により説明) ends here, with its length. The floor is then nobody's. */
export function finishExplanation(story: Unfolding, at: number): void {
  const { turn } = story.state.floor;
  if (turn?.kind !== 'explanation' || turn.item === null) return;
  story.happen({
    type: 'ExplanationEnded',
    turn: turn.no,
    who: turn.who,
    item: turn.item,
    ms: at - explanationStart(story.state),
  });
}

function explanationStart(state: MeetingState): number {
  return state.floor.explainingSince ?? state.floor.turn?.since ?? state.at;
}

/** Whoever has the floor gives it up: for a recess, or because they go. */
export function takeFloor(story: Unfolding, at: number, from?: PersonId): void {
  const { turn } = story.state.floor;
  if (turn === null || (from !== undefined && turn.who !== from)) return;
  finishExplanation(story, at);
  if (story.state.floor.turn !== null) story.happen({ type: 'FloorYielded', who: turn.who });
}

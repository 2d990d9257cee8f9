import type { ActionLine } from '../../../shared/views/types/actionLine.ts';
import type { AgendaLine } from '../../../shared/views/types/agendaLine.ts';
import type { ChairView } from '../../../shared/views/types/chairView.ts';
import type { GraceLine } from '../../../shared/views/types/graceLine.ts';
import { chairActions, type ChairActions } from './chairActions.ts';
import { chairMode, type ChairMode } from './chairMode.ts';

/** What the chair's tablet is about at this moment: the pieces of the page read it, none of them decides it. */
export interface ChairScene {
  readonly mode: ChairMode;
  /** The item on the table, and the one whose title stands above the middle: a vote's own. */
  readonly item: AgendaLine | undefined;
  readonly shown: AgendaLine | undefined;
  readonly tied: boolean;
  /** The vote is at 裁決: two equal buttons, and no next one. */
  readonly casting: boolean;
  readonly next: ActionLine | null;
  readonly actions: ChairActions;
  /** The first lost link whose loss would cost the quorum. */
  readonly grace: GraceLine | undefined;
  /** The recess is the one next thing then, and not in the foot. */
  readonly alarmed: boolean;
}

/** `waitedFor`: the lost link that the chair decided to wait for, by `graceKey`; its alarm steps back to a strip. */
export function chairScene(view: ChairView, waitedFor: string | undefined): ChairScene {
  const urgent = chairMode(view);
  const waiting =
    urgent === 'grace' && view.graces.every((line) => !line.losesQuorum || graceKey(line) === waitedFor);
  const mode = waiting ? 'floor' : urgent;
  const { vote } = view;
  const item = view.agenda.find((line) => line.id === view.current);
  const tied = mode === 'vote' && vote?.tie === true && vote.castingVote === null;
  const casting = tied && vote.steps[vote.at]?.step === 'casting';
  // While a lost link is waited for, the way on is the usual one, which stands first of the others.
  const ways =
    waiting && view.next !== null
      ? { next: view.others[0] ?? null, others: [view.next, ...view.others.slice(1)] }
      : view;
  return {
    mode,
    item,
    shown: mode === 'vote' ? (view.agenda.find((line) => line.id === vote?.item) ?? item) : item,
    tied,
    casting,
    next: ways.next,
    actions: chairActions(ways.others, casting),
    grace: view.graces
      .filter((line) => line.losesQuorum)
      .toSorted((one, other) => one.until - other.until)[0],
    alarmed: mode === 'grace' || mode === 'quorumLost',
  };
}

export function graceKey(line: GraceLine): string {
  return `${line.who} ${line.since}`;
}

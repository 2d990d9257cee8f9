import type { ConductState } from '../../features/conduct/state.ts';
import type { Retention } from '../../features/confirmation/retention.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Rules } from '../../rules/rules.ts';
import type { ActionLine } from './actionLine.ts';
import type { CommonView } from './commonView.ts';
import type { ConfirmationLine } from './confirmationLine.ts';
import type { OpinionLine, PromiseLine } from './followUpLines.ts';
import type { GraceLine } from './graceLine.ts';
import type { LeaveLine } from './leaveLine.ts';
import type { NoticeLine } from './noticeLine.ts';
import type { PermitsLine } from './permitLines.ts';
import type { PrompterLine } from './prompterLine.ts';
import type { SeatLine } from './seatLine.ts';
import type { TodoLine } from './todoLine.ts';
import type { VoteBook } from './voteBook.ts';
import type { WrittenBook } from './writtenBook.ts';
import type { WrittenLine } from './writtenLine.ts';

export interface DeskView extends CommonView {
  /** 異議: whose objections there are to what is being put, or that took it to another method. */
  readonly objectors: readonly PersonId[];
  readonly confirmation: ConfirmationLine;
  readonly leaves: readonly LeaveLine[];
  /** 保存と消去: what of this meeting is deleted when. */
  readonly retention: Retention;
  readonly notices: readonly NoticeLine[];
  readonly permits: PermitsLine | null;
  readonly rules: Rules;
  readonly seats: Readonly<Record<PersonId, SeatLine>>;
  readonly graces: readonly GraceLine[];
  readonly prompter: PrompterLine | null;
  readonly next: ActionLine | null;
  /** Of the vote on the table. */
  readonly book: VoteBook | null;
  readonly todos: readonly TodoLine[];
  readonly screen: ConductState['screen'];
  readonly chairConnected: boolean;
  readonly screensConnected: number;
  readonly written: WrittenLine | null;
  readonly writtenBook: WrittenBook | null;
  readonly opinions: readonly OpinionLine[];
  readonly promises: readonly PromiseLine[];
  /** The meeting whose minutes are confirmed (前回会議録の確認) in this one. */
  readonly previous: { readonly meeting: string; readonly title: string } | null;
}

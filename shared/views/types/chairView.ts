import type { PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { ActionLine } from './actionLine.ts';
import type { CommonView } from './commonView.ts';
import type { GraceLine } from './graceLine.ts';
import type { LeaveLine } from './leaveLine.ts';
import type { NoticeLine } from './noticeLine.ts';
import type { PermitsLine } from './permitLines.ts';
import type { PrompterLine } from './prompterLine.ts';
import type { WrittenLine } from './writtenLine.ts';
import type { WrittenStanding } from './writtenStanding.ts';

export interface ChairView extends CommonView {
  /** 異議: whose objections there are to what is being put, or that took it to another method. */
  readonly objectors: readonly PersonId[];
  readonly leaves: readonly LeaveLine[];
  readonly permits: PermitsLine | null;
  readonly notices: readonly NoticeLine[];
  readonly graces: readonly GraceLine[];
  readonly prompter: PrompterLine | null;
  /** The one thing to do next. */
  readonly next: ActionLine | null;
  /** Other things the chair may do at this step, the likeliest first. */
  readonly others: readonly ActionLine[];
  /** Warnings that belong where the eye is: quorum, over time, somebody who cannot be heard. */
  readonly warnings: readonly Sentence[];
  /** A meeting in writing, and how its decisions stand. */
  readonly written: WrittenLine | null;
  readonly writtenStanding: WrittenStanding | null;
}

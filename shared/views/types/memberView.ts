import type { Rules } from '../../rules/rules.ts';
import type { CommonView } from './commonView.ts';
import type { ConfirmationLine } from './confirmationLine.ts';
import type { AskedPermits } from './permitLines.ts';
import type { WrittenLine } from './writtenLine.ts';

export interface MemberView extends CommonView {
  readonly confirmation: ConfirmationLine;
  /** Whether the body takes notices of speeches (発言通告), and what they lead to. */
  readonly noticeRule: Rules['floor']['notice'];
  /** Until when members may ask that their own words be withdrawn or corrected. */
  readonly remarksUntil: Rules['remarks']['until'];
  readonly permits: AskedPermits | null;
  readonly written: WrittenLine | null;
}

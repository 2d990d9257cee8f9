import { common } from '../messages/common.ts';
import { memberWords } from '../messages/member.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';

/** What a member pressed, in a word. */
export function pressWords(command: CommandInput): string {
  switch (command.do) {
    case 'castVote':
      return command.choice === 'blank' ? memberWords().blank : common()[command.choice];
    case 'raiseHand':
      return memberWords().hand;
    case 'giveNotice':
      return memberWords().notice;
    case 'askLeave':
    case 'dropLeave':
      return memberWords().remark;
    case 'withdrawNotice':
      return memberWords().noticeBack;
    case 'lowerHand':
      return memberWords().lowering;
    case 'object':
      return memberWords().objection;
    case 'castBallot':
      return memberWords().ballot;
    case 'yieldFloor':
      return memberWords().endSpeech;
    case 'nominate':
      return memberWords().nominate;
    default:
      return memberWords().other;
  }
}

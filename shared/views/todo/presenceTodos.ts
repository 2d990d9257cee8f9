import { awaitingPermit, consentFor, permitOf } from '../../features/attendance/permits.ts';
import { isIdentified, isPerceived, linksToCheck } from '../../features/attendance/standing.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { hasBallot } from '../../features/votes/tally.ts';
import { membersOf, nameOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { action, say } from '../chair/step.ts';
import { graceLines } from '../parts/graceLines.ts';
import { part } from '../part.ts';
import type { GraceLine } from '../types/graceLine.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { todo } from './todo.ts';

/** More lines of one kind than this are told as a number. */
const most = 8;

/** Lost links with their grace, members left out of votes by one, and members online whom nobody has identified. */
export const presenceTodos = part(
  (state: MeetingState) => [
    state.attendance,
    state.conduct.status,
    state.roster,
    state.rules,
    graceLines(state),
    // Only the note on a lost link looks at the vote.
    graceLines(state).length === 0 ? null : voteOnTable(state),
  ],
  (state) => linesOf(state),
);

function linesOf(state: MeetingState): readonly TodoLine[] {
  const seats = membersOf(state);
  const excluded = seats.filter((who) => seatOf(state, who).excluded);
  const unknown = seats.filter((who) => {
    const seat = seatOf(state, who);
    return seat.presence === 'present' && !isIdentified(state, seat);
  });
  const unheard = seats.filter((who) => {
    const seat = seatOf(state, who);
    return seat.presence === 'present' && seat.lostAt === null && !isPerceived(state, seat);
  });
  return [
    ...graceLines(state).map((grace) => lostLink(state, grace)),
    ...excluded.map((who) =>
      todo(
        `excluded:${who}`,
        'warn',
        say(`${nameOf(state, who)}は採決から除かれています`, `${nameOf(state, who)} is left out of votes`),
        {
          detail: say(
            '通信が途絶えたままです。つながると、次の採決から加われます。',
            'The link is still lost. Once it is back they take part from the next vote.',
          ),
          since: seatOf(state, who).lostAt,
        },
      ),
    ),
    ...waitingForLeave(state),
    ...unheard.slice(0, most).map((who) => unperceived(state, who)),
    ...unchecked(state),
    ...unknown.slice(0, most).map((who) => unidentified(state, who)),
    ...(unknown.length > most
      ? [
          todo(
            'identity',
            'warn',
            say(
              `ほかに${unknown.length - most}人の本人確認が済んでいません`,
              `${unknown.length - most} more are not identified`,
            ),
          ),
        ]
      : []),
  ];
}

function lostLink(state: MeetingState, { who, since, until, losesQuorum }: GraceLine): TodoLine {
  const leaves = state.rules.online.disconnect.then === 'leftAt';
  const then = leaves
    ? say('戻らなければ、切れた時刻で退席の扱いです', 'Without a return they count as gone from then on')
    : say('戻らなければ、採決から除かれます', 'Without a return they are left out of votes');
  const quorum = losesQuorum ? say('。そのときは定足数を欠きます', ', and the quorum is lost') : say('', '');
  const vote = voteOnTable(state);
  const voted =
    vote !== null && hasBallot(vote, who) ? say('（投票は受付済み）', ' (their vote is in)') : say('', '');
  return todo(
    `grace:${who}`,
    'warn',
    say(`${nameOf(state, who)}の接続が切れています`, `${nameOf(state, who)}’s link is lost`),
    {
      detail: say(`${then.ja}${voted.ja}${quorum.ja}。`, `${then.en}${voted.en}${quorum.en}.`),
      since,
      until,
    },
  );
}

/** Who waits for leave to take part online: the chair's in one press, the members' where they are asked. */
function waitingForLeave(state: MeetingState): TodoLine[] {
  const waiting = awaitingPermit(state);
  const [first] = waiting;
  if (first === undefined) return [];
  const names = waiting.slice(0, most).map((who) => nameOf(state, who));
  if (state.rules.online.allowedWhen === 'majorityConsent') {
    const { needed } = consentFor(state, first);
    const unrecorded = waiting.every((who) => permitOf(state, who).asked === null);
    const [ja, en] = unrecorded
      ? [
          `事務局の受付により出席に数えています。委員${needed}人の同意を、会長が諮って記録してください。`,
          `They count by the desk’s entry. Let the chair ask, and record the consent of ${needed} members.`,
        ]
      : [
          `願い出た委員は、${needed}人の同意があるまで、定足数にも採決にも入りません。`,
          `Until ${needed} members consent, who asked counts neither for the quorum nor in votes.`,
        ];
    return [
      todo(
        'permits',
        'warn',
        say(
          `オンライン出席の同意がまだです（${waiting.length}人）`,
          `Consent to taking part online is missing (${waiting.length})`,
        ),
        {
          detail: say(`${names.join('、')}。${ja}`, `${names.join(', ')}. ${en}`),
        },
      ),
    ];
  }
  return waiting.slice(0, most).map((who) => {
    const { asked } = permitOf(state, who);
    return todo(
      `permit:${who}`,
      'warn',
      say(
        `${nameOf(state, who)}がオンライン出席を願い出ています`,
        `${nameOf(state, who)} asks to take part online`,
      ),
      {
        detail: say(
          asked?.reason ?? '会長の許可が必要です。',
          asked?.reason ?? 'It takes the chair’s leave.',
        ),
        since: asked?.at ?? null,
        action: action({ do: 'permitOnline', people: [who] }, say('会長が認めた', 'The chair gives leave')),
      },
    );
  });
}

function unperceived(state: MeetingState, who: PersonId): TodoLine {
  const name = nameOf(state, who);
  const audioOnly = seatOf(state, who).link?.audio === true;
  return todo(
    `unperceived:${who}`,
    'warn',
    audioOnly
      ? say(`${name}の映像が届いていません`, `${name} cannot be seen`)
      : say(`${name}の音声が届いていません`, `${name} cannot be heard`),
    {
      detail: say(
        '届くまで、定足数にも採決にも入りません。',
        'Until then they count neither for the quorum nor in votes.',
      ),
      since: seatOf(state, who).link?.at ?? null,
      action: action({ do: 'checkLink', who, video: true, audio: true }, say('届いた', 'Now they can')),
    },
  );
}

/** Before the opening all links are tried out; during the meeting whoever comes is seen at their identity check. */
function unchecked(state: MeetingState): TodoLine[] {
  const left = state.conduct.status === 'preparing' ? linksToCheck(state) : [];
  if (left.length === 0) return [];
  const names = left.slice(0, most).map((who) => nameOf(state, who));
  return [
    todo(
      'links',
      'info',
      say(
        `接続確認があと${left.length}人`,
        left.length === 1 ? '1 link to try out' : `${left.length} links to try out`,
      ),
      {
        detail: say(`${names.join('、')}。`, `${names.join(', ')}.`),
      },
    ),
  ];
}

function unidentified(state: MeetingState, who: PersonId): TodoLine {
  const name = nameOf(state, who);
  return todo(`identity:${who}`, 'warn', say(`${name}の本人確認`, `Identify ${name}`), {
    detail: say(
      '映像と音声を確かめるまで、定足数にも採決にも入りません。',
      'Until seen and heard they count neither for the quorum nor in votes.',
    ),
    since: seatOf(state, who).checkedInAt,
    action: action({ do: 'confirmIdentity', who }, say('確認した', 'Identified')),
  });
}

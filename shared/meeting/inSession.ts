import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState } from './state.ts';
import { voteInProgress } from './voteInProgress.ts';

/** Null while the meeting sits; otherwise why what was asked cannot be done now. */
export function notInSession(state: MeetingState): Refusal | null {
  if (state.info.mode === 'written') return heldInWriting();
  switch (state.conduct.status) {
    case 'open':
      return null;
    case 'preparing':
      return refuse(
        'meeting/not-open',
        'まだ開会していません。議長が開会を宣言してから操作してください。',
        'The meeting has not been opened. Do this after the chair has opened it.',
      );
    case 'recess':
      return refuse(
        'meeting/in-recess',
        '休憩中です。再開してから操作してください。',
        'The meeting is in recess. Do this after it has resumed.',
      );
    case 'adjourned':
    case 'closed':
      return isOver();
  }
}

export function isOver(): Refusal {
  return refuse(
    'meeting/closed',
    '会議は終わっています。事務局が会議録の記入だけを続けられます。',
    'The meeting is over. Only the secretariat can still write in the record.',
  );
}

export function isFinal(): Refusal {
  return refuse(
    'record/finalized',
    '会議録は確定しています。もう変えられません。誤りは、次の会議で訂正として記録してください。',
    'The minutes are final and cannot be changed any more. Record a mistake as a correction in the next meeting.',
  );
}

export function heldInWriting(): Refusal {
  return refuse(
    'meeting/is-written',
    '書面会議では使えません。資料の送付、質疑、意思の集約で進めてください。',
    'This is a meeting held in writing. Use dispatch, questions and answers, and decisions.',
  );
}

/** Null unless ballots are being taken; `what` completes 採決中は…. */
export function whileVoting(
  state: MeetingState,
  code: Refusal['code'],
  what: { readonly ja: string; readonly en: string },
): Refusal | null {
  if (voteInProgress(state) === null) return null;
  return refuse(code, `採決中は${what.ja}`, `While a vote is open, ${what.en}`);
}

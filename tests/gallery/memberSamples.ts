import type { LinkState } from '../../client/connection/linkState.ts';
import type { Waiting } from '../../client/connection/outbox.ts';
import type { Receipt } from '../../client/state/receipt.ts';
import type { Sentence } from '../../shared/protocol/language.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { MemberView } from '../../shared/views/types/memberView.ts';
import { agendaAt, both, chairView, clock, hand, people, turn, voteAt, wide } from './sampleMeeting.ts';

export interface MemberSample {
  view: MemberView;
  me: MeView;
  now: number;
  link?: LinkState;
  waiting?: readonly Waiting[];
  receipts?: readonly Receipt[];
  refusal?: Sentence;
}

const {
  notices: _no,
  leaves: _l,
  graces: _g,
  prompter: _p,
  next: _n,
  others: _o,
  warnings: _w,
  ...common
} = chairView();
const confirmation = {
  signatories: [],
  confirmed: [],
  byBody: null,
  finalizedAt: null,
  finalizedWithout: null,
};
const base: MemberView = {
  ...common,
  confirmation,
  noticeRule: 'none',
  remarksUntil: 'close',
  written: null,
};

const me: MeView = {
  leaves: [],
  person: 'm12',
  presiding: false,
  presence: 'present',
  channel: 'inRoom',
  identified: true,
  keptOut: false,
  link: null,
  online: null,
  mayVote: null,
  ballot: null,
  election: null,
  notices: [],
  spoken: { times: 2, ms: 141_000 },
  written: null,
};

const floor: MemberView = {
  ...base,
  floor: {
    turn: turn('m5', '15:35:52', 2, 'inRoom'),
    lastMember: 'm5',
    listOpen: true,
    queue: [hand('m7', '15:37:23', 'inRoom', 0), hand('m19', '15:37:34', 'online', 1, { tie: 1 })],
    ties: [
      {
        tie: 1,
        note: both('委員１９さんと同時でした。委員０７さんが会場なので、次はオンラインが先です。'),
      },
    ],
  },
};

const queued: MemberView = {
  ...floor,
  floor: { ...floor.floor, queue: [...floor.floor.queue, hand('m12', '15:37:34', 'inRoom', 0, { tie: 1 })] },
};

const voting: MemberView = {
  ...base,
  agenda: agendaAt(3, '14:48:36'),
  current: 'i3',
  vote: voteAt({
    status: 'open',
    question: '諮問のとおり行うことを、承認しますか',
    counts: null,
    explanation: null,
    at: 0,
    called: 'yes',
  }),
};
const mayVote = { ...me, mayVote: { ok: true } as const };
const kept = (message: Waiting['message']): Waiting => ({
  message,
  pressedAt: clock('15:18:09'),
  sent: false,
});
const long = people({ names: (n) => (n % 2 === 0 ? `勅使河原 長右衛門太郎左${wide(n)}` : '森') });

export const memberSamples: Record<string, MemberSample> = {
  'member-floor': { view: floor, me, now: clock('15:38:05') },
  'member-queue': { view: queued, me, now: clock('15:38:05') },
  'member-next': {
    view: { ...queued, floor: { ...queued.floor, queue: queued.floor.queue.slice(2), ties: [] } },
    me,
    now: clock('15:38:05'),
  },
  'member-vote': { view: voting, me: mayVote, now: clock('15:18:02') },
  'member-done': {
    view: voting,
    me: { ...mayVote, ballot: { vote: 'i3#1', choice: 'yes', at: clock('15:18:02') } },
    now: clock('15:18:02'),
    receipts: [
      {
        command: { do: 'castVote', item: 'i3', choice: 'yes' },
        pressedAt: clock('15:17:50'),
        at: clock('15:18:02'),
      },
    ],
  },
  'member-cannot': {
    view: voting,
    me: { ...me, mayVote: { ok: false, ...both('この議題では除斥されています。') } },
    now: clock('15:18:02'),
  },
  'member-noobjection': {
    view: {
      ...voting,
      vote: voteAt({ ...voting.vote, method: 'noObjection', question: null, called: null, steps: [] }),
    },
    me: mayVote,
    now: clock('15:18:02'),
  },
  'member-secret': {
    view: {
      ...voting,
      vote: voteAt({
        ...voting.vote,
        method: 'secretBallot',
        called: null,
        steps: [{ step: 'ballots', at: null }],
        closing: { at: clock('15:18:00'), until: clock('15:18:30') },
      }),
    },
    me: mayVote,
    now: clock('15:18:02'),
  },
  'member-closedvote': {
    view: { ...voting, vote: voteAt({ counts: null, explanation: null }) },
    me: { ...mayVote, ballot: { vote: 'i3#1', choice: 'no', at: clock('15:18:02') } },
    now: clock('15:18:32'),
  },
  'member-result': {
    view: {
      ...voting,
      agenda: voting.agenda.map((line) =>
        line.id === 'i3' ? { ...line, outcome: both('承認', 'Approved') } : line,
      ),
      vote: voteAt({ status: 'declared', outcome: 'carried' }),
      floor: { ...base.floor, turn: turn('m1', '15:19:00', 0, 'inRoom') },
    },
    me,
    now: clock('15:19:20'),
  },
  'member-called': {
    view: {
      ...queued,
      floor: {
        ...queued.floor,
        turn: turn('m17', '15:39:04', 1, 'online'),
        queue: queued.floor.queue.slice(2),
      },
    },
    me: { ...me, person: 'm17', channel: 'online' },
    now: clock('15:39:12'),
  },
  'member-offline': {
    view: {
      ...voting,
      meeting: { ...base.meeting, info: { ...base.meeting.info, contact: '事務局 03-0000-0000' } },
    },
    me: mayVote,
    now: clock('15:18:14'),
    link: { is: 'reconnecting' },
    waiting: [kept({ id: 'a', do: 'castVote', item: 'i3', choice: 'yes' })],
  },
  'member-offlinehand': {
    view: {
      ...floor,
      meeting: { ...base.meeting, info: { ...base.meeting.info, contact: '総務課 情報公開係' } },
    },
    me,
    now: clock('15:18:14'),
    link: { is: 'reconnecting' },
    waiting: [kept({ id: 'a', do: 'raiseHand' })],
  },
  'member-offlinebare': { view: floor, me, now: clock('15:18:14'), link: { is: 'reconnecting' } },
  'member-frozen': {
    view: floor,
    me,
    now: clock('15:18:14'),
    link: { is: 'frozen', ja: '記録の一部を確かめています。再開を、お待ちください。', en: 'Please wait.' },
  },
  'member-waiting': {
    view: { ...base, meeting: { ...base.meeting, status: 'preparing' }, current: null },
    me: { ...me, channel: 'online', identified: false },
    now: clock('13:52:10'),
  },
  'member-away': { view: base, me: { ...me, presence: 'expected', channel: null }, now: clock('14:02:10') },
  'member-recess': {
    view: {
      ...base,
      meeting: { ...base.meeting, status: 'recess', recess: { since: clock('15:20:00'), until: '15:30' } },
    },
    me,
    now: clock('15:24:10'),
  },
  'member-closed': {
    view: { ...base, meeting: { ...base.meeting, status: 'closed' } },
    me,
    now: clock('17:40:10'),
  },
  'member-election': {
    view: {
      ...floor,
      election: {
        no: 1,
        item: 'i4',
        office: 'chair',
        method: 'majorityRunoff',
        status: 'open',
        nominees: [],
        objections: 0,
        round: 1,
        candidates: ['m2', 'm4', 'm6'],
        eligible: 7,
        took: 3,
        papers: 0,
        counts: null,
        blank: 0,
        invalid: 0,
        lotAmong: null,
        elected: null,
        explanation: null,
      },
    },
    me: { ...me, election: { took: false, mayVote: true } },
    now: clock('14:10:00'),
  },
  'member-official': {
    view: {
      ...floor,
      floor: { ...floor.floor, turn: null },
      agenda: floor.agenda.map((line) => (line.id === 'i4' ? { ...line, official: 'k1' } : line)),
    },
    me: { ...me, person: 'k1' },
    now: clock('15:38:05'),
  },
  'member-long': {
    view: {
      ...queued,
      people: long,
      agenda: queued.agenda.map((line) =>
        line.id === 'i4'
          ? {
              ...line,
              title:
                '個人情報の保護に関する制度の見直しに伴う相談窓口の電話対応時における通話内容録音の実施、録音データの保存期間の延長及び外部の事業者への分析業務の委託並びにこれらに係る影響評価の実施に関する事項について',
            }
          : line,
      ),
      floor: {
        ...queued.floor,
        queue: [2, 4, 6, 8, 9, 10, 11]
          .map((n) => hand(`m${n}`, '15:37:00', 'inRoom', 0))
          .concat(queued.floor.queue.slice(2)),
      },
    },
    me,
    now: clock('15:38:05'),
    refusal: both('採決中は、発言の挙手を受け付けていません。宣告のあとに、もう一度押してください。'),
  },
};

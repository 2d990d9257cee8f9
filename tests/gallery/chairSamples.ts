import type { Sentence } from '../../shared/protocol/language.ts';
import type { ChairView } from '../../shared/views/types/chairView.ts';
import {
  action,
  agendaAt,
  both,
  chairView,
  clock,
  done,
  hand,
  people,
  planned,
  titles,
  turn,
  voteAt,
  wide,
} from './sampleMeeting.ts';

export interface ChairSample {
  view: ChairView;
  now: number;
  refusal?: Sentence;
}

const recess = action({ do: 'recess' }, '休憩');
const toVote = action({ do: 'openVote', item: 'i4', method: 'showOfHands' }, '採決へ');
const again = action({ do: 'voidVote', item: 'i3', why: '' }, '採決をやり直す');
const noRecess = action({ do: 'recess' }, '休憩', { blocked: '採決中は休憩にできません' });

const floor = chairView({
  floor: {
    turn: turn('m5', '15:35:52', 2, 'inRoom'),
    lastMember: 'm5',
    listOpen: true,
    queue: [
      hand('m7', '15:37:23', 'inRoom', 0),
      hand('m19', '15:37:34', 'online', 1, { tie: 1 }),
      hand('m12', '15:37:34', 'inRoom', 0, { tie: 1 }),
    ],
    ties: [{ tie: 1, note: both('2と3はともに 15:37:34。前の人が会場なので、オンラインが先です。') }],
  },
  prompter: {
    note: both('この発言のあとに読む', 'after this speech'),
    words: '委員０５さん、ありがとうございました。\n続いて、委員０７さん、お願いします。',
  },
  next: action({ do: 'recognize', who: 'm7' }, '委員０７さん', { sub: '指名する' }),
  others: [
    action({ do: 'recognize', who: 'k1' }, '相談支援課長に答弁を求める'),
    action({ do: 'speak', who: 'm1' }, '会長が話す'),
    recess,
    toVote,
  ],
});

const vote = chairView({
  agenda: agendaAt(3, '14:48:36'),
  current: 'i3',
  vote: voteAt(),
  prompter: { note: both('事務局に報告を求める'), words: '採決の結果を、事務局から報告してください。' },
  next: action({ do: 'reportCount', item: 'i3' }, '宣告へ', { hint: '報告を聞いてから押してください' }),
  others: [noRecess, again],
});

const long =
  '個人情報の保護に関する制度の見直しに伴う相談窓口の電話対応時における通話内容録音の実施、録音データの保存期間の延長及び外部の事業者への分析業務の委託並びにこれらに係る影響評価の実施に関する事項について';

const crowd = people({ seats: 200, absent: 10, online: 40 });

export const chairSamples: Record<string, ChairSample> = {
  'chair-floor': { view: floor, now: clock('15:38:05') },
  'chair-vote': { view: vote, now: clock('15:18:36') },
  'chair-tie': {
    now: clock('15:18:44'),
    view: {
      ...vote,
      vote: voteAt({
        tie: true,
        at: 5,
        steps: [
          ...voteAt().steps.slice(0, 4),
          { step: 'report', at: clock('15:18:36') },
          { step: 'casting', at: null },
          { step: 'declare', at: null },
        ],
        counts: { yes: 9, no: 9, abstain: 0, invalid: 0, unaccounted: 0 },
        explanation: both(
          '表決権者18人の過半数は10人で、賛成9人は1人足りません。可否同数なので、規則により会長が決めます。会長は、ここまで表決に加わっていません。',
        ),
      }),
      prompter: {
        note: both('同数を告げ、裁決する'),
        words: '賛成9人、反対9人で、可否同数です。\nよって、会長が決します。\n会長は、{blank}とします。',
      },
      next: null,
      others: [
        action({ do: 'castingVote', item: 'i3', choice: 'yes' }, '可とする'),
        action({ do: 'castingVote', item: 'i3', choice: 'no' }, '否とする'),
        noRecess,
        again,
      ],
    },
  },
  'chair-quorum': {
    now: clock('17:21:30'),
    view: chairView({
      agenda: agendaAt(6, '16:46:00'),
      current: 'i6',
      attendance: { seats: 21, present: 11, inRoom: 9, online: 2, absent: 2, left: 8, observers: 0 },
      quorum: {
        required: 11,
        present: 11,
        met: true,
        lostAt: null,
        onLoss: 'blockVote',
        explanation: both(''),
      },
      voters: { eligible: 10, required: 6, chairVotes: false, explanation: both('') },
      floor: { ...floor.floor, turn: turn('k2', '17:18:49', 0, 'inRoom'), queue: [], ties: [] },
      graces: [{ who: 'm18', since: clock('17:21:08'), until: clock('17:22:08'), losesQuorum: true }],
      prompter: {
        note: both('待つあいだに読む'),
        words: '委員１８さんの接続が切れました。\n定足数を確かめますので、\nこのまま、お待ちください。',
      },
      next: null,
      others: [
        recess,
        action({ do: 'openVote', item: 'i6', method: 'showOfHands' }, '採決へ', {
          blocked: '採決は、委員１８さんが戻ってから',
        }),
      ],
    }),
  },
  'chair-lost': {
    now: clock('17:22:30'),
    view: chairView({
      agenda: agendaAt(6, '16:46:00'),
      current: 'i6',
      attendance: { seats: 21, present: 10, inRoom: 9, online: 1, absent: 2, left: 9, observers: 0 },
      quorum: {
        required: 11,
        present: 10,
        met: false,
        lostAt: clock('17:21:08'),
        onLoss: 'blockVote',
        explanation: both(''),
      },
      floor: { ...floor.floor, turn: null, queue: [], ties: [] },
      prompter: {
        note: both('休憩を告げる'),
        words: '定足数を欠きましたので、定足数が戻るまで、休憩とします。',
      },
      others: [recess, action({ do: 'adjourn', reason: '' }, '散会する')],
    }),
  },
  'chair-waiting': {
    now: clock('13:55:12'),
    view: chairView({
      meeting: { ...floor.meeting, status: 'preparing', openedAt: null },
      people: people({ presence: 'expected' }),
      attendance: { seats: 21, present: 14, inRoom: 12, online: 2, absent: 2, left: 0, observers: 0 },
      quorum: {
        required: 11,
        present: 14,
        met: true,
        lostAt: null,
        onLoss: 'blockVote',
        explanation: both(''),
      },
      agenda: agendaAt(4, '15:20:00').map((line) => ({
        ...line,
        status: 'planned',
        startedAt: null,
        outcome: null,
      })),
      current: null,
      prompter: {
        note: both('定刻になったら読む'),
        words: '定刻になりましたので、\n令和８年度第２回 情報公開・個人情報保護審議会を開会します。',
      },
      next: action({ do: 'openMeeting' }, '開会する', { hint: '定足数に達しています' }),
    }),
  },
  'chair-recess': {
    now: clock('15:24:00'),
    view: chairView({
      ...floor,
      meeting: { ...floor.meeting, status: 'recess', recess: { since: clock('15:20:00'), until: '15:30' } },
      floor: { ...floor.floor, turn: null },
      prompter: { note: both('再開するときに読む'), words: '休憩前に引き続き、会議を再開します。' },
      next: action({ do: 'resume' }, '再開する'),
      others: [],
    }),
  },
  'chair-result': {
    now: clock('15:20:00'),
    view: {
      ...vote,
      agenda: vote.agenda.map((line) => (line.id === 'i3' ? { ...line, outcome: both('承認') } : line)),
      vote: voteAt({
        status: 'declared',
        at: 6,
        outcome: 'carried',
        declaredAt: clock('15:19:10'),
        steps: voteAt().steps.map((step) => ({ ...step, at: step.at ?? clock('15:19:10') })),
      }),
      prompter: {
        note: both('次の議題に入る'),
        words: 'それでは、次の議題に移ります。\n（４）について、担当課から説明をお願いします。',
      },
      next: action({ do: 'startItem', item: 'i4' }, '（４）へ', { sub: '次の議題' }),
      others: [recess, action({ do: 'concludeItem', item: 'i3' }, '条件を付ける')],
    },
  },
  'chair-secret': {
    now: clock('15:18:36'),
    view: {
      ...vote,
      vote: voteAt({
        method: 'secretBallot',
        status: 'open',
        counts: null,
        taken: 12,
        explanation: null,
        question: '諮問のとおり行うことを、承認しますか',
        steps: [
          { step: 'ballots', at: clock('15:17:41') },
          { step: 'close', at: null },
          { step: 'report', at: null },
          { step: 'declare', at: null },
        ],
        at: 0,
        closing: { at: clock('15:18:20'), until: clock('15:18:50') },
      }),
      prompter: { note: both('投票を促す'), words: 'まだの方は、投票をお願いします。' },
      next: action({ do: 'closeVote', item: 'i3' }, '締め切る'),
    },
  },
  'chair-noobjection': {
    now: clock('15:18:36'),
    view: {
      ...vote,
      vote: voteAt({
        method: 'noObjection',
        status: 'open',
        counts: null,
        explanation: null,
        question: '報告のとおり了承することに、異議はありませんか',
        steps: [
          { step: 'objections', at: clock('15:17:41') },
          { step: 'declare', at: null },
        ],
        at: 0,
      }),
      prompter: { note: both('異議を確かめる'), words: '報告のとおり了承することに、御異議ありませんか。' },
      next: action({ do: 'declareResult', item: 'i3' }, '異議なしと認める'),
    },
  },
  'chair-election': {
    now: clock('14:10:00'),
    view: {
      ...floor,
      floor: { ...floor.floor, queue: [], ties: [] },
      election: {
        no: 1,
        item: 'i4',
        office: 'chair',
        method: 'majorityRunoff',
        status: 'counted',
        nominees: [],
        objections: 0,
        round: 2,
        candidates: ['m4', 'm6'],
        eligible: 7,
        took: 7,
        papers: 0,
        counts: { m4: 3, m6: 3 },
        blank: 0,
        invalid: 1,
        lotAmong: ['m4', 'm6'],
        elected: null,
        explanation: both('有効投票6票で3票ずつの同数です。くじで決めます。'),
      },
      prompter: { note: both('くじを行う'), words: '同数ですので、くじで決定します。' },
      next: action({ do: 'drawLot', winner: 'm4' }, 'くじの結果を入れる'),
      others: [recess],
    },
  },
  'chair-closed': {
    now: clock('17:40:00'),
    view: chairView({
      meeting: { ...floor.meeting, status: 'closed', closedAt: clock('17:36:00') },
      agenda: [
        done('i0', '', '開会・会長あいさつ', 8, 10),
        done('i1', '（１）', titles.one, 20, 20),
        done('i2', '（２）', titles.two, 21, 20),
        done('i3', '（３）', titles.three, 31, 25),
        done('i4', '（４）', titles.four, 46, 15),
      ],
      current: null,
    }),
  },
  'chair-long': {
    now: clock('15:38:05'),
    refusal: both('採決中は入退室を変更できません。締切後に記録してください。'),
    view: {
      ...floor,
      people: {
        ...people({ names: (n) => (n % 2 === 1 ? `勅使河原 長右衛門太郎左${wide(n)}` : '森') }),
        k1: { ...people()['k1']!, name: 'x', title: '地域包括ケア推進・介護保険担当課長' },
      },
      agenda: agendaAt(4, '15:20:00').map((line) => (line.id === 'i4' ? { ...line, title: long } : line)),
      floor: {
        ...floor.floor,
        queue: [
          hand('m7', '15:37:23', 'inRoom', 0, { kind: 'pointOfOrder' }),
          ...floor.floor.queue.slice(1),
          hand('m8', '15:37:40', 'online', 3, { lost: true }),
          hand('m9', '15:37:41', 'inRoom', 0, { kind: 'followUp' }),
          hand('m10', '15:37:42', 'inRoom', 0),
          hand('m11', '15:37:43', 'inRoom', 12),
        ],
      },
      prompter: {
        note: both('この発言のあとに読む'),
        words:
          '勅使河原 長右衛門太郎左０５さん、ありがとうございました。ただいまの御質問につきましては、担当課から次回の審議会までに資料で御回答いただくこととしたいと思いますが、よろしいでしょうか。続いて、勅使河原 長右衛門太郎左０７さん、お願いします。',
      },
      next: action({ do: 'recognize', who: 'm7' }, '勅使河原 長右衛門太郎左０７さん', { sub: '指名する' }),
      others: [
        action({ do: 'recognize', who: 'k1' }, '地域包括ケア推進・介護保険担当課長に答弁を求める'),
        action({ do: 'speak', who: 'm1' }, '会長が話す'),
        action({ do: 'closeList' }, '受付を締め切る'),
        action({ do: 'endItem', item: 'i4' }, '議題を終える'),
        recess,
        toVote,
      ],
      warnings: [both('（４）は、予定を3分過ぎています。')],
    },
  },
  'chair-crowd': {
    now: clock('15:18:36'),
    view: {
      ...vote,
      people: crowd,
      peopleOrder: Object.keys(crowd),
      attendance: { seats: 200, present: 190, inRoom: 150, online: 40, absent: 10, left: 0, observers: 0 },
      quorum: {
        required: 101,
        present: 190,
        met: true,
        lostAt: null,
        onLoss: 'blockVote',
        explanation: both(''),
      },
      vote: voteAt({
        eligible: 189,
        required: 95,
        counts: { yes: 120, no: 60, abstain: 5, invalid: 1, unaccounted: 3 },
        explanation: both('表決権者189人の過半数は95人です。'),
      }),
    },
  },
  'chair-five': {
    now: clock('15:18:36'),
    view: {
      ...vote,
      people: people({ seats: 5, absent: 0, online: 1 }),
      attendance: { seats: 5, present: 5, inRoom: 4, online: 1, absent: 0, left: 0, observers: 0 },
      quorum: {
        required: 3,
        present: 5,
        met: true,
        lostAt: null,
        onLoss: 'blockVote',
        explanation: both(''),
      },
      vote: voteAt({
        eligible: 4,
        required: 3,
        counts: { yes: 2, no: 1, abstain: 0, invalid: 0, unaccounted: 1 },
        explanation: both('表決権者4人の過半数は3人です。'),
      }),
    },
  },
  'chair-empty': {
    now: clock('14:00:05'),
    view: chairView({ agenda: [planned('i1', '', 'あいさつ', null)], current: null }),
  },
};

import type { Channel, Role } from '../../shared/meeting/person.ts';
import type { Sentence } from '../../shared/protocol/language.ts';
import type { ActionLine } from '../../shared/views/types/actionLine.ts';
import type { AgendaLine } from '../../shared/views/types/agendaLine.ts';
import type { ChairView } from '../../shared/views/types/chairView.ts';
import type { QueueLine, TurnLine } from '../../shared/views/types/floorLine.ts';
import type { PersonLine } from '../../shared/views/types/personLine.ts';
import type { VoteLine } from '../../shared/views/types/voteLine.ts';

/** Times of the sample meeting, `15:38:05` to epoch ms. */
export function clock(time: string): number {
  return Date.parse(`2026-07-13T${time}+09:00`);
}

/** A sentence whose English matters less than its length. */
export function both(ja: string, en = ja): Sentence {
  return { ja, en };
}

export function wide(n: number): string {
  return String(n)
    .padStart(2, '0')
    .replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

export interface SampleOptions {
  seats?: number;
  absent?: number;
  online?: number;
  names?: (n: number) => string;
  presence?: 'expected' | 'present';
}

export function people(options: SampleOptions = {}): Record<string, PersonLine> {
  const {
    seats = 21,
    absent = 2,
    online = 2,
    names = (n) => `委員${wide(n)}`,
    presence = 'present',
  } = options;
  const line = (
    id: string,
    name: string,
    role: Role,
    title: string | null,
    state: PersonLine['presence'],
    channel: Channel | null,
    seat: number | null,
  ): PersonLine => ({ id, name, kana: null, role, title, department: null, seat, presence: state, channel });
  const all: Record<string, PersonLine> = {};
  for (let n = 1; n <= seats; n++) {
    const id = `m${n}`;
    const gone = n > seats - absent;
    const far = !gone && n > seats - absent - online;
    all[id] = line(
      id,
      names(n),
      n === 1 ? 'chair' : 'member',
      n === 1 ? '会長' : '委員',
      gone ? 'absent' : n % 4 === 0 ? presence : 'present',
      gone ? null : far ? 'online' : 'inRoom',
      n,
    );
  }
  for (const [id, title] of [
    ['k1', '相談支援課長'],
    ['k2', '行政情報マネジメント課長'],
  ] as const) {
    all[id] = line(id, title, 'official', title, 'present', 'inRoom', null);
  }
  all['s1'] = line('s1', '事務局', 'secretariat', '事務局', 'present', 'inRoom', null);
  return all;
}

const noItem: Omit<AgendaLine, 'id' | 'title'> = {
  short: null,
  number: '',
  kind: 'consultation',
  parent: null,
  joint: [],
  official: null,
  department: null,
  method: 'showOfHands',
  status: 'planned',
  plannedMinutes: null,
  startedAt: null,
  endedAt: null,
  spent: 0,
  runningSince: null,
  outcome: null,
  closedReason: null,
  undeclared: false,
};

export function done(
  id: string,
  number: string,
  title: string,
  used: number,
  planned: number | null,
): AgendaLine {
  return {
    ...noItem,
    id,
    number,
    title,
    status: 'ended',
    plannedMinutes: planned,
    startedAt: clock('14:00:00'),
    endedAt: clock('15:00:00'),
    spent: used * 60_000,
    outcome: number === '' ? null : both('承認', 'Approved'),
  };
}

function current(
  id: string,
  number: string,
  title: string,
  planned: number | null,
  since: string,
): AgendaLine {
  return {
    ...noItem,
    id,
    number,
    title,
    status: 'current',
    plannedMinutes: planned,
    startedAt: clock(since),
    runningSince: clock(since),
  };
}

export function planned(id: string, number: string, title: string, minutes: number | null): AgendaLine {
  return { ...noItem, id, number, title, plannedMinutes: minutes };
}

function section(id: string, title: string): AgendaLine {
  return { ...noItem, id, title, kind: 'section' };
}

export const titles = {
  one: '職員の健康相談で取り扱う個人情報の項目の追加について',
  two: '定型的な窓口業務の自動化に関する業務の外部委託に伴う個人情報の取扱いについて',
  three: '住民票等の写しのコンビニエンスストア等における自動交付サービスの導入に伴う個人情報の取扱いについて',
  four: '相談窓口の電話対応時における通話内容録音の実施に伴う個人情報の取扱いについて',
  five: '公共駐車場管理システムの更改に伴う外部委託について',
  six: 'これからの個人情報の保護に関する制度のあり方について（答申）',
};

export function agendaAt(item: 3 | 4 | 6, since: string): AgendaLine[] {
  const open = (n: number, number: string, title: string, minutes: number, used: number): AgendaLine =>
    n < item
      ? done(`i${n}`, number, title, used, minutes)
      : n === item
        ? current(`i${n}`, number, title, minutes, since)
        : planned(`i${n}`, number, title, minutes);
  return [
    done('i0', '', '開会・会長あいさつ', 8, 10),
    section('s1', '諮問事項'),
    open(1, '（１）', titles.one, 20, 20),
    open(2, '（２）', titles.two, 20, 21),
    open(3, '（３）', titles.three, 25, 31),
    open(4, '（４）', titles.four, 15, 46),
    open(5, '（５）', titles.five, 20, 40),
    open(6, '（６）', titles.six, 40, 45),
    section('s2', '報告事項'),
    planned('i7', '（１）', '前年度の情報公開・個人情報保護制度の実施状況について', 5),
    planned('i8', '（２）', '前回の審議事項「空き家の状況調査業務の外部委託」に関する資料について', 5),
    planned('i9', '', 'その他', 5),
  ];
}

export function action(
  command: ActionLine['command'],
  label: string,
  more: Partial<Record<'sub' | 'hint' | 'blocked', string>> = {},
): ActionLine {
  const maybe = (text: string | undefined): Sentence | null => (text === undefined ? null : both(text));
  return {
    command,
    label: both(label),
    sub: maybe(more.sub),
    hint: maybe(more.hint),
    blocked: maybe(more.blocked),
  };
}

export function turn(who: string, since: string, times: number, channel: Channel | null): TurnLine {
  return { no: 40, who, since: clock(since), kind: 'speech', times, channel, limitAt: null };
}

export function hand(
  who: string,
  raised: string,
  channel: Channel,
  times: number,
  more: Partial<QueueLine> = {},
): QueueLine {
  return {
    who,
    kind: 'speak',
    raisedAt: clock(raised),
    enteredAt: clock(raised),
    source: channel === 'online' ? 'self' : 'desk',
    channel,
    times,
    lost: false,
    tie: null,
    why: both(`受付 ${raised}`),
    ...more,
  };
}

export function voteAt(more: Partial<VoteLine> = {}): VoteLine {
  return {
    id: 'i3#1',
    item: 'i3',
    round: 1,
    method: 'showOfHands',
    question: null,
    motion: null,
    status: 'closed',
    openedAt: clock('15:17:30'),
    steps: [
      { step: 'call', choice: 'yes', at: clock('15:17:41') },
      { step: 'call', choice: 'no', at: clock('15:18:06') },
      { step: 'call', choice: 'abstain', at: clock('15:18:20') },
      { step: 'close', at: clock('15:18:29') },
      { step: 'report', at: null },
      { step: 'declare', at: null },
    ],
    at: 4,
    called: null,
    polled: null,
    eligible: 18,
    eligibleByChannel: { inRoom: 16, online: 2 },
    required: 10,
    quorum: { required: 11, present: 19 },
    chairVotes: false,
    counts: { yes: 11, no: 7, abstain: 0, invalid: 0, unaccounted: 0 },
    taken: 18,
    closing: null,
    closedAt: clock('15:18:29'),
    objections: 0,
    tie: false,
    castingVote: null,
    outcome: null,
    declaredAt: null,
    explanation: both(
      '出席19人から会長を除く表決権者は18人、その過半数は10人です。賛成11人は、これに達しています。',
      '18 of the 19 present may vote (all but the chair); a majority is 10. The 11 in favour reach it.',
    ),
    voidReason: null,
    ...more,
  };
}

export function chairView(more: Partial<ChairView> = {}): ChairView {
  const roster = people();
  return {
    version: 412,
    objectors: [],
    meeting: {
      id: 'sample',
      info: {
        title: '令和８年度第２回 情報公開・個人情報保護審議会',
        body: '情報公開・個人情報保護審議会',
        startsAt: '2026-07-13T14:00:00+09:00',
        plannedEnd: '2026-07-13T17:00:00+09:00',
        venue: '本館４階政策会議室、オンライン',
        mode: 'hybrid',
        public: { open: true },
        documents: [],
      },
      status: 'open',
      openedAt: clock('14:00:00'),
      closedAt: null,
      recess: null,
      presiding: 'm1',
      rehearsal: false,
      profile: 'plain',
    },
    people: roster,
    peopleOrder: Object.keys(roster),
    attendance: { seats: 21, present: 19, inRoom: 17, online: 2, absent: 2, left: 0, observers: 3 },
    quorum: {
      required: 11,
      present: 19,
      met: true,
      lostAt: null,
      onLoss: 'blockVote',
      explanation: both(''),
    },
    voters: { eligible: 18, required: 10, chairVotes: false, explanation: both('') },
    agenda: agendaAt(4, '15:20:00'),
    current: 'i4',
    floor: { turn: null, lastMember: null, listOpen: true, queue: [], ties: [] },
    vote: null,
    election: null,
    motions: [],
    notices: [],
    leaves: [],
    permits: null,
    graces: [],
    prompter: null,
    next: null,
    others: [],
    warnings: [],
    written: null,
    writtenStanding: null,
    ...more,
  };
}

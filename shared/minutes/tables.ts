import { permitOf } from '../features/attendance/permits.ts';
import type { OnlinePermit } from '../features/attendance/state.ts';
import { seatOf } from '../meeting/lookup.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { MinutesBlock } from './block.ts';
import { timeOfDay } from './localTime.ts';
import { shownBlocks } from './model.ts';
import { itemNumbers } from './render/numbers.ts';
import { everybody, nameOf } from './render/people.ts';
import type { Profile } from './profile/schema.ts';
import { personEntries } from '../meeting/personMap.ts';

/* Votes, attendance and speaking times as plain tables, for CSV and spreadsheets. */

export type Cell = string | number | null;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Source {
  readonly state: MeetingState;
  readonly blocks: readonly MinutesBlock[];
  readonly profile: Profile;
}

const methodNames = {
  noObjection: '簡易（異議なし）',
  showOfHands: '挙手',
  standing: '起立',
  namedBallot: '記名投票',
  secretBallot: '無記名投票',
  electronic: '電子採決',
} as const;
const outcomeNames = { carried: '可決', rejected: '否決', void: '無効' } as const;
const choiceNames = { yes: '賛成', no: '反対', abstain: '棄権', blank: '白票' } as const;
const presenceNames = { expected: '未着', present: '出席', absent: '欠席', left: '退席' } as const;
const channelNames = { inRoom: '会場', online: 'オンライン' } as const;
const roleNames = {
  chair: '会長',
  deputyChair: '職務代理',
  member: '委員',
  official: '説明員',
  secretariat: '事務局',
  observer: '傍聴者',
} as const;

/** One row for each round of voting. */
export function votesTable(source: Source): Table {
  const rows = source.blocks.flatMap((block) => {
    if (block.type !== 'vote') return [];
    const { counts, castingVote, outcome, declaredAt } = block;
    return [
      [
        ...itemCells(source, block.item),
        block.question,
        block.round,
        methodNames[block.method],
        block.quorum,
        block.present,
        block.eligible,
        block.required,
        counts?.yes ?? null,
        counts?.no ?? null,
        counts?.abstain ?? null,
        counts?.invalid ?? null,
        block.objections,
        castingVote === null ? null : castingVote === 'yes' ? '可' : '否',
        outcome === null ? null : outcomeNames[outcome],
        declaredAt === null ? null : clock(source, declaredAt),
      ],
    ];
  });
  const columns =
    '番号 議題 諮った事項 回 方法 定足数 出席 表決権者 必要数 賛成 反対 棄権 無効 異議 裁決 結果 宣告';
  return { name: '採決', columns: columns.split(' '), rows };
}

/** Who voted how, where the method puts names on ballots (記名投票) and the result was declared; otherwise nothing. */
export function namedVotesTable(source: Source): Table {
  const { votes, order } = source.state.votes;
  const rows = order.flatMap((id) => {
    const vote = votes[id];
    if (vote?.method !== 'namedBallot' || vote.status !== 'declared') return [];
    const at = new Map(source.state.roster.order.map((who, index) => [who, index]));
    return personEntries(vote.ballots)
      .sort(([a], [b]) => (at.get(a) ?? 0) - (at.get(b) ?? 0))
      .map(([who, { choice }]) => [
        ...itemCells(source, vote.item),
        vote.round,
        nameOf(source.state, who),
        choiceNames[choice],
      ]);
  });
  return { name: '記名投票', columns: ['番号', '議題', '回', '氏名', '投票'], rows };
}

/** One row for each person on the roster but observers. */
export function attendanceTable(source: Source): Table {
  const { state, blocks } = source;
  const rows = everybody(state)
    .filter(({ role }) => role !== 'observer')
    .map((person) => {
      const seat = seatOf(state, person.id);
      const comings = blocks.filter((block) => block.type === 'attendance' && block.speaker === person.id);
      const lost = comings.filter(
        (block) => block.type === 'attendance' && block.change === 'connectionLost',
      );
      const back = comings.filter((block) => block.type === 'attendance' && block.change === 'reentry');
      return [
        person.seat ?? null,
        person.name,
        person.kana ?? null,
        roleNames[person.role],
        person.department ?? null,
        person.title ?? null,
        presenceNames[seat.presence],
        seat.channel === null ? null : channelNames[seat.channel],
        seat.checkedInAt === null ? null : clock(source, seat.checkedInAt),
        seat.late ? '遅参' : null,
        seat.leftAt === null ? null : clock(source, seat.leftAt),
        seat.leftReason,
        back.length,
        lost.length,
        seat.link === null ? null : clock(source, seat.link.at),
        seat.link === null ? null : linkName(seat.link),
        permitName(permitOf(state, person.id)),
      ];
    });
  const columns =
    '議席 氏名 かな 役 部署 職 出欠 参加 入室 遅参 退席 理由 再入室 通信途絶 接続確認 映像と音声 オンライン出席';
  return { name: '出欠', columns: columns.split(' '), rows };
}

/** One row for each turn. */
export function turnsTable(source: Source): Table {
  const turns = shownBlocks(source.blocks).filter((block) => block.type === 'turn');
  const rows = turns.flatMap((block, index) => {
    return [
      [
        index + 1,
        ...itemCells(source, block.item),
        nameOf(source.state, block.speaker),
        roleNames[block.role],
        block.explanation === null ? null : '説明',
        clock(source, block.at),
        block.endedAt === null ? null : clock(source, block.endedAt),
        block.endedAt === null ? null : seconds(block.endedAt - block.at),
      ],
    ];
  });
  const columns = '発言 番号 議題 氏名 役 種別 開始 終了 秒';
  return { name: '発言', columns: columns.split(' '), rows };
}

/** Turns and seconds spoken by each person, in the roster's order. */
export function speakingTable(source: Source): Table {
  const spoken = new Map<string, { turns: number; ms: number }>();
  for (const block of shownBlocks(source.blocks)) {
    if (block.type !== 'turn' || block.speaker === null) continue;
    const sum = spoken.get(block.speaker) ?? { turns: 0, ms: 0 };
    sum.turns += 1;
    sum.ms += (block.endedAt ?? block.at) - block.at;
    spoken.set(block.speaker, sum);
  }
  const rows = everybody(source.state).flatMap(({ id, name, role }) => {
    const sum = spoken.get(id);
    return sum === undefined ? [] : [[name, roleNames[role], sum.turns, seconds(sum.ms)]];
  });
  return { name: '発言時間', columns: ['氏名', '役', '回数', '秒'], rows };
}

function linkName({ video, audio }: { readonly video: boolean; readonly audio: boolean }): string {
  if (video && audio) return '映像と音声';
  return audio ? '音声のみ' : video ? '映像のみ' : '届かない';
}

/** How leave to take part online was given: 会長の許可, 委員の同意（異議なし）. */
function permitName({ answer }: OnlinePermit): string | null {
  if (answer === null) return null;
  if (!answer.permitted) return '認めず';
  if (answer.how === 'chair') return '会長の許可';
  return answer.yes === null ? '委員の同意（異議なし）' : `委員の同意（${answer.yes}人）`;
}

function itemCells({ state, profile }: Source, item: string | null): Cell[] {
  if (item === null) return [null, null];
  const numbers = itemNumbers(profile.numbering, state.agenda, 'body');
  return [numbers[item] ?? null, state.agenda.items[item]?.title ?? item];
}

/** 14:03:21 */
function clock({ state }: Source, at: number): string {
  return timeOfDay(at, state.info.startsAt);
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}

import type { MeetingState } from '../meeting/state.ts';
import type { BlockOf, MinutesBlock } from './block.ts';
import { shownBlocks } from './model.ts';
import { nameOf } from './render/people.ts';

/** A block as minutes.json has it: before any profile's wording, with a label and words that anybody can read. */
export type JsonBlock = MinutesBlock & { readonly label: string };

const roles: Readonly<Record<BlockOf<'turn'>['role'], string>> = {
  chair: '会長',
  member: '委員',
  official: '説明員',
  secretariat: '事務局',
  observer: '傍聴者',
};

const comings: Readonly<Record<BlockOf<'attendance'>['change'], string>> = {
  present: '出席',
  late: '遅参',
  left: '退席',
  reentry: '再入室',
  connectionLost: '通信途絶',
  connectionRestored: '通信回復',
  absent: '欠席',
  recused: '除斥',
  recusalEnded: '除斥終了',
  excluded: '通信途絶により表決から除外',
  channel: '参加方法の変更',
  onlinePermitted: 'オンライン出席の許可',
  onlineConsented: 'オンライン出席への同意',
  onlineDeclined: 'オンライン出席を認めず',
};

const conducts: Readonly<Record<BlockOf<'conduct'>['change'], string>> = {
  opened: '開会',
  recess: '休憩',
  resumed: '再開',
  adjourned: '延会',
  closed: '閉会',
  presided: '議事の進行',
  quorumLost: '定足数を欠く',
  quorumRegained: '定足数に達する',
  dispatched: '資料の送付',
  roundOpened: '期間の開始',
  roundClosed: '期間の終了',
  notified: '結果の通知',
};

const acts = {
  noObjection: '',
  showOfHands: '挙手',
  standing: '起立',
  namedBallot: '投票',
  secretBallot: '投票',
  electronic: '投票',
} as const;
const callers = { yes: '賛成者', no: '反対者', abstain: '棄権者' } as const;

/** The minutes as data, in reading order. Identities are the real ones: this is the record, not the published copy. */
export function minutesToJson(state: MeetingState, blocks: readonly MinutesBlock[]): JsonBlock[] {
  return shownBlocks(blocks).map((block) => ({
    ...block,
    label: labelOf(state, block),
    text: wordsOf(block),
  }));
}

/** A block's words where nobody typed any: what happened, in the plainest terms. */
function wordsOf(block: MinutesBlock): string {
  switch (block.type) {
    case 'stage':
      if (block.text !== '') return block.text;
      if (block.direction === 'noObjection') return '異議なし';
      if (block.direction === 'objection') return '異議あり';
      return block.choice === null ? '' : callers[block.choice] + acts[block.method ?? 'showOfHands'];
    case 'attendance':
      return block.reason === null ? comings[block.change] : `${comings[block.change]}（${block.reason}）`;
    case 'conduct':
      return block.text === '' ? conducts[block.change] : `${conducts[block.change]}（${block.text}）`;
    case 'observers':
      return `傍聴者${block.count}人`;
    default:
      return block.text;
  }
}

function labelOf(state: MeetingState, block: MinutesBlock): string {
  if (block.type === 'turn') return roles[block.role];
  return nameOf(state, block.speaker);
}

import type { Refusal } from '../../meeting/refusal.ts';

export const recordRefusals = {
  unknownItem: (item: string): Refusal => ({
    code: 'record/unknown-item',
    ja: `議題「${item}」はこの会議にありません。`,
    en: `This meeting has no agenda item “${item}”.`,
  }),
  itemNotTaken: (title: string): Refusal => ({
    code: 'record/item-not-started',
    ja: `「${title}」はまだ議事に入っていません。議題を始めてから結論を記録してください。`,
    en: `“${title}” has not been taken up yet. Start the item, then record its conclusion.`,
  }),
  itemJoined: (title: string, into: string): Refusal => ({
    code: 'record/item-joined',
    ja: `「${title}」は「${into}」と一括して審議されました。「${into}」に記録してください。`,
    en: `“${title}” was taken together with “${into}”. Record it there.`,
  }),
  unknownPerson: (who: string): Refusal => ({
    code: 'record/unknown-person',
    ja: `「${who}」は名簿にありません。`,
    en: `“${who}” is not on the roster.`,
  }),
  unknownOpinion: (opinion: string, count: number): Refusal => ({
    code: 'record/unknown-opinion',
    ja: `意見「${opinion}」はありません。この会議の意見は${count}件です（1から${count}）。`,
    en: `There is no opinion “${opinion}”. This meeting has ${count}, numbered from 1.`,
  }),
  unknownPromise: (promise: number, count: number): Refusal => ({
    code: 'record/unknown-promise',
    ja: `宿題${promise}はありません。この会議の宿題は${count}件です。`,
    en: `There is no promise ${promise}. This meeting has ${count}, numbered from 1.`,
  }),
  alreadyFulfilled: (promise: number): Refusal => ({
    code: 'record/already-fulfilled',
    ja: `宿題${promise}はすでに果たされたと記録されています。`,
    en: `Promise ${promise} is already recorded as fulfilled.`,
  }),
  unknownTurn: (turn: number, count: number): Refusal => ({
    code: 'record/unknown-turn',
    ja: `発言${turn}はまだありません。これまでの発言は${count}件です。`,
    en: `There is no turn ${turn} yet. There have been ${count} turns.`,
  }),
  turnChanged: (turn: number): Refusal => ({
    code: 'record/turn-changed',
    ja: `発言${turn}にはすでに文があります。今の文を読み直し、もとにした文（base）を添えて書き直してください。`,
    en: `Turn ${turn} already has words. Read them, then send yours with the words you started from (base).`,
  }),
  tooLong: (turn: number, limit: number): Refusal => ({
    code: 'record/too-long',
    ja: `ほかの人の文と合わせると、発言${turn}は${limit}字を超えます。短くしてください。`,
    en: `Together with what somebody else wrote, turn ${turn} would exceed ${limit} characters. Shorten it.`,
  }),
  notChanged: (turn: number): Refusal => ({
    code: 'record/not-changed',
    ja: `発言${turn}の文は今と同じです。訂正する文を入れてください。`,
    en: `Turn ${turn} already says exactly this. Enter the corrected words.`,
  }),
  alreadyWithdrawn: (turn: number): Refusal => ({
    code: 'record/already-withdrawn',
    ja: `発言${turn}はすでに取り消されています。`,
    en: `Turn ${turn} has already been withdrawn.`,
  }),
  meetingOver: (): Refusal => ({
    code: 'record/meeting-over',
    ja: '会議は閉じられました。発言の取消しは会議の中でしかできません。',
    en: 'The meeting is over. A remark can be withdrawn only while it lasts.',
  }),
  captionsTaken: (file: string, no: number): Refusal => ({
    code: 'record/captions-taken',
    ja: `この字幕は「${file}」としてすでに取り込まれています（取込み${no}）。取り込み直すときは、先にその取込みを取り消してください。`,
    en: `These captions were taken in already, as “${file}” (taking ${no}). To take them in anew, undo that one first.`,
  }),
  unknownCaptions: (captions: number, count: number): Refusal => ({
    code: 'record/unknown-captions',
    ja: `字幕の取込み${captions}はありません。この会議の取込みは${count}件です。`,
    en: `There is no taking of captions ${captions}. This meeting has had ${count}.`,
  }),
  captionsUndone: (captions: number): Refusal => ({
    code: 'record/captions-undone',
    ja: `字幕の取込み${captions}はすでに取り消されています。`,
    en: `Taking ${captions} of captions has already been undone.`,
  }),
  notOpen: (): Refusal => ({
    code: 'record/not-open',
    ja: '会議が開かれている間だけ記録できます。',
    en: 'This can be recorded only while the meeting is open.',
  }),
} as const;

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
  turnJoined: (turn: number): Refusal => ({
    code: 'record/turn-joined',
    ja: `発言${turn}は、前の発言とつながっています。つながった発言で操作してください。`,
    en: `Turn ${turn} has been joined with the one before it. Do this with that one.`,
  }),
  sameSpeaker: (turn: number): Refusal => ({
    code: 'record/same-speaker',
    ja: `発言${turn}は、すでにその人の発言です。ほかの人を選んでください。`,
    en: `Turn ${turn} is already that person’s. Choose somebody else.`,
  }),
  withdrawnTurn: (turn: number): Refusal => ({
    code: 'record/withdrawn',
    ja: `発言${turn}は取り消されています。分けたりつないだりする前に、取消しを元に戻してください。`,
    en: `Turn ${turn} has been withdrawn. Undo the withdrawal before splitting or joining it.`,
  }),
  changedMeanwhile: (turn: number): Refusal => ({
    code: 'record/changed-meanwhile',
    ja: `発言${turn}は、ほかの席で変わりました。今の文を読んで、分ける所をもう一度選んでください。`,
    en: `Turn ${turn} was changed at another desk. Read it and choose again where to split it.`,
  }),
  emptyPart: (turn: number): Refusal => ({
    code: 'record/empty-part',
    ja: `発言${turn}は、両方に言葉が残る所でしか分けられません。言葉の途中にカーソルを置いてください。`,
    en: `Turn ${turn} can be split only where words stand on both sides. Put the caret between them.`,
  }),
  tooManyParts: (turn: number, most: number): Refusal => ({
    code: 'record/too-many-parts',
    ja: `発言${turn}は、これ以上分けられません（${most}まで）。分けた発言のどれかをつないでください。`,
    en: `Turn ${turn} cannot be split further (into ${most} parts at most). Join some of them.`,
  }),
  notNext: (turn: number, other: number): Refusal => ({
    code: 'record/not-next',
    ja: `発言${other}は、発言${turn}のすぐ後の、同じ議題の発言ではありません。続いている発言を選んでください。`,
    en: `Turn ${other} does not follow turn ${turn} at once on the same item. Choose the turn that follows.`,
  }),
  joinWithoutWords: (turn: number): Refusal => ({
    code: 'record/join-without-words',
    ja: `発言${turn}には、まだ言葉がありません。言葉を入れてから、つないでください。`,
    en: `Turn ${turn} has no words yet. Enter them, then join.`,
  }),
  unknownEdit: (edit: number, count: number): Refusal => ({
    code: 'record/unknown-edit',
    ja: `編集${edit}はありません。この会議の編集は${count}件です。`,
    en: `There is no edit ${edit}. This meeting has ${count}.`,
  }),
  alreadyUndone: (edit: number): Refusal => ({
    code: 'record/already-undone',
    ja: `編集${edit}は、すでに元に戻っています。やり直すときは、戻した編集を元に戻してください。`,
    en: `Edit ${edit} has been undone already. To do it again, undo the undoing.`,
  }),
  undoJoined: (turn: number): Refusal => ({
    code: 'record/undo-joined',
    ja: `発言${turn}は、前の発言とつながっています。先に、つないだことを元に戻してください。`,
    en: `Turn ${turn} has been joined with the one before it. Undo the joining first.`,
  }),
  laterFirst: (turn: number): Refusal => ({
    code: 'record/later-first',
    ja: `発言${turn}は、その後に別の編集がされています。後の編集から元に戻してください。`,
    en: `Turn ${turn} was edited in another way since. Undo the later edit first.`,
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

import type { Refusal } from '../../meeting/refusal.ts';

export const leaveRefusals = {
  notYours: (): Refusal => ({
    code: 'record/not-your-turn',
    ja: '取消しと訂正は、その発言をした人が申し出ます。ほかの人の発言については、議事進行の発言で議長に伝えてください。',
    en: 'Whoever spoke asks for a withdrawal or a correction. About somebody else’s words, tell the chair by a point of order.',
  }),
  tooLate: (): Refusal => ({
    code: 'record/leave-too-late',
    ja: '会議が終わったので、取消しと訂正の申出は受け付けません。次の会議で申し出るか、事務局にお伝えください。',
    en: 'The meeting is over, and no withdrawal or correction is asked for any more. Ask in the next meeting, or tell the secretariat.',
  }),
  asked: (): Refusal => ({
    code: 'record/leave-asked',
    ja: 'この発言については、すでに申し出ています。議長の答えをお待ちください。直すときは、先に取り下げてください。',
    en: 'You have asked about this turn already. Wait for the chair’s answer, or take it back first.',
  }),
  noWords: (): Refusal => ({
    code: 'record/no-words-yet',
    ja: 'この発言の言葉は、まだ会議録に入っていません。入ってから訂正を申し出てください。',
    en: 'The words of this turn are not in the minutes yet. Ask for the correction when they are.',
  }),
  empty: (): Refusal => ({
    code: 'record/empty-correction',
    ja: '正しい言葉を入れてください。言葉をなくすときは、取消しを申し出てください。',
    en: 'Enter the right words. To have the words taken out, ask for their withdrawal.',
  }),
  unknown: (request: number): Refusal => ({
    code: 'record/unknown-request',
    ja: `申出${request}はありません。`,
    en: `There is no request ${request}.`,
  }),
  answered: (): Refusal => ({
    code: 'record/leave-answered',
    ja: 'この申出には、すでに答えているか、取り下げられています。',
    en: 'This request was answered or taken back already.',
  }),
  bodyIsGone: (): Refusal => ({
    code: 'record/body-not-sitting',
    ja: '会議の許可が必要ですが、会議は終わっています。次の会議で諮ってください。',
    en: 'It takes the body’s leave, and the meeting is over. Ask the body in the next meeting.',
  }),
} as const;

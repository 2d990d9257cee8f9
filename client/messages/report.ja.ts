import { reportWords } from '../../shared/minutes/report/words.ts';

/** Words of the page after the meeting; those of its pictures are the same as in the file that is taken home. */
export const ja = {
  ...reportWords,
  after: '会議のあと',
  during: '会議の経過',
  takeHome: '書き出す',
  picturesAs: (p: { form: string }) => `図と表 ${p.form}`,
  tablesAs: (p: { form: string }) => `表 ${p.form}`,
  openMinutes: '会議録を開く',
  span: (p: { span: string; planned: string | null }) =>
    p.planned === null ? p.span : `${p.span}（予定${p.planned}）`,
  attended: (p: { seats: number }) => `／${p.seats}人`,
  channels: (p: { inRoom: number; online: number }) =>
    p.online === 0 ? `会場${p.inRoom}` : `会場${p.inRoom}、オンライン${p.online}`,
  decided: '議決',
  pieces: '件',
  allCarried: 'すべて可決',
  rejected: (p: { n: number }) => `うち否決 ${p.n}件`,
  noneDecided: '議決はありません',
  replied: '返信',
  questionsAndAnswers: (p: { questions: number; answers: number }) =>
    `質疑 ${p.questions}件、回答 ${p.answers}件`,
  notOpened: 'まだ始まっていません。開会すると、ここに経過が図になります。',
  nobodySpoke: 'まだ、だれも発言していません。',
  noItems: '議題がありません。',
  behindSpoke: '表で見る：話した人',
  behindTurns: '表で見る：発言の時刻',
  behindPresence: '表で見る：出席と定足数',
  behindShares: '表で見る：発言時間',
  plannedEnd: (p: { time: string }) => `破線は予定の終了 ${p.time}`,
  lines: '縦の線は採決',
  picture: '時刻にそった図',
  running: '進行中',
};

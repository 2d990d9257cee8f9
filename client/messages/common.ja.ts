/** Words that every screen uses. */
export const ja = {
  product: '挙手',
  loading: '読み込んでいます…',
  skipToMain: '本文へ移動',
  back: '戻る',
  cancel: 'やめる',
  close: '閉じる',
  confirm: '確かめる',
  dialog: '確認',
  language: '言語',
  otherLanguage: 'English',
  optional: '任意',
  required: '必須',

  connecting: '接続しています',
  connected: '接続中',
  reconnecting: '再接続中',
  storeWaits: '記録の書き込みを待っています',
  reconnectingLong: '再接続しています…',
  kept: '操作は保存されています。',
  waitHere: 'このまま、お待ちください。',
  refusedLink: '接続できません',
  frozen: '記録を確認中',

  limitLeft: (p: { time: string }) => `発言の時間はあと ${p.time}`,
  limitOver: (p: { time: string }) => `発言の時間を ${p.time} 過ぎています`,
  publicMeeting: '公開',
  closedMeeting: '非公開',
  rehearsal: 'リハーサル',

  inRoom: '会場',
  identityCheck: '本人確認',
  online: 'オンライン',
  absent: '欠席',

  yes: '賛成',
  no: '反対',
  abstain: '棄権',
  invalid: '無効',
  unaccounted: '未確認',

  speaking: '発言中',
  explaining: '説明中',
  san: 'さん',
  personSan: (p: { name: string }) => `${p.name}さん`,
  firstTime: '初めて',
  nthTime: (p: { n: number }) => `${p.n}回目`,
  people: (p: { n: number }) => `${p.n}人`,
  ofPeople: (p: { n: number }) => `／${p.n}人`,

  present: '出席',
  quorum: '定足数',
  eligibleVoters: '表決権者',
  needed: '必要',
  quorumBar: (p: { seats: number; present: number; lost: number; quorum: number }) =>
    `定数${p.seats}人、出席${p.present}人${p.lost > 0 ? `、うち接続が切れた人${p.lost}人` : ''}、定足数${p.quorum}人`,
  tallyBar: (p: {
    eligible: number;
    yes: number;
    no: number;
    abstain: number;
    open: number;
    needed: number;
  }) =>
    `表決権者${p.eligible}人のうち賛成${p.yes}人、反対${p.no}人、棄権${p.abstain}人、未確認${p.open}人、必要${p.needed}人`,

  minutesUsed: (p: { used: string; planned: string }) => `${p.used}／${p.planned}`,
  planned: (p: { span: string }) => `予定${p.span}`,
  overBy: (p: { span: string }) => `${p.span}超過`,
  likelyEnd: '終了見込み',
  plannedEnd: '予定',
  together: (p: { n: number }) => `${p.n}件一括`,
  agenda: '次第',
  minutes: '会議録',
  documents: '資料',
  now: 'いま',

  notFoundTitle: 'このページは、ありません',
  notFoundText: 'アドレスが変わったか、会議が終わったあとに片付けられたのかもしれません。',
  notFoundHelp: '会議に参加する方は、事務局から届いたリンクか、座席札のQRをもう一度開いてください。',
  toHome: '最初のページへ',
  failedTitle: '画面を読み込めませんでした',
  failedText: '通信が途切れたようです。記録は事務局に残っています。',
  endedTitle: 'この画面は、終わりました',
  endedHelp: '会議に参加する方は、事務局から届いたリンクか、座席札のQRをもう一度開いてください。',
  reloadTitle: '画面が新しくなりました',
  partMissing: 'この部分は、まだ届いていません。届きしだい、ここに表示します。',
  frozenTitle: '事務局が記録を確かめています',
  ownPage: '自分の画面を開く',
  opening: '会議を開いています…',
  tryAgain: 'もう一度読み込む',
};

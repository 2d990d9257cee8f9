/** What is deleted of a meeting after its minutes are final, and when. */
export const ja = {
  title: '保存と消去',
  details: '委員・画面・傍聴のリンクと、端末がつながった記録',
  /** Before the minutes are final, on what follows from making them so. */
  willGo: (p: { n: number }) =>
    p.n === 0
      ? '確定するとすぐ、委員・画面・傍聴のリンクと、端末がつながった記録を消します。'
      : `確定の${p.n}日後に、委員・画面・傍聴のリンクと、端末がつながった記録を消します。`,
  willStay: '委員・画面・傍聴のリンクと、端末がつながった記録は、消さずに残します。',
  neverGone: '会議の記録、採決、会議録は消しません。',
  due: (p: { date: string }) => `${p.date}に消します`,
  kept: '消さずに残します',
  gone: (p: { date: string }) => `${p.date}に消しました`,
  record: '会議の記録、採決、会議録',
  recordUntil: (p: { date: string }) => `${p.date}まで保存します`,
  recordForever: '期限なく保存します',
  recordOver: (p: { date: string }) =>
    `保存期間は${p.date}に終わりました。記録をファイルに書き出してから、ここから取り除けます。`,
  remove: '取り除く…',
  removeTitle: '会議の記録を取り除く',
  removeText:
    'この会議を、サーバーから取り除きます。書き出したファイルがあれば、あとで取り込めます。ファイルは、文書管理規程に従って保管するか、廃棄してください。',
  staysInRegister:
    '取り除いたことは、廃棄の記録に残ります（会議名、開催日、記録の件数、ファイルの名前など）。会議の内容は残りません。',
  register: '廃棄の記録',
  registerIs: '保存期間が終わり、このサーバーから取り除いた会議です。内容は残っていません。',
  registerCsv: 'CSVで書き出す',
  registerCount: (p: { n: number }) => `${p.n}件`,
  removedOn: '取り除いた日',
  heldOn: '開催日',
  meeting: '会議',
  recordCount: '記録の件数',
  lastHash: '最後の記録のハッシュ',
  keptAs: '書き出したファイル',
  removedBy: '取り除いた人',
  deskLink: (p: { id: string }) => `事務局（リンク ${p.id}）`,
  takeHome: '１　記録を書き出す',
  showFile: '２　書き出したファイルを選ぶ',
  fileNeeded: '書き出したファイルを選んでください。',
  removeNow: '３　取り除く',
  unreadable: {
    ja: 'ファイルを読めませんでした。もう一度選んでください。',
    en: 'The file could not be read. Choose it again.',
  },
  deleteNow: 'いま消す',
  deleteTitle: 'リンクと接続の記録を消す',
  deleteText:
    '委員と傍聴の方は、リンクから会議録を見られなくなります。新しいリンクも作れません。元に戻せません。',
  homeDue: (p: { date: string }) => `会議録は確定済み。${p.date}にリンクを消します`,
  homeGone: '会議録は確定済み。リンクは消去済み',
  homeKept: '会議録は確定済み',
  homeOver: '会議録は確定済み。保存期間が終わりました',
};

/** Words of 接続確認, the round in which the desk tries out every link. */
export const ja = {
  title: '接続確認',
  text: '開会の前に、オンラインの委員ひとりずつと、映像と音声を確かめます。結果と時刻は記録に残ります。',
  none: 'オンラインで出席を受け付けた人は、まだいません。先に出席を受け付けてください。',
  notYet: '接続確認 まだ',
  at: (p: { time: string }) => `接続確認 ${p.time}`,
  both: '映像と音声',
  audio: '音声のみ',
  nothing: '届かない',
  done: (p: { n: number; of: number }) => `${p.of}人のうち${p.n}人を確認しました`,
  rest: (p: { n: number }) => `残り${p.n}人を「映像と音声」で記録`,
  restOne: '残り1人を「映像と音声」で記録',
  audioCounts: '音声のみでも、出席に数える定めです。',
  audioDoesNot: '音声のみの人は、定足数にも採決にも入らない定めです。',
};

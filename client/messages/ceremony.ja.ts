/** Words of a vote's ceremony and of the ways to vote. */
export const ja = {
  title: '採決',
  steps: '採決の順序',
  callYes: '賛成の方',
  callNo: '反対の方',
  callAbstain: '棄権の方',
  ballots: '投票',
  objections: '異議の確認',
  close: '締切',
  report: '事務局の報告',
  casting: '会長の裁決',
  declare: '宣告',

  noObjection: '簡易採決（異議なし）',
  showOfHands: '挙手',
  standing: '起立',
  namedBallot: '記名投票',
  secretBallot: '無記名投票',
  electronic: '電子採決',

  round: (p: { n: number }) => `${p.n}回目`,
  inProgress: '採決中',
  tie: '可否同数',
  waitingDeclaration: '宣告待ち',
  carried: '可決',
  rejected: '否決',
};

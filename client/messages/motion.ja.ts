/** Words of motions and amendments (動議・修正案) that were moved, on every screen that lists them. */
export const ja = {
  amendmentNo: (p: { n: number }) => `修正案${p.n}`,
  motionNo: (p: { n: number }) => `動議${p.n}`,
  /** Over several amendments. */
  order: '採決の順　原案に遠いものから',
  inOrder: (p: { n: number }) => `${p.n}番目に採決`,
  earlier: (p: { name: string; n: number }) => `${p.name}を先にする（いま${p.n}番目）`,
  later: (p: { name: string; n: number }) => `${p.name}を後にする（いま${p.n}番目）`,
  movedBy: (p: { name: string }) => `${p.name}提出`,
  seconders: '賛成者',
  lacking: (p: { n: number }) => `あと${p.n}人必要`,
  enough: 'そろいました',
  second: '賛成者になる',
  secondSend: '賛成者になることを申し出る',
  seconded: 'あなたは賛成者です',
  withdraw: '取り下げる',
  withdrawSend: 'この提出を取り下げる',
};

/** Words of the list of links that the desk makes. */
export const ja = {
  onlyNow: 'このリンクとQRを見られるのは、いまだけです。渡したあとは、出し直せます。',
  address: 'リンク',
  copy: '写す',
  copied: '写しました',
  base: 'リンクの宛先（参加する人の端末から届く名前）',
  none: 'リンクなし',
  madeAt: (p: { time: string }) => `${p.time} に作成、まだ開かれていません`,
  usedAt: (p: { time: string }) => `${p.time} に開かれました`,
  make: '作る',
  remake: '出し直す',
  revoke: '止める',
  makeFor: (p: { name: string }) => `${p.name}のリンクを作る`,
  roles: { desk: '事務局', person: '参加者', screen: '表示', observer: '傍聴者' },
};

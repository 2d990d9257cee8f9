/** Words of 公開 and 非公開, item by item. */
export const ja = {
  closed: '非公開',
  because: (p: { reason: string }) => `非公開（${p.reason}）`,
  close: '非公開にする',
  open: '公開に戻す',
  closeText:
    'この議題を非公開にします。傍聴の画面は閉じ、配布用の会議録には理由だけを載せます。会で決めた理由を入れてください。',
};

/** Words of the page that a link or a QR opens. */
export const ja = {
  opening: 'リンクを確かめています…',
  failed: 'リンクを開けませんでした',
  noToken: 'リンクの後半が欠けています。届いたリンクの全体を開くか、QRを読み取ってください。',
  tryAgain: 'もう一度試す',
};

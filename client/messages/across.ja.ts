/** Words about what one meeting has to do with another. */
export const ja = {
  onAgreement: '採決で承認されるか、結論を記録すると、前回の会議録に「会議で確認」と記録します。',
  beingRecorded: '会議で確認しました。前回の会議録に記録しています。',
  recorded: (p: { date: string }) =>
    `会議で確認しました。前回の会議録に、${p.date}の確認として記録してあります。`,
  alreadyFinal: (p: { date: string }) =>
    `前回の会議録は${p.date}に確定済みです。会議で確認しても、前回の記録は変わりません。`,
  notHere: '前回の会議は、このサーバーにありません。確認は、この会議の記録にだけ残ります。',
  agreed: '前回の会議録を確認した',
  agreedHint: '外すと、前回の会議録には記録しません。',
  byBody: (p: { session: string; date: string }) => `${p.date} ${p.session}の会議で確認`,
  doneIn: (p: { session: string; text: string }) => `${p.session}で済み：${p.text}`,
};

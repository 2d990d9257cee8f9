/** Words of the list of hands, wherever it is shown. */
export const ja = {
  followUp: '関連',
  pointOfOrder: '議事進行',
  sameMoment: '同時',
  lost: '切断中',
  byNotice: '発言通告',
  byDesk: '事務局が入力',
};

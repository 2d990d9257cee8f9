/** Words of the seat map. */
export const ja = {
  seatMap: '座席表',
  absent: '欠席',
  left: '退席',
  expected: '未着',
  announcedAbsent: '欠席の連絡',
  recused: '除斥',
  lost: '切断',
  unaccounted: '未確認',
  taken: '投票済み',
  waiting: '未投票',
  blank: '白票',
  hand: '挙手',
  speaking: '発言中',
  moveHint: '矢印キーで移動できます',
};

/** Words of the counting table. */
export const ja = {
  sum: '計',
  total: '合計',
};

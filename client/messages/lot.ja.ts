/** Words of a lot (くじ) that decides between level votes. */
export const ja = {
  witnesses: '立会人',
  fellOn: (p: { name: string }) => `くじは ${p.name}`,
};

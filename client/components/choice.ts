/** 賛成・反対・棄権: the choices that have a shape, a word and a colour of their own. */
export type VoteChoice = 'yes' | 'no' | 'abstain';

export const voteChoices: readonly VoteChoice[] = ['yes', 'no', 'abstain'];

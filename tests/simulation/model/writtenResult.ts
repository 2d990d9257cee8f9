/** A decision that came in, with everything that came before and after it. */
export interface Reply {
  readonly item: string;
  readonly who: string;
  readonly choice: 'yes' | 'no' | 'abstain';
  readonly opinion: string | null;
  readonly at: number;
  /** The round of decisions that ran when it came; null: none. */
  readonly round: number | null;
  late: boolean;
}

/** The result of an item, in the words of the log. */
export interface ModelResult {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly noReply: number;
  readonly base: number;
  readonly required: number;
  readonly quorum: { readonly required: number; readonly present: number };
  readonly outcome: string;
}

export interface ModelQuestionPut {
  /** Of those who are asked, as far as they replied in time. */
  readonly choices: readonly Reply['choice'][];
  readonly seats: number;
  /** How many are asked: all but those excluded. */
  readonly asked: number;
  /** A special majority; null: more than half. */
  readonly share: { readonly n: number; readonly d: number } | null;
  readonly base: 'allSeats' | 'respondents';
}

/** 賛成＋反対＋棄権＋未回答 = 委員. The quorum of these meetings is more than half of the seats, exclusions exempt. */
export function resultIn({ choices, seats, asked, share, base: of }: ModelQuestionPut): ModelResult {
  const count = (choice: Reply['choice']) => choices.filter((one) => one === choice).length;
  const yes = count('yes');
  const base = of === 'allSeats' ? asked : choices.length;
  let required = 1;
  const carries = (agree: number) =>
    share === null ? agree * 2 > base : agree > 0 && agree * share.d >= base * share.n;
  while (!carries(required)) required += 1;
  let quorum = 1;
  while (quorum * 2 <= seats) quorum += 1;
  const excluded = seats - asked;
  const met = choices.length + excluded >= quorum;
  return {
    yes,
    no: count('no'),
    abstain: count('abstain'),
    noReply: asked - choices.length,
    base,
    required,
    quorum: { required: quorum, present: choices.length },
    outcome: !met ? 'noQuorum' : yes >= required ? 'carried' : 'rejected',
  };
}

import type { Sentence } from '../protocol/language.ts';

/** A candidate's id. */
type Candidate = string;

/** One count of an election, and what the rules make of it. */
export interface ElectionCount {
  /** 有効投票: votes for a candidate. */
  readonly valid: number;
  /** The votes that elect at once; null where the most votes do. */
  readonly required: number | null;
  readonly next:
    | { readonly kind: 'elected'; readonly who: Candidate }
    | { readonly kind: 'runoff'; readonly between: readonly [Candidate, Candidate] }
    /** くじ: one lot for the office, or lots until the two places of the run-off are filled. */
    | {
        readonly kind: 'lot';
        readonly among: readonly Candidate[];
        readonly for: 'office' | 'runoffPlace';
        /** Already sure of a place in the run-off. */
        readonly placed: readonly Candidate[];
      };
}

export type CountedMethod = 'majorityRunoff' | 'plurality';

/**
 * What follows from a count. `majorityRunoff` (幸田町): more than half of the valid votes elects; otherwise the first
 * two go into a run-off, drawn by lot where more than two could be them; in the run-off (`runoff`) the most votes
 * elect. `plurality` (錦町): the most votes elect. Level votes for an office are decided by lot. Null without any
 * valid vote.
 */
export function countElection(
  method: CountedMethod,
  counts: Readonly<Record<Candidate, number>>,
  runoff: boolean,
): ElectionCount | null {
  const ranked = Object.entries(counts)
    .filter(([, votes]) => votes > 0)
    .sort(([a, votesA], [b, votesB]) => votesB - votesA || (a < b ? -1 : 1));
  const valid = ranked.reduce((sum, [, votes]) => sum + votes, 0);
  const [first, second] = ranked;
  if (first === undefined) return null;
  const [who, most] = first;
  const at = (votes: number | undefined) => ranked.flatMap(([id, n]) => (n === votes ? [id] : []));
  const tied = at(most);
  if (method === 'plurality' || runoff) {
    const next: ElectionCount['next'] =
      tied.length === 1 ? { kind: 'elected', who } : { kind: 'lot', among: tied, for: 'office', placed: [] };
    return { valid, required: null, next };
  }
  const required = Math.floor(valid / 2) + 1;
  if (most >= required || second === undefined) return { valid, required, next: { kind: 'elected', who } };
  const [rival] = second;
  if (tied.length > 2)
    return { valid, required, next: { kind: 'lot', among: tied, for: 'runoffPlace', placed: [] } };
  const runnersUp = at(second[1]);
  if (tied.length === 2 || runnersUp.length === 1)
    return { valid, required, next: { kind: 'runoff', between: [who, rival] } };
  return { valid, required, next: { kind: 'lot', among: runnersUp, for: 'runoffPlace', placed: [who] } };
}

/** Why a count came out as it did, in words that can be read out. `name` gives a candidate's printed name. */
export function countSentence(
  count: ElectionCount,
  votes: (who: Candidate) => number,
  name: (who: Candidate) => string,
): Sentence {
  const { valid, required, next } = count;
  const base =
    required === null
      ? {
          ja: `有効投票は${String(valid)}票で、最も多い人が当選です。`,
          en: `${String(valid)} valid votes; the most elect.`,
        }
      : {
          ja: `有効投票${String(valid)}票の過半数は${String(required)}票です。`,
          en: `A majority of ${String(valid)} valid votes is ${String(required)}.`,
        };
  const list = (who: readonly Candidate[], joint: string) => who.map(name).join(joint);
  switch (next.kind) {
    case 'elected':
      return {
        ja: `${base.ja}${name(next.who)}さんが${String(votes(next.who))}票で、当選です。`,
        en: `${base.en} ${name(next.who)} is elected with ${String(votes(next.who))}.`,
      };
    case 'runoff':
      return {
        ja: `${base.ja}過半数に達した人がいないので、${list(next.between, 'さんと')}さんで決選投票をします。`,
        en: `${base.en} Nobody reached it: a run-off is held between ${list(next.between, ' and ')}.`,
      };
    case 'lot':
      return next.for === 'office'
        ? {
            ja: `${base.ja}${list(next.among, 'さんと')}さんが${String(votes(next.among[0] ?? ''))}票で同数なので、くじで決めます。`,
            en: `${base.en} ${list(next.among, ' and ')} are level at ${String(votes(next.among[0] ?? ''))}: a lot decides.`,
          }
        : {
            ja: `${base.ja}過半数に達した人がなく、${list(next.among, 'さん、')}さんが${String(votes(next.among[0] ?? ''))}票で同数なので、決選投票に残る人をくじで決めます。`,
            en: `${base.en} Nobody reached it, and ${list(next.among, ', ')} are level at ${String(votes(next.among[0] ?? ''))}: a lot decides who goes into the run-off.`,
          };
  }
}

import type { AgendaItem, ItemId } from '../../meeting/agendaItem.ts';
import type { WrittenResult } from '../../features/written/state.ts';
import type { BlockOf } from '../block.ts';
import type { Profile } from '../profile/schema.ts';
import type { ResultKey } from '../profile/sentences.ts';
import { fill } from '../profile/template.ts';
import type { TemplateValues } from '../profile/template.ts';
import { itemNumbers } from './numbers.ts';
import { chosen, nameOf } from './people.ts';
import { blocksOf } from './source.ts';
import type { MinutesSource } from './source.ts';

/** How an item came out: which of the profile's sentences stands for it, and the numbers in it. */
export interface Outcome {
  readonly key: ResultKey;
  readonly values: TemplateValues;
}

/** The last declared vote on the item itself, or the result of its vote in writing. */
function outcomeOf(source: MinutesSource, item: ItemId): Outcome | null {
  const vote = blocksOf(source, item, 'vote').findLast(
    ({ phase, motion }) => phase === 'declared' && motion === null,
  );
  const conditions = blocksOf(source, item, 'conclusion').some((block) => block.conditions.length > 0);
  if (vote !== undefined) return { key: voteKey(vote, conditions), values: voteValues(source, vote) };
  const written = source.state.written.results[item];
  if (written !== undefined)
    return { key: writtenKey(written, conditions), values: writtenValues(source, written) };
  return null;
}

/** What a sentence about an item may name, the outcome included. */
export function itemValues(source: MinutesSource, id: ItemId): TemplateValues {
  const { state, profile } = source;
  const item = state.agenda.items[id];
  const outcome = outcomeOf(source, id);
  const base = {
    number: itemNumbers(profile.numbering, state.agenda, 'body')[id] ?? '',
    title: item?.title ?? '',
    titles:
      item?.joint === undefined || item.joint.length === 0 ? (item?.title ?? '') : item.joint.join('\n'),
    department: item?.department ?? '',
    basis: item?.basis ?? '',
    short: item?.short ?? item?.title ?? '',
    official: item?.official === undefined ? '' : nameOf(state, item.official),
    chair: profile.offices.chair,
    ...outcome?.values,
  };
  const key =
    outcome?.key ?? (item?.kind === 'report' && profile.results.noted !== undefined ? 'noted' : null);
  const named = { ...base, outcome: key === null ? '' : outcomeWord(profile, key, item) };
  return { ...named, result: key === null ? '' : sentence(profile.results, key, item, named) };
}

/** The sentence of a conclusion nobody worded: the profile's conclusion for the outcome, or its result. */
export function conclusionSentence(source: MinutesSource, id: ItemId, values: TemplateValues): string {
  const key = outcomeOf(source, id)?.key ?? 'noted';
  const item = source.state.agenda.items[id];
  return sentence(source.profile.conclusions, key, item, values) || String(values.result ?? '');
}

/** 承認, 可決, 否決 …: the word for an outcome of an item of this kind. */
export function outcomeWord(
  profile: Profile,
  key: ResultKey | 'carried' | 'rejected',
  item?: AgendaItem,
): string {
  const words = failed(key) ? profile.outcomes.rejected : profile.outcomes.carried;
  return key === 'noQuorum' ? '不成立' : chosen(words, item?.kind ?? 'other');
}

/** What a motion or an amendment came to: the same words in every body, whatever it calls the outcome of an item. */
export const motionOutcomes = { carried: '可決', rejected: '否決' } as const;

/** 賛成１６名、反対２名 */
function countsText(
  profile: Profile,
  counts: {
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
    readonly invalid: number;
  } | null,
): string {
  if (counts === null) return '';
  return (['yes', 'no', 'abstain', 'invalid'] as const)
    .filter((choice) => counts[choice] > 0 || profile.counts.zero.includes(choice))
    .map((choice) => fill(profile.counts[choice], { n: counts[choice] }))
    .join(profile.counts.join);
}

export function voteValues({ profile }: MinutesSource, vote: BlockOf<'vote'>): TemplateValues {
  const { counts, eligible, required, present, quorum } = vote;
  return {
    yes: counts?.yes ?? '',
    no: counts?.no ?? '',
    abstain: counts?.abstain ?? '',
    invalid: counts?.invalid ?? '',
    counts: countsText(profile, counts),
    eligible,
    base: eligible,
    required,
    present,
    quorum,
    method: methodNames[vote.method],
    objections: vote.objections,
  };
}

const methodNames: Readonly<Record<BlockOf<'vote'>['method'], string>> = {
  noObjection: '簡易採決',
  showOfHands: '挙手',
  standing: '起立',
  namedBallot: '記名投票',
  secretBallot: '無記名投票',
  electronic: '電子採決',
};

function writtenValues({ profile }: MinutesSource, result: WrittenResult): TemplateValues {
  const { yes, no, abstain, base, required, quorum } = result;
  return {
    yes,
    no,
    abstain,
    invalid: 0,
    counts: countsText(profile, { yes, no, abstain, invalid: 0 }),
    eligible: base,
    base,
    required,
    present: quorum.present,
    quorum: quorum.required,
    method: '書面',
  };
}

function voteKey(vote: BlockOf<'vote'>, conditions: boolean): ResultKey {
  if (vote.outcome !== 'carried') return vote.castingVote === null ? 'rejected' : 'rejectedByCasting';
  if (vote.castingVote !== null) return 'carriedByCasting';
  if (conditions) return 'carriedWithConditions';
  if (vote.counts === null) return vote.objections > 0 ? 'carriedOverObjections' : 'carriedWithoutObjection';
  return vote.counts.yes === vote.eligible ? 'carriedUnanimously' : 'carried';
}

function writtenKey(result: WrittenResult, conditions: boolean): ResultKey {
  if (result.outcome === 'noQuorum') return 'noQuorum';
  if (result.outcome === 'rejected') return 'rejected';
  if (conditions) return 'carriedWithConditions';
  return result.no + result.abstain + result.noReply === 0 ? 'carriedUnanimously' : 'carried';
}

function failed(key: ResultKey): boolean {
  return key === 'rejected' || key === 'rejectedByCasting' || key === 'noQuorum';
}

/** Few objected: a body that has a sentence for nobody objecting must not say it here. */
function overObjections(sentences: Partial<Profile['results']>, key: ResultKey): string | undefined {
  return key === 'carriedOverObjections' && sentences.carriedWithoutObjection !== undefined
    ? '異議は{objections}人で、採決を改める人数に達せず、{outcome}となった。'
    : undefined;
}

/** A special sentence falls back to the general one of the same outcome. */
function sentence(
  sentences: Partial<Profile['results']>,
  key: ResultKey,
  item: AgendaItem | undefined,
  values: TemplateValues,
): string {
  // What nobody counted has no numbers to state.
  const uncounted = key === 'carriedWithConditions' && values.counts === '' && values.yes === '';
  const general = failed(key)
    ? sentences.rejected
    : ((uncounted ? sentences.carriedWithoutObjection : undefined) ?? sentences.carried);
  const choice = sentences[key] ?? overObjections(sentences, key) ?? (key === 'noted' ? undefined : general);
  return choice === undefined ? '' : fill(chosen(choice, item?.kind ?? 'other'), values);
}

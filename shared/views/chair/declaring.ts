import { methods } from '../../features/votes/methods/registry.ts';
import { quorumFailed } from '../../features/votes/outcome.ts';
import { itemOf } from '../../meeting/lookup.ts';
import { motionOutcomes, outcomeWord } from '../../minutes/render/outcome.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { ActionLine } from '../types/actionLine.ts';
import type { PrompterLine } from '../types/prompterLine.ts';
import { itemNamed } from './names.ts';
import { action, read, say } from './step.ts';
import type { ChairStep } from './step.ts';
import type { OnTable } from './votes.ts';

/** 裁決: two equal buttons and no default, so that neither is pressed for being the next thing. */
export function castingVote(table: OnTable): ChairStep {
  const { yes, no } = table.summary.counts ?? { yes: 0, no: 0 };
  return {
    prompter: read(table.ambient, 'casting', { yes, no, blank: '{blank}' }),
    next: null,
    others: [cast('yes', table), cast('no', table)],
  };
}

/** 宣告: the chair's own words, on numbers that account for everybody. */
export function declaration(table: OnTable): ChairStep {
  const { vote, summary, ambient } = table;
  const objectionsOnly = methods[vote.method].device === 'objection';
  const { unaccounted } = summary;
  const outcome = objectionsOnly ? 'carried' : summary.outcome;
  const word = outcome === null ? null : outcomeOf(outcome, table);
  const button = action(
    { do: 'declareResult', item: vote.item },
    word === null
      ? say('宣告する', 'Declare the result')
      : say(`${word.ja}と宣告する`, `Declare it ${word.en}`),
  );
  if (!objectionsOnly && unaccounted > 0)
    return {
      prompter: read(ambient, 'resolve', { missing: unaccounted }),
      next: {
        ...button,
        label: say('宣告する', 'Declare the result'),
        blocked: say(
          `${unaccounted}人が未確認です。事務局が退席や棄権を記録すると、宣告できます。`,
          `${unaccounted} are unaccounted for. Once the desk has recorded what became of them, the result can be declared.`,
        ),
      },
      others: [],
    };
  const failed = quorumFailed(vote);
  return {
    prompter: outcome === null ? null : words(outcome, table),
    next: { ...button, blocked: failed === null ? null : say(failed.ja, failed.en) },
    // The casting vote may be set again until the declaration.
    others: vote.castingVote === null ? [] : [cast(vote.castingVote.choice === 'yes' ? 'no' : 'yes', table)],
  };
}

function words(outcome: 'carried' | 'rejected', table: OnTable): PrompterLine {
  const { vote, summary, ambient } = table;
  const { number, title } = decided(table);
  const word = outcomeOf(outcome, table).ja;
  const { counts, eligible, required } = summary;
  const objections = vote.objections.length;
  if (counts === null && objections > 0)
    return read(ambient, 'declareOverObjections', {
      number,
      title,
      objections,
      enough: vote.rules.vote.objection,
      outcome: word,
    });
  if (counts === null) return read(ambient, 'declareNoObjection', { number, title, outcome: word });
  const { yes, no, abstain } = counts;
  if (vote.castingVote !== null)
    return read(ambient, 'declareByCasting', {
      number,
      title,
      yes,
      no,
      choice: vote.castingVote.choice === 'yes' ? '可' : '否',
      outcome: word,
    });
  return read(ambient, outcome === 'carried' ? 'declareCarried' : 'declareRejected', {
    number,
    title,
    yes,
    no,
    abstain,
    eligible,
    required,
    outcome: word,
  });
}

/** What is decided, as the declaration names it: the item, or the amendment or motion by its words. */
function decided({ state, vote, ambient }: OnTable): { readonly number: string; readonly title: string } {
  const motion = state.votes.motions.find(({ no }) => no === vote.motion);
  if (motion === undefined) return itemNamed(state, vote.item, ambient);
  return { number: '', title: `${motion.kind === 'amendment' ? '修正案' : '動議'}「${motion.text}」` };
}

function cast(choice: 'yes' | 'no', table: OnTable): ActionLine {
  return action(
    { do: 'castingVote', item: table.vote.item, choice },
    choice === 'yes' ? say('可とする', 'Decide it: yes') : say('否とする', 'Decide it: no'),
    { sub: outcomeOf(choice === 'yes' ? 'carried' : 'rejected', table) },
  );
}

/** 承認, 可決 …, as the body calls it for this kind of item. */
function outcomeOf(outcome: 'carried' | 'rejected', { state, vote, ambient }: OnTable): Sentence {
  if (vote.motion !== null) return { ja: motionOutcomes[outcome], en: outcome };
  const word = outcomeWord(ambient.profile, outcome, itemOf(state, vote.item));
  return { ja: word, en: outcome };
}

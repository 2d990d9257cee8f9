import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MinutesBlock } from '../block.ts';
import type { DocumentNode } from '../document.ts';
import type { Part, PartOf } from '../profile/parts.ts';
import { fill } from '../profile/template.ts';
import type { TemplateValues } from '../profile/template.ts';
import { grouped } from './grouped.ts';
import { writtenLabel } from './labels.ts';
import { depthOf } from './numbers.ts';
import { conclusionSentence, itemValues, motionOutcomes, outcomeWord, voteValues } from './outcome.ts';
import { nameOf, personValues } from './people.ts';
import { blocksOf, isHidden } from './source.ts';
import type { MinutesSource } from './source.ts';
import { turnNodes } from './turns.ts';

/**
 * What one part prints for an item. `blocks` are those of this stretch of the log, for the parts that follow it;
 * the others look at everything that was recorded about the item.
 */
export function partNodes(
  source: MinutesSource,
  part: Part,
  item: ItemId | null,
  blocks: readonly MinutesBlock[],
): DocumentNode[] {
  const values = item === null ? {} : itemValues(source, item);
  const nodes = contents(source, part, item, blocks, values);
  if (part.part === 'heading' || part.part === 'text') return nodes;
  if (nodes.length === 0 && !part.always) return [];
  return [
    ...(part.before === undefined ? [] : lines(fill(part.before, values))),
    ...nodes,
    ...(part.after === undefined ? [] : lines(fill(part.after, values))),
  ];
}

/** The parts that the profile prints for an item of this kind. */
export function partsFor({ state, profile }: MinutesSource, item: ItemId): readonly Part[] {
  const kind = state.agenda.items[item]?.kind ?? 'other';
  return profile.body.items[kind] ?? profile.body.items.default;
}

function contents(
  source: MinutesSource,
  part: Part,
  item: ItemId | null,
  blocks: readonly MinutesBlock[],
  values: TemplateValues,
): DocumentNode[] {
  const { state, profile } = source;
  switch (part.part) {
    case 'turns':
      return [...turnNodes(source, part, blocks), ...declaredUnheard(source, part, item, blocks, values)];
    case 'notes':
      return blocks.flatMap((block) =>
        block.type === 'note' && !isHidden(source, block)
          ? lines(fill(part.as, { text: block.text }), block.id)
          : [],
      );
    case 'text':
      return lines(fill(part.as, values));
    default:
  }
  if (item === null) return [];
  switch (part.part) {
    case 'heading': {
      const level = depthOf(state.agenda.items, item);
      const { headings } = profile.body;
      const text = fill(headings[Math.min(level, headings.length) - 1] ?? '', values);
      return text.trim() === ''
        ? []
        : [{ kind: 'heading', level, lines: text.trim().split('\n'), item, block: null }];
    }
    case 'result':
      if (values.result !== '') return lines(fill(part.as, values));
      return part.otherwise === undefined ? [] : lines(fill(part.otherwise, values));
    case 'votes':
      return votes(source, part, item, values);
    case 'conclusion':
      return conclusion(source, part, item, values);
    case 'elections':
      return blocksOf(source, item, 'election').flatMap((block) => {
        if (block.elected === null) return [];
        const { name, surname } = personValues(state, profile, block.elected);
        const votes = block.rounds.at(-1)?.counts[block.elected] ?? '';
        const as = block.method === 'appointed' ? part.appointed : part.elected;
        return lines(fill(as, { name, surname, office: profile.offices[block.office], votes }), block.id);
      });
    case 'opinions':
      return blocksOf(source, item, 'opinion')
        .filter(({ carried }) => carried === null)
        .flatMap(({ id, text, speaker, response }, index) =>
          lines(
            fill(part.as, {
              no: index + 1,
              text,
              name: nameOf(state, speaker),
              answer: response?.text ?? '',
            }),
            id,
          ),
        );
    case 'promises':
      return blocksOf(source, item, 'promise').flatMap(
        ({ id, text, speaker, due, carried, fulfilled }, index) => {
          const { name, title, department } = personValues(state, profile, speaker);
          const values = { no: index + 1, text, title, department, due: day(due) };
          const done = fulfilled?.text ?? '';
          const origin = carried?.origin ?? '';
          return lines(fill(part.as, { ...values, name: carried?.name ?? name, origin, done }), id);
        },
      );
    case 'motions':
      return motions(source, part, item);
    case 'questions':
      return questions(source, item);
    case 'carriedOver':
      return carriedOver(source, part, item);
  }
}

/** A day by when: what ends with まで already has no second one in a form's sentence. */
function day(due: string | null): string {
  return due?.replace(/までに?$/u, '') ?? '';
}

/**
 * The result where nobody may read how it was declared: a form that has it in the chair's words alone has a line of its
 * own instead, for what came of a closed item is published.
 */
function declaredUnheard(
  source: MinutesSource,
  part: PartOf<'turns'>,
  item: ItemId | null,
  blocks: readonly MinutesBlock[],
  values: TemplateValues,
): DocumentNode[] {
  if (item === null || part.which === 'explanations' || source.profile.spoken.declaration === null) return [];
  if (partsFor(source, item).some((one) => one.part === 'result')) return [];
  const unheard = new Set(
    blocks.flatMap((block) => (block.type === 'turn' && isHidden(source, block) ? [block.turn] : [])),
  );
  const last = blocksOf(source, item, 'vote').findLast(
    ({ phase, motion }) => phase === 'declared' && motion === null,
  );
  const turn = source.shownIn(last?.declareTurn ?? null);
  if (last === undefined || turn === null || !unheard.has(turn)) return [];
  return lines(String(values.result ?? ''), last.id);
}

function votes(
  source: MinutesSource,
  part: PartOf<'votes'>,
  item: ItemId,
  values: TemplateValues,
): DocumentNode[] {
  return blocksOf(source, item, 'vote').flatMap((vote) => {
    if (vote.phase !== 'declared' && vote.phase !== 'void') return [];
    const { outcome, castingVote, counts, eligible, round, question, voidReason } = vote;
    const motion = vote.motion === null ? undefined : source.state.votes.motions[vote.motion - 1];
    const agendaItem = source.state.agenda.items[item];
    return lines(
      fill(part.as, {
        ...values,
        ...voteValues(source, vote),
        round,
        question: motion?.text ?? question ?? '',
        outcome:
          outcome === 'carried' || outcome === 'rejected'
            ? motion === undefined
              ? outcomeWord(source.profile, outcome, agendaItem)
              : motionOutcomes[outcome]
            : '',
        unanimous: counts !== null && counts.yes === eligible ? '全員賛成' : '',
        casting: castingVote === null ? '' : castingVote === 'yes' ? '可' : '否',
        void: voidReason ?? '',
      }),
      vote.id,
    );
  });
}

function conclusion(
  source: MinutesSource,
  part: PartOf<'conclusion'>,
  item: ItemId,
  values: TemplateValues,
): DocumentNode[] {
  const block = blocksOf(source, item, 'conclusion').at(-1);
  if (block === undefined) return [];
  const { conditions } = source.profile;
  const joined = block.conditions.join(conditions.join);
  const text = fill(part.as, {
    ...values,
    conclusion: block.text === '' ? conclusionSentence(source, item, values) : block.text,
    conditions: joined === '' ? '' : fill(conditions.as, { conditions: joined }),
  });
  return lines(text, block.id);
}

function motions(source: MinutesSource, part: PartOf<'motions'>, item: ItemId): DocumentNode[] {
  return blocksOf(source, item, 'motion').flatMap((block, index) => {
    const status = source.state.votes.motions[block.motion - 1]?.status;
    const fate = { moved: '', put: '', withdrawn: '撤回', ...motionOutcomes };
    return lines(
      fill(part.as, {
        no: index + 1,
        text: block.text,
        name: nameOf(source.state, block.speaker),
        kind: block.kind === 'amendment' ? '修正案' : '動議',
        seconders: block.seconders.length === 0 ? '' : block.seconders.length,
        fate: status === undefined ? '' : fate[status],
      }),
      block.id,
    );
  });
}

/** Each question with its answers, in the order they were asked. */
function questions(source: MinutesSource, item: ItemId): DocumentNode[] {
  const answers = grouped(blocksOf(source, item, 'answer'), ({ question }) => [question]);
  return blocksOf(source, item, 'question').flatMap((question) =>
    [question, ...(answers.get(question.question) ?? [])].map((block) => writtenTurn(source, block)),
  );
}

function writtenTurn(
  source: MinutesSource,
  block: Extract<MinutesBlock, { type: 'question' | 'answer' }>,
): DocumentNode {
  const { labels } = source.profile;
  return {
    kind: 'turn',
    block: block.id,
    label: writtenLabel(source, block.speaker),
    ownLine: labels.ownLine,
    gap: labels.gap,
    stageGap: labels.stageGap,
    indent: labels.indent,
    paragraphs: block.text
      .split(/\r?\n/u)
      .filter((line) => line.trim() !== '')
      .map((text) => ({ kind: 'words', text: text.trim(), block: null })),
  };
}

/** Opinions of an earlier meeting, a group for each matter: the opinions, then the department's answers. */
function carriedOver(source: MinutesSource, part: PartOf<'carriedOver'>, item: ItemId): DocumentNode[] {
  const carried = blocksOf(source, item, 'opinion').flatMap((block) =>
    block.carried === null ? [] : [{ ...block, carried: block.carried }],
  );
  const groups = grouped(carried, (block) => [`${block.carried.origin}\n${block.carried.item}`]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { origin, item: matter, department } = first.carried;
    const about = { origin, item: matter, department };
    const answered = group.filter(({ response }) => response !== null);
    return [
      ...lines(fill(part.title, about)),
      ...lines(fill(part.opinions, about)),
      ...group.flatMap(({ text, carried: { no } }) => lines(fill(part.opinion, { no, text }))),
      ...(answered.length === 0 ? [] : lines(fill(part.answers, about))),
      ...answered.flatMap(({ response, carried: { no } }) =>
        lines(fill(part.answer, { no, text: response?.text ?? '' })),
      ),
    ];
  });
}

/** Sentences of the profile's, a line each; `block`: what they were made from. */
function lines(text: string, block: string | null = null): DocumentNode[] {
  return text === ''
    ? []
    : text.split('\n').map((line) => ({ kind: 'line', text: line, role: 'sentence', align: 'left', block }));
}

import type { BlockOf, MinutesBlock } from '../block.ts';
import type { DocumentNode, Paragraph, TurnNode } from '../document.ts';
import type { PartOf } from '../profile/parts.ts';
import { fill } from '../profile/template.ts';
import { grouped } from './grouped.ts';
import { eventLine } from './events.ts';
import { turnLabel } from './labels.ts';
import { itemValues, voteValues } from './outcome.ts';
import { stageText } from './stages.ts';
import { closedBecause } from '../../meeting/publicity.ts';
import { isHidden } from './source.ts';
import type { MinutesSource } from './source.ts';
import { maskedWords, recordNotes } from './withdrawn.ts';

type Turn = BlockOf<'turn'>;
type Stage = BlockOf<'stage'>;

/** Turns with their stage directions, and what came between them, as they followed one another. */
export function turnNodes(
  source: MinutesSource,
  part: PartOf<'turns'>,
  blocks: readonly MinutesBlock[],
): DocumentNode[] {
  const nodes: DocumentNode[] = [];
  const stages = grouped(
    blocks.filter((block) => block.type === 'stage'),
    ({ turn }) => [source.shownIn(turn)],
  );
  const families = grouped(
    blocks.filter((block) => block.type === 'turn'),
    ({ partOf, turn }) => [partOf ?? turn],
  );
  const directionsOf = (turn: Turn): Directions => {
    const family = families.get(turn.partOf ?? turn.turn) ?? [turn];
    return {
      own: stages.get(turn.turn) ?? [],
      family: family.flatMap((one) => stages.get(one.turn) ?? []),
      typedElsewhere: new Set(family.flatMap((one) => (one === turn ? [] : typedLines(one.text).map(plain)))),
    };
  };
  const printed = new Set<Turn['turn']>();
  const isPrinted = ({ turn }: Stage) => {
    const shown = source.shownIn(turn);
    return shown !== null && printed.has(shown);
  };
  let toldClosed = false;
  for (const block of blocks) {
    if (isHidden(source, block)) {
      if (!toldClosed && part.which !== 'explanations') nodes.push(closedLine(source, block));
      toldClosed = true;
    } else if (block.type === 'turn') {
      if (!belongs(block, part) || isSilent(source, block, part, stages.get(block.turn) ?? [])) continue;
      printed.add(block.turn);
      const node = turnNode(source, block, directionsOf(block));
      if (part.labels) nodes.push(node);
      else if (node.paragraphs.length > 0) nodes.push({ ...node, label: '', ownLine: false });
    } else if (block.type === 'stage') {
      if (part.which === 'explanations' || isPrinted(block)) continue;
      const text = stageText(source, block);
      if (text !== null) nodes.push({ kind: 'line', text, role: 'stage', align: 'left', block: block.id });
    } else if (part.which === 'all') {
      const text = eventLine(source, block);
      if (text !== null) nodes.push({ kind: 'line', text, role: 'event', align: 'left', block: block.id });
    }
  }
  return nodes;
}

/** What stands for everything that was said while the item was closed to the public. */
function closedLine({ state, profile }: MinutesSource, { item, id }: MinutesBlock): DocumentNode {
  const reason = closedBecause(state, item) ?? '';
  return {
    kind: 'line',
    text: fill(profile.stages.closed, { reason }),
    role: 'stage',
    align: 'left',
    block: id,
  };
}

function belongs(turn: Turn, part: PartOf<'turns'>): boolean {
  return part.which === 'all' || (turn.explanation !== null) === (part.which === 'explanations');
}

/** A turn that says nothing of its own: nobody typed its words, nothing stands in it. */
function isSilent(
  source: MinutesSource,
  turn: Turn,
  part: PartOf<'turns'>,
  stages: readonly Stage[],
): boolean {
  if (!part.silent.includes(turn.role) || turn.text !== '' || turn.explanation !== null) return false;
  return stages.every((stage) => stageText(source, stage) === null);
}

/** The stage directions of a turn, and of the turns that it was one with before it was split. */
interface Directions {
  readonly own: readonly Stage[];
  readonly family: readonly Stage[];
  /** What somebody typed as a line of another part. */
  readonly typedElsewhere: ReadonlySet<string>;
}

function turnNode(source: MinutesSource, turn: Turn, stages: Directions): TurnNode {
  const { labels } = source.profile;
  return {
    kind: 'turn',
    block: turn.id,
    label: turnLabel(source, turn),
    ownLine: labels.ownLine,
    gap: labels.gap,
    stageGap: labels.stageGap,
    indent: labels.indent,
    paragraphs: paragraphs(source, turn, stages),
  };
}

function paragraphs(
  source: MinutesSource,
  turn: Turn,
  { own: ownStages, family, typedElsewhere }: Directions,
): TurnNode['paragraphs'] {
  const { state, profile } = source;
  const explained =
    turn.explanation === null
      ? ''
      : fill(profile.stages.explanation ?? '', { document: turn.explanation.document ?? '' }) +
        (turn.explanation.ms === null
          ? ''
          : fill(profile.stages.explanationLength ?? '', { minutes: minutesOf(turn.explanation.ms) }));
  const printedStages = (stages: readonly Stage[]) =>
    stages.flatMap((stage) => {
      const text = stageText(source, stage);
      return text === null ? [] : [{ seq: stage.seq, text, block: stage.id }];
    });
  const directions = printedStages(ownStages);
  const result: Paragraph[] = [];
  const own = (kind: Paragraph['kind'], text: string) => result.push({ kind, text, block: null });
  const typed = maskedWords(source, turn);
  if (typed === '') {
    if (explained !== '') own('stage', explained);
    const said = spokenFor(source, turn);
    // A declaration follows what was called before it in the same turn (「異議なし」, then the chair's words).
    const direct = (when: (seq: number) => boolean) => {
      for (const { seq, text, block } of directions)
        if (when(seq)) result.push({ kind: 'stage', text, block });
    };
    direct((seq) => seq <= said.seq);
    if (said.text !== '') own('words', said.text);
    direct((seq) => seq > said.seq);
  } else {
    // Whoever typed a stage direction as a line of its own has put it in its place.
    const known = printedStages(family);
    const lines = typedLines(typed);
    if (explained !== '' && !lines.some((line) => plain(line) === plain(explained))) own('stage', explained);
    for (const line of lines) {
      const at = known.findIndex(({ text }) => plain(text) === plain(line));
      const [found] = at >= 0 ? known.splice(at, 1) : [];
      const isStage =
        found !== undefined || isBracketed(line) || (explained !== '' && plain(line) === plain(explained));
      result.push({ kind: isStage ? 'stage' : 'words', text: line.trim(), block: found?.block ?? null });
    }
    for (const direction of directions) {
      if (!known.some(({ block }) => block === direction.block)) continue;
      if (typedElsewhere.has(plain(direction.text))) continue;
      result.push({ kind: 'stage', text: direction.text, block: direction.block });
    }
  }
  const unsaid = typed === '' ? '' : stillToSay(source, turn);
  if (unsaid !== '') own('words', unsaid);
  for (const text of recordNotes(source, state, turn)) own('stage', text);
  return result;
}

/**
 * What captions do not have of what the record states in this turn: a recognizer mishears counts and results, and where
 * a form has them in spoken words alone they would be lost. Words that a person has worked on stand alone.
 */
function stillToSay(source: MinutesSource, turn: Turn): string {
  if (turn.captions === undefined || turn.withdrawn !== null) return '';
  const { text } = spokenFor(source, turn);
  const heard = plain(turn.text);
  const lines = typedLines(text).filter(
    (line) => !factsOf(source, turn, line).every((fact) => says(heard, fact)),
  );
  return lines.join('\n');
}

/** The numbers of a set sentence, and the outcome that it tells. */
function factsOf(source: MinutesSource, turn: Turn, line: string): string[] {
  const outcomes = (source.votesByTurn.get(turn.turn) ?? []).flatMap(({ item }) =>
    item === null ? [] : [String(itemValues(source, item).outcome ?? '')],
  );
  const sentence = plain(line);
  const numbers = sentence.match(/\d+/gu) ?? [];
  return [...numbers, ...outcomes.map(plain).filter((word) => word !== '' && sentence.includes(word))];
}

function says(heard: string, fact: string): boolean {
  if (!/^\d+$/u.test(fact)) return heard.includes(fact);
  return new RegExp(`(?<!\\d)${fact}(?!\\d)`, 'u').test(heard);
}

/** Until somebody types the words: the report of a count, or the declaration of a result, in the profile's words. */
function spokenFor(source: MinutesSource, turn: Turn): { seq: number; text: string } {
  const { spoken } = source.profile;
  const said: { seq: number; text: string }[] = [];
  for (const block of source.votesByTurn.get(turn.turn) ?? []) {
    if (block.item === null) continue;
    if (block.reportTurn === turn.turn && spoken.report !== null)
      said.push({
        seq: turn.seq,
        text: fill(spoken.report, { ...itemValues(source, block.item), ...voteValues(source, block) }),
      });
    if (block.declareTurn === turn.turn && block.declaredSeq !== null && spoken.declaration !== null)
      said.push({
        seq: block.declaredSeq,
        text: fill(spoken.declaration, { ...itemValues(source, block.item), ...voteValues(source, block) }),
      });
  }
  const last = said.at(-1);
  return last === undefined
    ? { seq: Infinity, text: '' }
    : { seq: last.seq, text: said.map(({ text }) => text).join('\n') };
}

function typedLines(text: string): string[] {
  return text.split(/\r?\n/u).filter((line) => line.trim() !== '');
}

/** A line in brackets of its own is a stage direction that somebody typed. */
function isBracketed(line: string): boolean {
  return /^（[^（）]+）$/u.test(line.trim());
}

/** To the minute, and never none. */
function minutesOf(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}

/** The same text, however it is spaced and whatever width its letters have. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

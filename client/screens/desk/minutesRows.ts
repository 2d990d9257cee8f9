import type { MinutesRow } from '../../components/minutesRow.ts';
import { spaced } from '../../messages/spaced.ts';
import { numbered } from '../../reading/numbered.ts';
import { nameOf, type People } from '../../reading/people.ts';
import type { AgendaLine } from '../../../shared/views/types/agendaLine.ts';
import type { BlockOf, MinutesBlock } from '../../../shared/minutes/block.ts';

/** The words that the rows need, from the page's language. */
export interface RowWords {
  readonly roles: Readonly<Record<BlockOf<'turn'>['role'], string>>;
  readonly explained: (p: { minutes: number | null }) => string;
  readonly blank: (p: { length: string }) => string;
  readonly speaking: (p: { length: string }) => string;
  readonly call: Readonly<Record<'yes' | 'no' | 'abstain', string>>;
  readonly noObjection: string;
  readonly objection: string;
  readonly objections: (p: { n: number }) => string;
  readonly vote: (p: { eligible: number; required: number }) => string;
  readonly voided: string;
  readonly result: (p: { yes: number; no: number; abstain: number; outcome: string }) => string;
  readonly outcome: Readonly<Record<'carried' | 'rejected', string>>;
  readonly attendance: Readonly<Record<BlockOf<'attendance'>['change'], (p: { name: string }) => string>>;
  readonly conduct: Readonly<Record<BlockOf<'conduct'>['change'], string>>;
  readonly observers: (p: { n: number }) => string;
  readonly conclusion: string;
  readonly opinion: (p: { n: number }) => string;
  readonly promise: (p: { n: number }) => string;
  readonly motion: (p: { n: number }) => string;
  readonly amendment: (p: { n: number }) => string;
  readonly elected: (p: { name: string }) => string;
  readonly election: string;
  readonly question: (p: { n: number }) => string;
  readonly answer: (p: { n: number }) => string;
  readonly note: string;
  readonly captions: string;
  readonly captionsUndone: string;
  readonly captionsCount: (p: { turns: number; kept: number }) => string;
  readonly span: (ms: number) => string;
}

export interface RowSource {
  readonly blocks: readonly MinutesBlock[];
  readonly people: People;
  readonly agenda: readonly AgendaLine[];
  /** The turn that has the floor now. */
  readonly turn: number | null;
  readonly now: number;
}

/** The minutes as the narrow list of the desk shows them, in reading order. */
export function minutesRows({ blocks, people, agenda, turn, now }: RowSource, words: RowWords): MinutesRow[] {
  const opened =
    blocks.find((block) => block.type === 'conduct' && block.change === 'opened')?.order ?? Infinity;
  // Who was there at the opening is the attendance list's affair, not a row for each.
  return blocks
    .filter((block) => block.type !== 'attendance' || block.order > opened)
    .map((block) => rowOf(block));

  function rowOf(block: MinutesBlock): MinutesRow {
    const base = { id: block.id, at: block.at };
    const note = (text: string): MinutesRow => ({ ...base, kind: 'note', text });
    const name = block.speaker === null ? '' : nameOf(people, block.speaker);
    switch (block.type) {
      case 'heading':
        return { ...base, kind: 'heading', text: headingOf(block.item) || block.text };
      case 'turn':
        return { ...base, kind: 'turn', ...turnWords(block) };
      case 'stage':
        return { ...base, kind: 'stage', text: `（${stageWords(block)}）` };
      case 'vote':
        return note(
          block.outcome === null
            ? words.vote({ eligible: block.eligible, required: block.required })
            : block.outcome === 'void'
              ? spaced(words.voided, block.voidReason)
              : block.counts === null
                ? spaced(
                    block.objections > 0 ? words.objections({ n: block.objections }) : words.noObjection,
                    words.outcome[block.outcome],
                  )
                : spaced(
                    block.question,
                    words.result({ ...block.counts, outcome: words.outcome[block.outcome] }),
                  ),
        );
      case 'election':
        return note(
          block.elected === null ? words.election : words.elected({ name: nameOf(people, block.elected) }),
        );
      case 'conclusion':
        return note(spaced(words.conclusion, block.text, ...block.conditions));
      case 'attendance':
        return note(
          `${words.attendance[block.change]({ name })}${block.reason === null ? '' : `（${block.reason}）`}`,
        );
      case 'observers':
        return note(words.observers({ n: block.count }));
      case 'conduct':
        return note(spaced(words.conduct[block.change], block.text));
      case 'opinion':
        return note(spaced(words.opinion({ n: block.opinion }), block.text));
      case 'promise':
        return note(spaced(words.promise({ n: block.promise }), block.text));
      case 'motion':
        return note(spaced(words[block.kind]({ n: block.motion }), block.text));
      case 'question':
        return note(spaced(words.question({ n: block.question }), block.text));
      case 'answer':
        return note(spaced(words.answer({ n: block.question }), block.text));
      case 'decision':
        return note(name);
      case 'note':
        return note(spaced(words.note, block.text));
      case 'captions':
        return note(
          spaced(
            block.undone === null ? words.captions : words.captionsUndone,
            block.source.file,
            words.captionsCount({ turns: block.turns, kept: block.kept.length }),
          ),
        );
    }
  }

  function headingOf(item: string | null): string {
    const line = agenda.find((entry) => entry.id === item);
    return line === undefined ? '' : numbered(line.number, line.title);
  }

  function turnWords(block: BlockOf<'turn'>): Omit<MinutesRow, 'id' | 'at' | 'kind'> {
    const current = block.turn === turn && block.endedAt === null;
    const length = words.span((block.endedAt ?? now) - block.at);
    const explained =
      block.explanation === null
        ? ''
        : words.explained({
            minutes:
              block.explanation.ms === null ? null : Math.max(1, Math.round(block.explanation.ms / 60_000)),
          });
    return {
      label: words.roles[block.role],
      text: [explained, block.text].filter((part) => part !== '').join(' '),
      blank: current ? words.speaking({ length }) : words.blank({ length }),
      current,
      withdrawn: block.withdrawn !== null,
    };
  }

  function stageWords(block: BlockOf<'stage'>): string {
    if (block.direction === 'free') return block.text;
    if (block.direction === 'call' && block.choice !== null) return words.call[block.choice];
    if (block.direction !== 'objection') return words.noObjection;
    return spaced(words.objection, block.speaker === null ? null : nameOf(people, block.speaker));
  }
}

/** The rows that hold the words sought, by label too; all of them where nothing is sought. */
export function foundRows(rows: readonly MinutesRow[], sought: string): readonly MinutesRow[] {
  const words = plain(sought);
  return words === '' ? rows : rows.filter((row) => plain(`${row.label ?? ''}${row.text}`).includes(words));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

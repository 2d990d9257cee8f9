import sample from '../../shared/samples/meguro-2022-2.json' with { type: 'json' };
import { exportKinds, exportMeeting } from '../../server/exports/exportMeeting.ts';
import type { ExportKind } from '../../server/exports/exportMeeting.ts';
import { parseScenario } from '../../server/replay/scenario.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { playScenario } from '../support/playScenario.ts';

/** The minutes in Word with the report behind them. */
const annexed = 'docx, with the report';

/** Signs that somebody says in a second. */
const signsPerSecond = 5;

export interface DocumentsRun {
  readonly hours: number;
  readonly turns: number;
  /** Signs of all turns together. */
  readonly signs: number;
  /** From the log to the blocks of the minutes, ms. */
  readonly fold: number;
  /** From the blocks to the finished file: the median of the rounds, ms, and its size in bytes. */
  readonly forms: Readonly<
    Partial<Record<ExportKind | typeof annexed, { readonly ms: number; readonly bytes: number }>>
  >;
}

/**
 * Makes every form of the minutes of a meeting of three hours and more in which every turn has its words: the bundled
 * sample, filled with as many signs as its turns are long.
 */
export async function measureDocuments(rounds: number): Promise<DocumentsRun> {
  const { plan, steps } = parseScenario(JSON.stringify(sample), 'sample.json');
  const { log } = playScenario({ plan, steps });
  const folded = await timed(rounds, () => minutesOf(log));
  const { model, state } = folded.value;
  const blocks = model.blocks.map(spoken);
  const source = { state, blocks, profile: profileById('meguro') };
  const forms: Partial<Record<ExportKind | typeof annexed, { ms: number; bytes: number }>> = {};
  for (const kind of exportKinds) {
    const { ms, value } = await timed(rounds, () => exportMeeting(kind, source));
    forms[kind] = { ms, bytes: value.body.length };
  }
  const { ms, value } = await timed(rounds, () => exportMeeting('docx', { ...source, annex: true }));
  forms[annexed] = { ms, bytes: value.body.length };
  const turns = blocks.filter((block) => block.type === 'turn');
  return {
    hours: ((log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0)) / 3_600_000,
    turns: turns.length,
    signs: turns.reduce((sum, { text }) => sum + text.length, 0),
    fold: folded.ms,
    forms,
  };
}

/** The same block with words as long as its turn. */
function spoken(block: MinutesBlock): MinutesBlock {
  if (block.type !== 'turn') return block;
  const seconds = Math.max(2, ((block.endedAt ?? block.at) - block.at) / 1000);
  const sentence = 'この件について、次のように考えております。';
  const text = sentence.repeat(Math.ceil((seconds * signsPerSecond) / sentence.length));
  return { ...block, text };
}

async function timed<T>(rounds: number, make: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const times: number[] = [];
  let value = await make();
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    value = await make();
    times.push(performance.now() - from);
  }
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN, value };
}

/** The run as a section of docs/performance.md. */
export function documentsReport({ hours, turns, signs, fold, forms }: DocumentsRun): string {
  const rows = Object.entries(forms).map(
    ([kind, { ms, bytes }]) => `| ${kind} | ${ms.toFixed(1)} ms | ${String(Math.round(bytes / 1024))} kB |`,
  );
  return [
    `A meeting of ${hours.toFixed(1)} hours, ${String(turns)} turns, ${String(signs)} signs. From its log to the blocks of the minutes: ${fold.toFixed(1)} ms.`,
    '',
    '| form | made in | size |',
    '|---|---:|---:|',
    ...rows,
    '',
  ].join('\n');
}

import type { Tool } from './madeCaptions.ts';
import { madeMeeting, sampleMeeting } from './madeMeeting.ts';
import type { MadeMeeting } from './madeMeeting.ts';
import { measure } from './measured.ts';
import type { Measured } from './measured.ts';

/** Captions that carry names, that carry none (or one for the whole room), and those of another meeting. */
export type CaptionKind = 'named' | 'unnamed' | 'other';

export interface CaptionCase {
  readonly label: string;
  readonly kind: CaptionKind;
  run(): Measured;
}

/** Shares of words in the right turn: for each file, and on average. docs/captions.md says why these. */
export const captionBar = {
  named: { least: 0.99, mean: 0.998 },
  unnamed: { least: 0.97, mean: 0.985 },
} as const;

/** Why a case is below the bar; null where it is not. */
export function missed(kind: CaptionKind, { share, laid }: Measured): string | null {
  const { verdict } = laid.match;
  if (kind === 'other') return verdict === 'poor' ? null : `taken for this meeting’s (${verdict})`;
  if (verdict !== 'good') return `not recognized (${verdict})`;
  return share >= captionBar[kind].least ? null : 'too few words in the right turn';
}

const tools: readonly Tool[] = ['zoom', 'teams', 'meet', 'whisper'];

/** Every case is made from its own seed; `short`: a part of them, for the tests. */
export function captionCases(short: boolean): CaptionCase[] {
  const sample = sampleMeeting();
  const meetings: (readonly [string, MadeMeeting])[] = [
    ['the sample meeting', sample],
    ['made up, 2 h', madeMeeting(1, 120)],
    ...(short
      ? []
      : ([
          ['made up, 1 h', madeMeeting(2, 60)],
          ['made up, 3 h, 30 members', madeMeeting(3, 180, 30)],
          ['made up, 3 h', madeMeeting(4, 180)],
        ] as const)),
  ];
  const cases: CaptionCase[] = [];
  meetings.forEach(([name, meeting], m) => {
    const start = (meeting.blocks.find(({ type }) => type === 'turn')?.at ?? 0) / 1000;
    const accounts = swapped(meeting);
    const room = oneRoom(meeting);
    const breaks = recesses(meeting);
    for (const tool of tools) {
      const kind = tool === 'whisper' ? 'unnamed' : 'named';
      const add = (what: string, wishes: Partial<Parameters<typeof measure>[2]>, as: CaptionKind = kind) => {
        const seed = 1000 * m + cases.length;
        cases.push({
          label: `${name}: ${tool}, ${what}`,
          kind: as,
          run: () => measure(meeting, seed, { tool, shift: 0, noise: 0.05, ...wishes }),
        });
      };
      add('begun 90 s late', { shift: 90 });
      add('begun 90 s early', { shift: -90 });
      if (short && tool === 'teams') continue;
      add('begun 25 min early, noisy', { shift: -1500, noise: 0.15 });
      add('drift of 300 ppm', { shift: 40, drift: 300 });
      add('two stretches missing', {
        shift: 20,
        missing: [
          [start + 900, start + 1400],
          [start + 3000, start + 3500],
        ],
      });
      if (breaks.length > 0) add('paused in the recesses', { shift: 10, paused: breaks });
      if (tool === 'whisper') continue;
      add('borrowed accounts', { shift: -45, names: accounts });
      if (tool === 'zoom') add('one microphone for the room', { shift: 60, names: room }, 'unnamed');
    }
  });
  const others = short ? 2 : 10;
  for (let k = 0; k < others; k++)
    for (const tool of ['zoom', 'whisper'] as const)
      cases.push({
        label: `captions of another meeting, ${tool}, ${k + 1}`,
        kind: 'other',
        run: () =>
          measure(
            madeMeeting(50 + k, 60 + 15 * k),
            k,
            { tool, shift: 0 },
            k % 2 === 0 ? sampleToday(sample) : madeMeeting(80 + k, 120),
          ),
      });
  return cases;
}

/** Accounts that say nothing true: two people with each other's, one on somebody's tablet. */
function swapped({ people }: MadeMeeting): Record<string, string> {
  const [, second, third, fourth] = people;
  if (second === undefined || third === undefined || fourth === undefined) return {};
  return { [second.id]: third.name, [third.id]: second.name, [fourth.id]: 'iPad (3)' };
}

function oneRoom({ people }: MadeMeeting): Record<string, string> {
  return Object.fromEntries(people.map(({ id }) => [id, '会議室']));
}

/** Where nobody has the floor for long. */
function recesses({ blocks }: MadeMeeting): (readonly [number, number])[] {
  const turns = blocks.flatMap((block) => (block.type === 'turn' ? [block] : []));
  return turns.flatMap((turn, index) => {
    const next = turns[index + 1];
    if (next === undefined || turn.endedAt === null || next.at - turn.endedAt < 120_000) return [];
    return [[turn.endedAt / 1000 + 5, next.at / 1000 - 8]] as const;
  });
}

/** The sample meeting on the day of the made-up ones, so that a wrong shift is not told by its date. */
function sampleToday(sample: MadeMeeting): MadeMeeting {
  const turn = sample.blocks.find(({ type }) => type === 'turn');
  const by = Date.UTC(2026, 3, 10, 1) - (turn?.at ?? 0);
  return {
    ...sample,
    blocks: sample.blocks.map((block) =>
      block.type === 'turn'
        ? { ...block, at: block.at + by, endedAt: block.endedAt === null ? null : block.endedAt + by }
        : { ...block, at: block.at + by },
    ),
  };
}

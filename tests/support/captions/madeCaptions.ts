import type { Chance } from './chance.ts';
import type { Utterance } from './madeSpeech.ts';

export type Tool = 'zoom' | 'teams' | 'meet' | 'whisper';

export interface CaptionWishes {
  readonly tool: Tool;
  /** Second of the meeting's clock (epoch) at which the recording began. */
  readonly zero: number;
  /** How much longer the meeting's clock runs, parts per million. */
  readonly drift?: number;
  /** Stretches without captions, seconds of the meeting (epoch). */
  readonly missing?: readonly (readonly [number, number])[];
  /** Stretches in which the recording stood still: its clock as well. */
  readonly paused?: readonly (readonly [number, number])[];
  /** What an account is called; where it says nothing, the person's name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Share of characters that the recognizer gets wrong. */
  readonly noise?: number;
}

export interface MadeCue {
  readonly from: number;
  readonly to: number;
  readonly name: string | null;
  /** Its words piece by piece with the turn that each was really said in. */
  readonly parts: readonly { readonly turn: number | null; readonly text: string }[];
}

/** What a call's captions would have been: cues by the file's clock (s), as this tool cuts them. */
export function captionsOf(
  utterances: readonly Utterance[],
  nameOf: (who: string) => string,
  wishes: CaptionWishes,
  chance: Chance,
): MadeCue[] {
  const { tool, drift = 0, missing = [], paused = [], noise = 0, names = {} } = wishes;
  const onFile = (at: number) => {
    const still = paused.reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(at, to) - Math.max(wishes.zero, from)),
      0,
    );
    return (at - wishes.zero - still) / (1 + drift / 1e6);
  };
  const lost = (at: number) =>
    onFile(at) < 0 || [...missing, ...paused].some(([from, to]) => at >= from && at < to);
  const [shortest, longest] = tool === 'whisper' ? [2.5, 7] : tool === 'teams' ? [2, 8] : [2, 5];
  const cues: MadeCue[] = [];
  for (const { turn, who, from, to, text } of utterances) {
    const pace = (to - from) / Math.max(1, text.length);
    for (let at = 0; at < text.length;) {
      const begins = from + at * pace;
      let length = Math.max(2, Math.round(chance.between(shortest, longest) / pace));
      // Recognizers like to cut at a stop.
      const stop = text.slice(at + 4, at + length + 8).search(/[。、]/u);
      if (stop >= 0 && chance.is(0.7)) length = stop + 5;
      const piece = text.slice(at, at + length);
      at += piece.length;
      if (lost(begins)) continue;
      const heard = misheard(piece, noise, tool === 'whisper' ? 0.6 : 0.1, chance);
      if (heard === '') continue;
      const name = tool === 'whisper' || who === null ? null : (names[who] ?? nameOf(who));
      cues.push({
        from: onFile(begins) + chance.around(0, 0.12),
        to: onFile(begins + piece.length * pace) + chance.around(0, 0.12),
        name,
        parts: [{ turn, text: heard }],
      });
    }
  }
  const sorted = cues.filter(({ from }) => from >= 0).toSorted((one, other) => one.from - other.from);
  return tool === 'whisper' ? runOn(sorted, chance) : sorted;
}

/** Whisper's segments follow each other without holes, and often hold the end of one speaker and the start of the next. */
function runOn(cues: readonly MadeCue[], chance: Chance): MadeCue[] {
  const joined: MadeCue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    const length = (parts: MadeCue['parts']) => parts.reduce((sum, { text }) => sum + text.length, 0);
    if (
      last !== undefined &&
      cue.from - last.to < 1.2 &&
      length(last.parts) + length(cue.parts) < 42 &&
      chance.is(0.3)
    )
      joined[joined.length - 1] = { ...last, to: cue.to, parts: [...last.parts, ...cue.parts] };
    else joined.push(cue);
  }
  return joined.map((cue, index) => {
    const next = joined[index + 1];
    const to = next !== undefined && next.from - cue.to < 4 ? next.from : cue.to;
    return { ...cue, to: Math.max(to, cue.from) };
  });
}

const wrong =
  '科可化課価加家会回開解改快界外学間完官観願期機議求急給球教強業近区計結決件建県研見現古個公高校考国今際在作参産士市指止';

function misheard(text: string, noise: number, unstopped: number, chance: Chance): string {
  return [...text]
    .map((char) => {
      if (/[。、]/u.test(char)) return chance.is(unstopped) ? '' : char;
      if (!chance.is(noise)) return char;
      return chance.is(0.3) ? '' : chance.of([...wrong]);
    })
    .join('');
}

function clock(seconds: number, point: string, hoursLong = true): string {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const hours = Math.floor(ms / 3_600_000);
  const rest = `${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${point}${String(ms % 1000).padStart(3, '0')}`;
  return hoursLong || hours > 0 ? `${two(hours)}:${rest}` : rest;
}

/** The file as the tool writes it. */
export function fileOf(tool: Tool, cues: readonly MadeCue[]): string {
  const words = ({ parts }: MadeCue) => parts.map(({ text }) => text).join('');
  switch (tool) {
    case 'zoom':
      return `WEBVTT\r\n\r\n${cues
        .map(
          (cue, i) =>
            `${i + 1}\r\n${clock(cue.from, '.')} --> ${clock(cue.to, '.')}\r\n${cue.name === null ? '' : `${cue.name}: `}${words(cue)}\r\n`,
        )
        .join('\r\n')}`;
    case 'teams':
      return `\uFEFFWEBVTT\n\n${cues
        .map(
          (cue, i) =>
            `3f9c1a2e-77aa-4d10-9a55-0c2f6d1e8b7${i % 10}/${i}-0\n${clock(cue.from, '.')} --> ${clock(cue.to, '.')}\n<v ${cue.name ?? ''}>${words(cue)}</v>\n`,
        )
        .join('\n')}`;
    case 'meet':
      return cues
        .map(
          (cue) =>
            `${clock(cue.from, '.').replace(/^0/, '')},${clock(cue.to, '.').replace(/^0/, '')}\n${cue.name ?? ''}: ${words(cue)}\n`,
        )
        .join('\n');
    case 'whisper':
      return `WEBVTT\n\n${cues
        .map((cue) => `${clock(cue.from, '.', false)} --> ${clock(cue.to, '.', false)}\n${words(cue)}\n`)
        .join('\n')}`;
  }
}

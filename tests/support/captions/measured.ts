import { CaptionAligner } from '../../../shared/captions/alignCaptions.ts';
import type { LaidCaptions, LaidPiece } from '../../../shared/captions/alignCaptions.ts';
import { meetingTime } from '../../../shared/captions/clock.ts';
import { readCaptions } from '../../../shared/captions/readCaptions.ts';
import { captionsOf, fileOf } from './madeCaptions.ts';
import type { CaptionWishes, MadeCue } from './madeCaptions.ts';
import { Chance } from './chance.ts';
import type { MadeMeeting } from './madeMeeting.ts';
import { speechOf } from './madeSpeech.ts';

export interface Measured {
  /** Share of characters (but blanks) that came into the turn they were said in, or into none where they were said in none. */
  readonly share: number;
  readonly laid: LaidCaptions;
  /** The largest distance (s) of the found clock from the true one, at the captions. */
  readonly off: number;
  readonly cues: number;
  readonly ms: number;
}

/** Makes a caption file of the meeting, lays it out and compares with what was really said. */
export function measure(
  meeting: MadeMeeting,
  seed: number,
  wishes: Omit<CaptionWishes, 'zero'> & { readonly shift: number },
  against: MadeMeeting = meeting,
): Measured {
  const chance = new Chance(seed);
  const speech = speechOf(meeting, chance);
  const names = new Map(meeting.people.map(({ id, name }) => [id, name]));
  const first = (meeting.blocks.find(({ type }) => type === 'turn')?.at ?? 0) / 1000;
  const made = captionsOf(
    speech,
    (who) => names.get(who) ?? who,
    { ...wishes, zero: first + wishes.shift },
    chance,
  );
  const bytes = new TextEncoder().encode(fileOf(wishes.tool, made));
  const begun = performance.now();
  const read = readCaptions(bytes);
  if (!read.ok) throw new Error(read.why.en);
  const last = against.blocks.at(-1);
  const aligner = new CaptionAligner(read.captions.cues, { ...against, now: last?.at ?? 0 });
  const clock = aligner.findClock();
  if (clock === null) throw new Error('no turns');
  const laid = aligner.layOut(clock);
  const ms = performance.now() - begun;
  const { share, off } = compared(made, laid, wishes, first + wishes.shift);
  return { share, laid, off, cues: made.length, ms };
}

function compared(
  made: readonly MadeCue[],
  laid: LaidCaptions,
  { drift = 0 }: Pick<CaptionWishes, 'drift'>,
  zero: number,
): { share: number; off: number } {
  const pieces = grouped(laid.pieces);
  let right = 0;
  let all = 0;
  const offs: number[] = [];
  made.forEach(({ parts, from }, index) => {
    const truth = parts.flatMap(({ turn, text }) => [...text.replace(/\s/gu, '')].map(() => turn));
    const given = (pieces.get(index) ?? []).flatMap(({ turn, text }) =>
      [...text.replace(/\s/gu, '')].map(() => turn),
    );
    if (truth.length !== given.length) throw new Error(`caption ${index} changed its words`);
    all += truth.length;
    truth.forEach((turn, i) => {
      if (turn === given[i]) right++;
    });
    const real = zero * 1000 + from * 1000 * (1 + drift / 1e6);
    offs.push(Math.abs(meetingTime(laid.clock, from * 1000) - real) / 1000);
  });
  return { share: right / Math.max(1, all), off: Math.max(0, ...offs) };
}

function grouped(pieces: LaidCaptions['pieces']): Map<number, LaidPiece[]> {
  const groups = new Map<number, LaidPiece[]>();
  for (const piece of pieces) {
    const known = groups.get(piece.cue);
    if (known === undefined) groups.set(piece.cue, [piece]);
    else known.push(piece);
  }
  return groups;
}

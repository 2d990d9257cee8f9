import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptionAligner } from '../../shared/captions/alignCaptions.ts';
import type { CaptionClock } from '../../shared/captions/clock.ts';
import type { Cue } from '../../shared/captions/cue.ts';
import { takeOver } from '../../shared/captions/takeOver.ts';
import { turnText } from '../../shared/features/record/turnTexts.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { opened, ofType } from '../support/given.ts';
import type { Played } from '../support/given.ts';

/** A meeting with namings of no length, turns without the chair, breaks and a recess; some turns have words. */
const anyMeeting = fc
  .array(
    fc.record({
      how: fc.constantFrom('recognize', 'speak', 'speak', 'yield', 'recess'),
      who: fc.constantFrom('m03', 'm04', 'm05', 'k01'),
      wait: fc.nat(90),
      typed: fc.option(fc.constantFrom('要点', '手で入れた文。', '字幕')),
    }),
    { maxLength: 25 },
  )
  .map((steps): Played => {
    const played = opened();
    played.ok('m01', { do: 'startItem', item: 'i1' });
    let at = 10;
    for (const { how, who, wait, typed } of steps) {
      at += wait;
      if (how === 'recognize') played.send('m01', { do: 'recognize', who }, at);
      else if (how === 'speak') played.send('desk', { do: 'speak', who }, at);
      else if (how === 'yield') played.send('desk', { do: 'yieldFloor' }, at);
      else {
        played.ok('m01', { do: 'recess' }, at);
        at += 60;
        played.ok('m01', { do: 'resume' }, at);
      }
      if (typed !== null)
        played.send('desk', { do: 'writeTurn', turn: Math.max(1, played.state.floor.turns), text: typed });
    }
    return played;
  });

const anyCues = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 1_500_000 }),
      length: fc.nat(9000),
      name: fc.constantFrom(null, null, '委員03', '課長01', '会議室'),
      text: fc.stringMatching(
        /^(ありがとうございます。|委員04、どうぞ。|以上です|資料の件ですが|[あ-ん]{1,9}。?){1,5}$/,
      ),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((cues): Cue[] =>
    cues
      .map(({ from, length, name, text }, index) => ({
        from,
        to: from + length,
        name,
        text,
        line: index + 1,
      }))
      .toSorted((one, other) => one.from - other.from),
  );

const anyClock = fc.record({
  zero: fc.integer({ min: -400_000, max: 400_000 }),
  drift: fc.integer({ min: -1000, max: 1000 }),
  jumps: fc.array(fc.record({ at: fc.nat(1_000_000), by: fc.nat(200_000) }), { maxLength: 2 }),
});

const letters = (texts: readonly string[]) => [...texts.join('').replace(/\s/gu, '')].sort().join('');

function laidOn(played: Played, cues: readonly Cue[], clock: CaptionClock) {
  const { model, state } = minutesOf(played.log);
  const people = state.roster.order.flatMap((id) => state.roster.people[id] ?? []);
  const aligner = new CaptionAligner(cues, { blocks: model.blocks, people, now: state.at });
  const zero = (model.blocks.find(({ type }) => type === 'turn')?.at ?? 0) + clock.zero;
  return { aligner, laid: aligner.layOut({ ...clock, zero }) };
}

describe('captions, whatever they are', () => {
  it('[K11] every word is laid once, in the order of the file, by any clock', () => {
    fc.assert(
      fc.property(anyMeeting, anyCues, anyClock, (played, cues, clock) => {
        const { aligner, laid } = laidOn(played, cues, clock);
        expect(laid.pieces.map(({ text }) => text).join('')).toBe(cues.map(({ text }) => text).join(''));
        const turns = laid.pieces.flatMap(({ turn }) => turn ?? []);
        expect(turns).toEqual(turns.toSorted((one, other) => one - other));
        const { turns: taken, kept } = takeOver(laid.pieces, new Set());
        expect(letters([...taken, ...kept].map(({ text }) => text))).toBe(
          letters(cues.map(({ text }) => text)),
        );
        expect(aligner.findClock()).not.toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('[K20, K23, K24] taken into the log, typed words are as they were, every word is in a turn or kept, and undoing leaves nothing', () => {
    fc.assert(
      fc.property(anyMeeting, anyCues, anyClock, fc.boolean(), (played, cues, clock, under) => {
        const { laid } = laidOn(played, cues, clock);
        const all = Array.from({ length: played.state.floor.turns }, (_, index) => index + 1);
        const said = () => all.map((turn) => turnText(played.state.record.turns, turn).text);
        const before = said();
        const { events } = played.ok('desk', {
          do: 'takeCaptions',
          file: 'a.vtt',
          fingerprint: '0'.repeat(32),
          zero: laid.clock.zero,
          ...takeOver(laid.pieces, under ? new Set(all) : new Set()),
        });
        const after = said();
        before.forEach((text, index) => {
          expect(after[index]?.startsWith(text)).toBe(true);
          if (text !== '' && !under) expect(after[index]).toBe(text);
        });
        const added = after.map((text, index) => text.slice(before[index]?.length ?? 0));
        const kept = ofType(events, 'CaptionsTaken').flatMap((taken) => taken.kept.map(({ text }) => text));
        expect(letters([...added, ...kept])).toBe(letters(cues.map(({ text }) => text)));
        played.ok('desk', { do: 'undoCaptions', captions: 1 });
        expect(said()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { turnText } from '../../shared/features/record/turnTexts.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { bundledProfiles, profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { blocksFor } from '../../server/meetings/minutesStream.ts';
import { ofType, opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

type Taking = CommandInput<'takeCaptions'>;

/** Turns: 1 the chair, 2 m03, 3 k01, 4 the chair naming, 5 m04. */
function spokenMeeting(): Played {
  const played = opened();
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('m01', { do: 'recognize', who: 'm03' }, 60);
  played.ok('desk', { do: 'speak', who: 'k01' }, 120);
  played.ok('m01', { do: 'recognize', who: 'm04' }, 180);
  return played;
}

const span = { from: 1_000, to: 2_000 };
function taking(turns: Taking['turns'], more: Partial<Taking> = {}): Taking & { do: 'takeCaptions' } {
  return { do: 'takeCaptions', file: '会議.vtt', fingerprint: 'a'.repeat(32), zero: 5, turns, ...more };
}
const words = (played: Played, turn: number) => turnText(played.state.record.turns, turn).text;
const kept = (played: Played) =>
  minutesOf(played.log).model.blocks.flatMap((block) => (block.type === 'captions' ? [block] : []));

describe('taking captions', () => {
  it('[K20] words go into turns without words; what is typed stays, and the captions’ words are kept with its turn', () => {
    const played = spokenMeeting();
    played.ok('desk', { do: 'writeTurn', turn: 3, text: '手で入れた文' });
    const { events } = played.ok(
      'desk',
      taking([
        { turn: 1, ...span, text: '開会します。' },
        { turn: 3, ...span, text: '字幕の文' },
      ]),
    );
    expect(ofType(events, 'TurnWritten')).toEqual([
      { type: 'TurnWritten', turn: 1, text: '開会します。', captions: 1 },
    ]);
    expect([words(played, 1), words(played, 3)]).toEqual(['開会します。', '手で入れた文']);
    expect(kept(played)[0]?.kept).toEqual([{ ...span, name: null, turn: 3, text: '字幕の文' }]);
    expect(kept(played)[0]?.turns).toBe(1);
  });

  it('[K20] under the typed words where the desk asked for it', () => {
    const played = spokenMeeting();
    played.ok('desk', { do: 'writeTurn', turn: 3, text: '要点' });
    played.ok('desk', taking([{ turn: 3, ...span, text: '字幕の文', add: true }]));
    expect(words(played, 3)).toBe('要点\n字幕の文');
  });

  it('[K20] words that begin with what is there replace it, the same words change nothing', () => {
    const played = spokenMeeting();
    played.ok('desk', taking([{ turn: 3, ...span, text: '前半。' }]));
    const { events } = played.ok(
      'desk',
      taking(
        [
          { turn: 3, ...span, text: '前半。後半。' },
          { turn: 4, ...span, text: '答え。' },
        ],
        { fingerprint: 'b'.repeat(32) },
      ),
    );
    expect(words(played, 3)).toBe('前半。後半。');
    expect(ofType(events, 'TurnWritten')).toHaveLength(2);
    const again = played.ok(
      'desk',
      taking([{ turn: 4, ...span, text: '答え。' }], { fingerprint: 'c'.repeat(32) }),
    );
    expect(ofType(again.events, 'TurnWritten')).toEqual([]);
    expect(kept(played)[2]?.kept).toEqual([]);
  });

  it('[K20] what would make a turn too long is kept', () => {
    const played = spokenMeeting();
    played.ok('desk', { do: 'writeTurn', turn: 3, text: 'あ'.repeat(15_000) });
    played.ok('desk', taking([{ turn: 3, ...span, text: 'い'.repeat(6000), add: true }]));
    expect(words(played, 3)).toHaveLength(15_000);
    expect(kept(played)[0]?.kept[0]?.text).toHaveLength(6000);
  });

  it('[K21] the same file changes nothing the second time, and may come again after it was undone', () => {
    const played = spokenMeeting();
    played.ok('desk', taking([{ turn: 1, ...span, text: '開会します。' }]));
    const again = taking([{ turn: 4, ...span, text: '別の割り付け' }], { file: '名前を変えた.vtt' });
    expect(played.refused('desk', again)).toMatchObject({ code: 'record/captions-taken' });
    played.ok('desk', { do: 'undoCaptions', captions: 1 });
    played.ok('desk', again);
    expect(words(played, 4)).toBe('別の割り付け');
  });

  it('[K22] one unknown turn and nothing is taken', () => {
    const played = spokenMeeting();
    expect(
      played.refused(
        'desk',
        taking([
          { turn: 1, ...span, text: '開会' },
          { turn: 99, ...span, text: 'ない' },
        ]),
      ),
    ).toMatchObject({ code: 'record/unknown-turn' });
    expect(played.refused('desk', taking([], { kept: [{ ...span, turn: 99, text: 'ない' }] }))).toMatchObject(
      { code: 'record/unknown-turn' },
    );
    expect(words(played, 1)).toBe('');
  });

  it('[K22] it is the desk’s, also after the end', () => {
    const played = spokenMeeting();
    for (const by of ['m01', 'm03', 'k01'])
      expect(played.refused(by, taking([])).code).toMatch(/^permission\//);
    played.ok('m01', { do: 'closeMeeting' });
    played.ok('s01', taking([{ turn: 1, ...span, text: '開会します。' }]));
    played.ok('desk', { do: 'undoCaptions', captions: 1 });
  });

  it('[K24] undone, untouched turns say what they said before; what somebody worked on stays', () => {
    const played = spokenMeeting();
    played.ok('desk', { do: 'writeTurn', turn: 5, text: '要点' });
    played.ok(
      'desk',
      taking([
        { turn: 1, ...span, text: '開会します。' },
        { turn: 3, ...span, text: '字幕のぶん' },
        { turn: 4, ...span, text: 'こたえ' },
        { turn: 5, ...span, text: '字幕の文', add: true },
      ]),
    );
    played.ok('desk', { do: 'writeTurn', turn: 3, text: '字幕の文', base: '字幕のぶん' });
    played.ok('desk', { do: 'correctTurn', turn: 4, text: '答え', why: '変換の誤り' });
    played.ok('desk', { do: 'undoCaptions', captions: 1 });
    expect([1, 3, 4, 5].map((turn) => words(played, turn))).toEqual(['', '字幕の文', '答え', '要点']);
    expect(kept(played)[0]?.undone).toEqual({ at: expect.any(Number) as number, by: 'desk' });
    expect(played.refused('desk', { do: 'undoCaptions', captions: 1 }).code).toBe('record/captions-undone');
    expect(played.refused('desk', { do: 'undoCaptions', captions: 2 }).code).toBe('record/unknown-captions');
  });

  it('[K24] a turn says whether its words are still the captions’', () => {
    const played = spokenMeeting();
    played.ok('desk', taking([{ turn: 3, ...span, text: '字幕のぶん' }]));
    const marks = () =>
      minutesOf(played.log).model.blocks.flatMap((block) =>
        block.type === 'turn' && block.turn === 3 ? [block.captions] : [],
      );
    expect(marks()).toEqual([1]);
    played.ok('desk', { do: 'writeTurn', turn: 3, text: '字幕の文', base: '字幕のぶん' });
    expect(marks()).toEqual([undefined]);
  });

  it('[K23] what is kept has its file and its clock, is the desk’s alone and in no printed copy', () => {
    const played = spokenMeeting();
    const secret = '休憩中の雑談';
    played.ok(
      'desk',
      taking([{ turn: 1, ...span, text: '開会します。' }], {
        zero: 1_000_000,
        drift: 12,
        jumps: [{ at: 60_000, by: 300_000 }],
        kept: [{ ...span, name: '委員04', text: secret }],
      }),
    );
    const { model, state } = minutesOf(played.log);
    expect(kept(played)[0]).toMatchObject({
      source: { file: '会議.vtt', zero: 1_000_000, drift: 12, jumps: [{ at: 60_000, by: 300_000 }] },
      kept: [{ name: '委員04', turn: null, text: secret }],
    });
    expect(JSON.stringify(blocksFor('desk', model.blocks))).toContain(secret);
    expect(JSON.stringify(blocksFor('all', model.blocks))).not.toContain(secret);
    for (const profile of bundledProfiles)
      for (const copy of ['published', 'record'] as const) {
        const printed = minutesToText(renderMinutes({ state, blocks: model.blocks, profile, copy }));
        expect(printed).not.toContain(secret);
        expect(printed).not.toContain('会議.vtt');
      }
  });
});

describe('a count and a result in captions', () => {
  /** The turn of the report and the one of the declaration. */
  function declared(): { played: Played; report: number; declaration: number } {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    played.ok('m01', { do: 'callChoice', choice: 'yes' });
    played.ok('m01', { do: 'callChoice', choice: 'no' });
    played.ok('s01', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: 4, no: 2 });
    played.ok('m01', { do: 'closeVote', item: 'i1' });
    played.ok('s01', { do: 'reportCount', item: 'i1' });
    played.ok('m01', { do: 'declareResult', item: 'i1' });
    const vote = minutesOf(played.log).model.blocks.find((block) => block.type === 'vote');
    if (vote?.type !== 'vote' || vote.reportTurn === null || vote.declareTurn === null)
      throw new Error('the vote was not declared');
    return { played, report: vote.reportTurn, declaration: vote.declareTurn };
  }
  const printed = (played: Played) => {
    const { model, state } = minutesOf(played.log);
    return minutesToText(renderMinutes({ state, blocks: model.blocks, profile: profileById('meguro') }));
  };

  it('[K51] misheard or left out, what the record states follows the words', () => {
    const { played, report, declaration } = declared();
    const turns = [
      { turn: report, ...span, text: 'えー、賛成十四名、反対２名です。' },
      { turn: declaration, ...span, text: 'それでは本件は証人といたします。' },
    ];
    played.ok('desk', taking(turns));
    const text = printed(played);
    expect(text).toContain('区側　　えー、賛成十四名、反対２名です。\n　賛成４名、反対２名になります。');
    expect(text).toContain(
      '会長　　それでは本件は証人といたします。\n　賛成４名でございますので、本件諮問については承認といたします。',
    );
  });

  it('[K51] what says the same numbers and outcome stands alone', () => {
    const { played, report, declaration } = declared();
    const turns = [
      { turn: report, ...span, text: '賛成 4 名、反対が２名です。' },
      { turn: declaration, ...span, text: '４名の賛成をもって承認とします。' },
    ];
    played.ok('desk', taking(turns));
    const text = printed(played);
    expect(text).not.toContain('になります。');
    expect(text).not.toContain('でございますので');
    // 14 is not 4.
    const other = declared();
    other.played.ok('desk', taking([{ turn: other.report, ...span, text: '賛成14名、反対2名です。' }]));
    expect(printed(other.played)).toContain('賛成４名、反対２名になります。');
  });

  it('[K51] words that somebody has worked on stand alone, as typed ones do', () => {
    const { played, report } = declared();
    played.ok('desk', taking([{ turn: report, ...span, text: '数えました。' }]));
    expect(printed(played)).toContain('数えました。\n　賛成４名、反対２名になります。');
    played.ok('desk', {
      do: 'writeTurn',
      turn: report,
      text: '数えました。以上です。',
      base: '数えました。',
    });
    expect(printed(played)).not.toContain('になります。');
  });
});

import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

/** A meeting that is over, with two signatories and the words of one turn. */
function over(): Played {
  const played = opened({}, '1-7');
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('desk', { do: 'nameSignatories', people: ['m03', 'm04', 'm03'] });
  expect(played.refused('m03', { do: 'confirmMinutes' }).code).toBe('minutes/not-over');
  expect(played.refused('desk', { do: 'finalizeMinutes' }).code).toBe('minutes/not-over');
  played.ok('m01', { do: 'closeMeeting' }, 600);
  played.ok('desk', { do: 'writeTurn', turn: 1, text: '議題に入ります。', base: '' });
  return played;
}

const standing = (played: Played) => viewFor('desk', played.state, ambientOf()).confirmation;

describe('confirming the minutes', () => {
  it('[R30] members confirm what they saw, with the time; a later edit asks again', () => {
    const played = over();
    played.ok('m03', { do: 'confirmMinutes' }, 700);
    played.ok('desk', { do: 'confirmMinutes', who: 'm05' }, 710);
    expect(played.refused('m03', { do: 'confirmMinutes' }).code).toBe('minutes/already-confirmed');
    const at = (seconds: number) => Date.parse(played.state.info.startsAt) + 1000 * seconds;
    expect(standing(played)).toEqual({
      signatories: ['m03', 'm04'],
      confirmed: [
        { who: 'm03', at: at(700), current: true },
        { who: 'm05', at: at(710), current: true },
      ],
      byBody: null,
      finalizedAt: null,
      finalizedWithout: null,
    });
    played.ok('desk', { do: 'writeTurn', turn: 1, text: '本日の議題に入ります。', base: '議題に入ります。' });
    expect(standing(played).confirmed.map(({ current }) => current)).toEqual([false, false]);
    played.ok('m03', { do: 'confirmMinutes' }, 800);
    expect(standing(played).confirmed[0]).toEqual({ who: 'm03', at: at(800), current: true });
  });

  it('[R30] is for members, each for themselves', () => {
    const played = over();
    expect(played.refused('m03', { do: 'confirmMinutes', who: 'm04' }).code).toBe('permission/only-yourself');
    expect(played.refused('desk', { do: 'confirmMinutes' }).code).toBe('minutes/not-a-member');
    expect(played.refused('desk', { do: 'confirmMinutes', who: 'k01' }).code).toBe('minutes/not-a-member');
    expect(played.refused('desk', { do: 'nameSignatories', people: ['k01'] }).code).toBe(
      'minutes/not-a-member',
    );
    expect(played.refused('k01', { do: 'confirmMinutes' }).code).toBe('permission/desk');
    expect(played.refused('m03', { do: 'finalizeMinutes' }).code).toBe('permission/desk');
  });

  it('[R31] signatories are printed where the form has a place for them', () => {
    const { model, state } = minutesOf(over().log);
    const profile = profileById('shigikai');
    const text = minutesToText(renderMinutes({ state, blocks: model.blocks, profile }));
    expect(text).toMatch(/委員０３/);
    expect(text).toMatch(/委員０４/);
  });
});

describe('the body’s own confirmation in a later meeting', () => {
  const brought = (decidedAt: number): CommandInput => ({
    do: 'confirmByBody',
    meeting: 'next',
    session: '第２回',
    decidedAt,
  });

  it('[J8] is recorded once, by the server alone, with the words as they were', () => {
    const played = over();
    expect(played.refused('desk', brought(5)).code).toMatch(/^permission/);
    played.ok('system', brought(5));
    expect(standing(played).byBody).toEqual({ meeting: 'next', session: '第２回', at: 5, current: true });
    expect(played.refused('system', brought(5)).code).toBe('minutes/already-confirmed');
    played.ok('desk', { do: 'writeTurn', turn: 1, text: '議題に入ります。では。', base: '議題に入ります。' });
    expect(standing(played).byBody?.current).toBe(false);
    played.ok('system', brought(9));
    expect(standing(played).byBody).toMatchObject({ at: 9, current: true });
  });

  it('[J8] waits for the end of the meeting, and changes nothing in final minutes', () => {
    expect(opened().refused('system', brought(5)).code).toBe('minutes/not-over');
    const played = over();
    played.ok('desk', { do: 'finalizeMinutes', why: '急ぎ' });
    expect(played.refused('system', brought(5)).code).toBe('record/finalized');
  });
});

describe('final minutes', () => {
  it('[R32] wait for their signatories, or for the reason of not waiting', () => {
    const played = over();
    played.ok('m03', { do: 'confirmMinutes' });
    const refusal = played.refused('desk', { do: 'finalizeMinutes' });
    expect(refusal.code).toBe('minutes/unconfirmed');
    expect(refusal.ja).toContain('委員04');
    expect(refusal.ja).not.toContain('委員03');
    played.ok('desk', { do: 'finalizeMinutes', why: '長期の不在' });
    expect(played.state.confirmation.finalized).toMatchObject({
      by: 'desk',
      why: '長期の不在',
      missing: ['m04'],
    });
    expect(standing(played).finalizedWithout).toBe('長期の不在');
  });

  it('[R33] are changed by nobody, whatever is tried', () => {
    const played = over();
    played.all('m03', { do: 'confirmMinutes' });
    played.all('m04', { do: 'confirmMinutes' });
    played.ok('desk', { do: 'finalizeMinutes' });
    expect(standing(played).finalizedAt).not.toBeNull();
    const tries: [string, CommandInput][] = [
      ['desk', { do: 'writeTurn', turn: 1, text: '改', base: '議題に入ります。' }],
      ['desk', { do: 'correctTurn', turn: 1, text: '改', why: '誤り' }],
      ['desk', { do: 'undoEdit', edit: 1 }],
      ['desk', { do: 'note', text: '後から' }],
      ['desk', { do: 'nameSignatories', people: ['m05'] }],
      ['desk', { do: 'finalizeMinutes' }],
      ['m05', { do: 'confirmMinutes' }],
    ];
    for (const [by, command] of tries) expect(played.refused(by, command).code).toBe('record/finalized');
  });
});

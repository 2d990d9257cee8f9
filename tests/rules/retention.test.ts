import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened, typesOf } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import type { PlanWishes } from '../support/plans.ts';

const day = 24 * 3600;
const over = 600;

/** A meeting whose minutes are final ten minutes after its start. */
function final(rules: PlanWishes['rules'] = {}): Played {
  const played = opened({ rules });
  played.ok('m01', { do: 'startItem', item: 'i1' });
  expect(played.refused('desk', { do: 'deleteDetails' }).code).toBe('retention/not-final');
  played.ok('m01', { do: 'closeMeeting' }, over);
  expect(played.refused('desk', { do: 'deleteDetails' }).code).toBe('retention/not-final');
  played.ok('desk', { do: 'writeTurn', turn: 1, text: '議題に入ります。', base: '' });
  played.ok('desk', { do: 'finalizeMinutes' });
  return played;
}

const shown = (played: Played) => viewFor('desk', played.state, ambientOf()).retention;
const at = (played: Played, seconds: number) => Date.parse(played.state.info.startsAt) + seconds * 1000;

describe('what goes after the minutes are final', () => {
  it('[K27] goes when the days of the body’s rules are over, not before', () => {
    const played = final({ retention: { detailsDays: 14 } });
    expect(shown(played)).toMatchObject({
      detailsDueAt: at(played, over + 14 * day),
      detailsDeletedAt: null,
    });
    const early = played.refused('system', { do: 'deleteDetails' }, over + 14 * day - 1);
    expect(early.code).toBe('retention/not-due');
    const { events } = played.ok('system', { do: 'deleteDetails' }, over + 14 * day);
    expect(typesOf(events)).toEqual(['DetailsDeleted']);
    expect(shown(played)).toMatchObject({
      detailsDueAt: null,
      detailsDeletedAt: at(played, over + 14 * day),
    });
    expect(played.refused('system', { do: 'deleteDetails' }).code).toBe('retention/deleted');
  });

  it('[K27] goes thirty days later where the rules say nothing; earlier by the desk and by nobody else', () => {
    const played = final();
    expect(shown(played).detailsDueAt).toBe(at(played, over + 30 * day));
    for (const by of ['m01', 'm03', 'k01'])
      expect(played.refused(by, { do: 'deleteDetails' }).code).toBe('permission/desk');
    played.ok('desk', { do: 'deleteDetails' });
    expect(played.refused('desk', { do: 'deleteDetails' }).code).toBe('retention/deleted');
  });

  it('[K27] where the rules keep it, it goes by the desk’s word alone', () => {
    const played = final({ retention: { detailsDays: 'keep', recordYears: 'keep' } });
    expect(shown(played)).toEqual({ detailsDueAt: null, detailsDeletedAt: null, recordDueAt: null });
    expect(played.refused('system', { do: 'deleteDetails' }, 4000 * day).code).toBe('retention/not-due');
    played.ok('desk', { do: 'deleteDetails' });
  });

  it('[K29] leaves the record, the votes and the minutes word for word', () => {
    const played = final();
    const printed = () => {
      const { model, state } = minutesOf(played.log);
      return minutesToText(renderMinutes({ state, blocks: model.blocks, profile: profileById('plain') }));
    };
    const before = { text: printed(), record: played.state.record, votes: played.state.votes };
    played.ok('desk', { do: 'deleteDetails' });
    expect(printed()).toBe(before.text);
    expect(played.state.record).toBe(before.record);
    expect(played.state.votes).toBe(before.votes);
    const again = played.refused('desk', { do: 'writeTurn', turn: 1, text: '改', base: '議題に入ります。' });
    expect(again.code).toBe('record/finalized');
  });

  it('[K31] the record is kept for the years of the rules, counted from the day of the final minutes', () => {
    const played = final({ retention: { recordYears: 5 } });
    const until = new Date(shown(played).recordDueAt ?? 0);
    const from = new Date(at(played, over));
    expect(until.getUTCFullYear() - from.getUTCFullYear()).toBe(5);
    expect(until.toISOString().slice(4)).toBe(from.toISOString().slice(4));
  });

  it('[K27] a meeting stored before there was such a rule has the defaults', () => {
    const played = final();
    const { retention: _, ...old } = played.state.rules;
    const [first] = played.log;
    if (first?.type !== 'MeetingCreated') throw new Error('no beginning');
    const stored = { ...first, plan: { ...first.plan, rules: old as typeof played.state.rules } };
    const { state } = minutesOf([stored, ...played.log.slice(1)]);
    expect(state.rules).toEqual(played.state.rules);
  });
});

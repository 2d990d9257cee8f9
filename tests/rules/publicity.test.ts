import { describe, expect, it } from 'vitest';
import { blocksFor } from '../../server/meetings/minutesStream.ts';
import { quorumNow } from '../../shared/features/attendance/standing.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { bundledProfiles, profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened, typesOf } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import { close, declare, hands, lastVote } from '../support/voting.ts';

const closing = { do: 'closeToPublic', item: 'i1', reason: '個人の事情にわたるため' } as const;
const secret = 'だれにも言えないこと';

/** Item i1 is closed half way: what m02 says is public, what m03 says is not; then it is voted on. */
function closedHalfWay(): Played {
  const meeting = opened();
  meeting.ok('m01', { do: 'startItem', item: 'i1' });
  meeting.ok('m01', { do: 'recognize', who: 'm02' });
  meeting.ok('s01', { do: 'writeTurn', turn: 2, text: '公開の意見' });
  meeting.ok('m01', closing);
  meeting.ok('m01', { do: 'recognize', who: 'm03' });
  meeting.ok('s01', { do: 'writeTurn', turn: 4, text: secret });
  meeting.ok('s01', { do: 'attachOpinion', item: 'i1', text: `${secret}の意見` });
  meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
  meeting.ok('desk', hands(6, 0));
  meeting.all('m01', close, declare, { do: 'endItem', item: 'i1' });
  return meeting;
}

describe('an item closed to the public (非公開)', () => {
  it('[A18] is closed with its reason, and opened again, until it ends, by the chair or the desk', () => {
    const meeting = opened();
    expect(meeting.ok('desk', closing).events).toMatchObject([
      { type: 'ItemClosedToPublic', item: 'i1', reason: '個人の事情にわたるため' },
    ]);
    expect(meeting.ok('m01', closing).events).toEqual([]);
    expect(meeting.refused('m03', { do: 'openToPublic', item: 'i1' }).code).toBe('permission/chair-or-desk');
    expect(typesOf(meeting.ok('m01', { do: 'openToPublic', item: 'i1' }).events)).toEqual([
      'ItemOpenedToPublic',
    ]);
    meeting.all('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(meeting.refused('m01', closing).code).toBe('agenda/vote-open');
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: 'やり直し' });
    meeting.ok('m01', { do: 'endItem', item: 'i1' });
    expect(meeting.refused('m01', closing).code).toBe('agenda/item-ended');
    expect(meeting.refused('m01', { ...closing, item: 'i9' }).code).toBe('agenda/unknown-item');
    expect(opened({ open: false, mode: 'inRoom' }).refused('m01', closing).code).toBe(
      'agenda/meeting-closed',
    );
  });

  it('[A19] keeps out who is online unless the rules let them in', () => {
    const meeting = opened({}, '1-4', '5-7');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m05', { do: 'raiseHand' });
    const closed = meeting.ok('m01', closing);
    expect(typesOf(closed.events)).toEqual(['ItemClosedToPublic', 'HandLowered']);
    expect(quorumNow(meeting.state)).toMatchObject({ present: 4, required: 4, met: true });
    expect(meeting.refused('m06', { do: 'raiseHand' }).code).toBe('floor/closed-session');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(Object.keys(lastVote(meeting).eligible)).toEqual(['m02', 'm03', 'm04']);
    expect(meeting.refused('m06', { do: 'castVote', item: 'i1', choice: 'yes' }).ja).toContain('非公開');
    const lets = opened({ rules: { online: { closedSession: true } } }, '1-4', '5-7');
    lets.all('m01', closing, { do: 'startItem', item: 'i1' });
    lets.ok('m06', { do: 'raiseHand' });
    expect(quorumNow(lets.state).present).toBe(7);
  });

  it('[A19] can cost the quorum, which comes back with the public', () => {
    const meeting = opened({}, '1-3', '4-7');
    meeting.ok('m01', closing);
    expect(typesOf(meeting.ok('m01', { do: 'startItem', item: 'i1' }).events)).toContain('QuorumLost');
    expect(typesOf(meeting.ok('m01', { do: 'openToPublic', item: 'i1' }).events)).toContain('QuorumRegained');
  });

  it('[A20] shows observers that it is closed and why, and nothing of what goes on; the members see it', () => {
    const meeting = opened();
    meeting.all('m01', { do: 'startItem', item: 'i1' }, closing, { do: 'recognize', who: 'm03' });
    const seen = viewFor('observer', meeting.state, ambientOf());
    expect(seen).toMatchObject({ closedSession: true, floor: { turn: null, queue: [] }, vote: null });
    expect(seen.agenda[0]).toMatchObject({ closedReason: '個人の事情にわたるため' });
    expect(viewFor('member', meeting.state, ambientOf()).floor.turn?.who).toBe('m03');
    meeting.ok('m01', { do: 'openToPublic', item: 'i1' });
    expect(viewFor('observer', meeting.state, ambientOf())).toMatchObject({
      closedSession: false,
      floor: { turn: { who: 'm03' } },
    });
  });

  it.each(bundledProfiles.map(({ id }) => id))(
    '[P42] what was said meanwhile is in the record and not in the published copy (%s)',
    (id) => {
      const { model, state } = minutesOf(closedHalfWay().log);
      const printed = (copy: 'published' | 'record') =>
        minutesToText(renderMinutes({ state, blocks: model.blocks, profile: profileById(id), copy }));
      expect(printed('published')).not.toContain(secret);
      expect(printed('published').match(/非公開.個人の事情にわたるため/gu)?.length ?? 0).toBeLessThanOrEqual(
        1,
      );
      if (printed('record').includes('公開の意見')) expect(printed('record')).toContain(secret);
    },
  );

  it.each(bundledProfiles.map(({ id }) => id))(
    '[P84] what came of a closed item is published once, also where only the chair’s words have it (%s)',
    (id) => {
      const { model, state } = minutesOf(closedHalfWay().log);
      const profile = profileById(id);
      const sentence = (copy: 'published' | 'record') => {
        const text = minutesToText(renderMinutes({ state, blocks: model.blocks, profile, copy }));
        return text.match(/承認|可決|同意|決定|「可」|了承/gu)?.length ?? 0;
      };
      expect(sentence('published')).toBeGreaterThan(0);
      expect(sentence('published')).toBeLessThanOrEqual(sentence('record'));
    },
  );

  it('[P42] the published copy says in its place why, and keeps what was public and what came of it', () => {
    const { model, state } = minutesOf(closedHalfWay().log);
    const text = minutesToText(renderMinutes({ state, blocks: model.blocks, profile: profileById('plain') }));
    expect(text).toContain('公開の意見');
    expect(text).toContain('（非公開\u3000個人の事情にわたるため）');
    expect(text).toMatch(/承認|可決/);
    expect(JSON.stringify(blocksFor('public', model.blocks))).not.toContain(secret);
    expect(JSON.stringify(blocksFor('all', model.blocks))).toContain(secret);
    expect(blocksFor('public', model.blocks).map(({ type }) => type)).toContain('vote');
  });
});

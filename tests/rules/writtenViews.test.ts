import { describe, expect, it } from 'vitest';
import { blocksFor } from '../../server/meetings/minutesStream.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

function deciding(): Played {
  const meeting = new Played(planOf({ mode: 'written', profile: 'tama' }));
  meeting.all('desk', { do: 'dispatch', documents: ['資料１'] }, { do: 'openRound', round: 'decisions' });
  meeting.ok('m03', { do: 'submitQuestion', item: 'i1', text: '理由は何か。' });
  meeting.ok('m03', { do: 'submitDecision', item: 'i1', choice: 'no', opinion: '費用が心配である。' });
  for (const who of ['m02', 'm04', 'm05', 'm06', 'm07'])
    meeting.ok(who, { do: 'submitDecision', item: 'i1', choice: 'yes' });
  return meeting;
}

describe('a written meeting as each sees it', () => {
  it('[W9] the desk sees every decision, the chair how it stands, the others how many have replied', () => {
    const { state } = deciding();
    const desk = viewFor('desk', state, ambientOf());
    expect(desk.writtenBook?.decisions['i1']).toContainEqual(
      expect.objectContaining({ who: 'm03', choice: 'no', opinion: '費用が心配である。', late: false }),
    );
    const chair = viewFor('chair', state, ambientOf());
    expect(chair.writtenStanding?.interim['i1']?.counts).toMatchObject({ yes: 5, no: 1, unaccounted: 1 });
    expect(chair.writtenStanding?.missing).toHaveLength(7);
    expect(JSON.stringify(chair)).not.toContain('費用が心配');
    for (const audience of ['member', 'observer', 'screen'] as const) {
      const seen = JSON.stringify(viewFor(audience, state, ambientOf()));
      expect(seen).not.toContain('費用が心配');
      expect(seen).not.toContain('"counts":{');
    }
    const member = viewFor('member', state, ambientOf());
    expect(member.written).toMatchObject({ replied: 0, members: 7, decides: ['i1', 'i2'], mayAbstain: true });
    expect(meFor(state, 'm03', ambientOf())?.written).toMatchObject({
      questions: [1],
      decisions: { i1: { choice: 'no', late: false } },
    });
  });

  it('[W9] the minutes that members follow hold nobody’s decision and no asker', () => {
    const { model } = minutesOf(deciding().log);
    const read = blocksFor('all', model.blocks);
    expect(read.some((block) => block.type === 'decision')).toBe(false);
    expect(read.find((block) => block.type === 'question')).toMatchObject({ speaker: null });
    expect(blocksFor('desk', model.blocks).filter((block) => block.type === 'decision')).toHaveLength(6);
  });

  it('[W9] who is excluded is asked nothing on that item', () => {
    const meeting = deciding();
    meeting.ok('desk', { do: 'recuse', who: 'm07', item: 'i2' });
    expect(meFor(meeting.state, 'm07', ambientOf())?.written?.recused).toEqual(['i2']);
    expect(viewFor('desk', meeting.state, ambientOf()).writtenBook?.replies['m07']?.missing).toEqual([]);
  });

  it('[W11] the draft of each result and the notice are in the words that the minutes print', () => {
    const meeting = deciding();
    const profile = profileById('tama');
    const ambient = ambientOf({ profile });
    const draft = viewFor('desk', meeting.state, ambient).writtenBook?.sentences['i1'] ?? '';
    expect(draft).toContain('出席の委員5名から');
    meeting.ok('m01', { do: 'submitDecision', item: 'i1', choice: 'yes' });
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    const { notice, sentences } = viewFor('desk', meeting.state, ambient).writtenBook ?? {};
    expect(sentences?.['i1']).toContain('出席の委員6名から');
    expect(notice).toContain(sentences?.['i1']);
    expect(notice).toContain('①第一の諮問');
    const { model, state } = minutesOf(meeting.log);
    const printed = minutesToText(renderMinutes({ state, blocks: model.blocks, profile }));
    expect(printed).toContain(sentences?.['i1']);
  });

  it('[W1] consent is asked of those whose consent the rule names', () => {
    const meeting = new Played(planOf({ mode: 'written', rules: { written: { consent: 'chair' } } }));
    meeting.ok('m02', { do: 'consentWritten', agree: true });
    const { written } = viewFor('member', meeting.state, ambientOf());
    expect(written?.consent).toEqual({ of: 'chair', asked: 0, agreed: 0, needed: 1 });
    meeting.ok('desk', { do: 'consentWritten', agree: true, who: 'm01' });
    expect(viewFor('desk', meeting.state, ambientOf()).writtenBook?.consents).toEqual({
      m01: true,
      m02: true,
    });
    expect(viewFor('member', meeting.state, ambientOf()).written?.consent.agreed).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { plainProfile, profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { audiences } from '../../shared/views/types/audience.ts';
import type { ChairView } from '../../shared/views/types/chairView.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import type { Played } from '../support/given.ts';
import { close, debating, declare, lastVote, voting } from '../support/voting.ts';

const object = { do: 'object', item: 'i1' } as const;

function chairOf(meeting: Played): ChairView {
  return viewFor('chair', meeting.state, ambientOf());
}

function printed(meeting: Played, profile = plainProfile, copy?: 'record'): string {
  const { model, state } = minutesOf(meeting.log);
  return minutesToText(renderMinutes({ state, blocks: model.blocks, profile, copy }));
}

/** No objection is asked for; so many have to object before another vote is taken. */
function asking(objection: number): Played {
  return voting({ rules: { vote: { objection } } }, undefined, '', 'noObjection');
}

describe('who objects', () => {
  it('[V66] is named to the chair and the desk at once, with the way on; the others learn how many', () => {
    const meeting = asking(1);
    meeting.ok('m04', object);
    for (const audience of audiences) {
      const view = viewFor(audience, meeting.state, ambientOf());
      expect('objectors' in view ? view.objectors : null, audience).toEqual(
        audience === 'chair' || audience === 'desk' ? ['m04'] : null,
      );
      expect(view.vote).toMatchObject({ status: 'escalated', objections: 1 });
    }
    // The room goes on reading that there was an objection until somebody else speaks.
    expect(viewFor('screen', meeting.state, ambientOf()).scene).toBe('vote');
    expect(chairOf(meeting).next).toMatchObject({
      command: { do: 'openVote', item: 'i1', method: 'showOfHands' },
      label: { ja: '挙手採決へ' },
      blocked: null,
    });
    // Whoever has raised a hand is not heard before it.
    meeting.ok('m05', { do: 'raiseHand' });
    expect(chairOf(meeting).next?.command.do).toBe('openVote');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(chairOf(meeting).objectors).toEqual([]);
  });

  it('[V66] is named also while the rule waits for more, and no more once it was declared', () => {
    const meeting = asking(3);
    for (const who of ['m05', 'm03']) meeting.ok(who, object);
    expect(chairOf(meeting).objectors).toEqual(['m05', 'm03']);
    meeting.all('m01', close, declare);
    expect(chairOf(meeting).objectors).toEqual([]);
  });

  it('[V66] to a nomination is named, and the next step is the ballot', () => {
    const meeting = debating();
    meeting.ok('m01', {
      do: 'openElection',
      item: 'i1',
      office: 'deputyChair',
      method: 'acclaimByNomination',
    });
    meeting.ok('m03', { do: 'nominate', who: 'm05' });
    meeting.ok('m04', object);
    expect(chairOf(meeting).objectors).toEqual(['m04']);
    expect(chairOf(meeting).next?.command.do).toBe('closeElection');
    expect(printed(meeting)).toContain('（「異議あり」の声あり）');
  });
});

describe('too few objections', () => {
  it('[V67] are told as what they are: on the button, in the words, in the minutes of every body', () => {
    const meeting = asking(2);
    meeting.ok('m04', object);
    const asked = chairOf(meeting);
    expect(asked.next).toMatchObject({ label: { ja: '宣告へ' }, sub: { ja: '異議は2人に達しない' } });
    expect(asked.prompter?.words).toBe('ご異議が1人ありました。ほかにご異議はございませんか。');
    meeting.ok('m01', close);
    expect(chairOf(meeting).prompter?.words).toMatch(/ご異議は1人で、採決の方法を改める2人に達しませんので/);
    meeting.ok('m01', declare);
    for (const id of ['plain', 'meguro', 'nogyo', 'shigikai', 'shiki', 'tama']) {
      const text = printed(meeting, profileById(id));
      expect(text, id).not.toMatch(/異議なし|異議なく|異議がない/);
    }
    expect(printed(meeting)).toContain('異議は1人で、採決を改める人数に達せず、承認となった。');
  });

  it('[V67] nobody objecting is still said as such', () => {
    const meeting = asking(2);
    expect(chairOf(meeting).next?.label.ja).toBe('異議なし');
    meeting.all('m01', close, declare);
    expect(printed(meeting)).toContain('異議なく承認された。');
  });
});

describe('after objections', () => {
  it('[V68] an amendment is put by the method that the rules name, though the body asks for objections first', () => {
    const meeting = debating({ rules: { vote: { method: 'noObjection', objectionThen: 'standing' } } });
    meeting.all('m01', { do: 'explain', item: 'i1' }, { do: 'endExplain' });
    meeting.ok('m03', { do: 'moveMotion', item: 'i1', kind: 'amendment', text: '半額にする' });
    meeting.ok('m01', { do: 'putMotion', motion: 1 });
    expect(lastVote(meeting).method).toBe('noObjection');
    meeting.ok('m04', object);
    const { next, prompter } = chairOf(meeting);
    expect(next?.command).toEqual({ do: 'putMotion', motion: 1, method: 'standing' });
    expect(prompter?.words).toContain('ご異議がありますので');
    meeting.ok('m01', { do: 'putMotion', motion: 1, method: 'standing' });
    meeting.ok('desk', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: 2, no: 4 });
    meeting.all('m01', close, declare);
    meeting.ok('m01', { do: 'speak', who: 'm01' });
    // The original is another question: nobody has objected to it.
    expect(chairOf(meeting).next?.command).toEqual({ do: 'openVote', item: 'i1', method: 'noObjection' });
  });

  it('[V68] a vote that was declared void is not put by asking again', () => {
    const meeting = asking(2);
    meeting.ok('m04', object);
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: '異議があったため' });
    expect(chairOf(meeting).next).toMatchObject({
      command: { do: 'openVote', item: 'i1', method: 'showOfHands' },
      label: { ja: '採決へ' },
    });
  });

  it('[V69] the minutes have it where it was made, and the record has the name', () => {
    const meeting = asking(1);
    meeting.ok('m04', object);
    expect(printed(meeting)).toContain('（「異議あり」の声あり）\n');
    expect(printed(meeting)).not.toContain('声あり）（');
    expect(printed(meeting, plainProfile, 'record')).toContain('（「異議あり」の声あり）（委員04）');
  });
});

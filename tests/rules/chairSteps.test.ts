import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { VoteMethodName } from '../../shared/rules/rules.ts';
import type { ActionLine } from '../../shared/views/types/actionLine.ts';
import type { ChairView } from '../../shared/views/types/chairView.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened, Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

/** What the chair's tablet shows now. */
function seen(meeting: Played): ChairView {
  return viewFor('chair', meeting.state, ambientOf());
}

/** Presses the one next button, which must not be blocked. */
function press(meeting: Played): CommandInput {
  const { next } = seen(meeting);
  if (next === null) throw new Error('there is nothing to press');
  expect(next.blocked).toBeNull();
  meeting.ok('m01', next.command);
  return next.command;
}

/** The other button for this command. */
function other(meeting: Played, verb: CommandInput['do']): ActionLine {
  const found = seen(meeting).others.find(({ command }) => command.do === verb);
  if (found === undefined) throw new Error(`the chair is not offered ${verb}`);
  return found;
}

function note(meeting: Played): string | undefined {
  return seen(meeting).prompter?.note.ja;
}

/** A meeting at its first item, the chair speaking and the explanation done. */
function discussing(wishes: Parameters<typeof opened>[0] = {}, room?: string, online = ''): Played {
  const meeting = opened(wishes, room, online);
  return meeting.all(
    'm01',
    { do: 'startItem', item: 'i1' },
    { do: 'explain', item: 'i1' },
    { do: 'endExplain' },
  );
}

describe("the chair's next step", () => {
  it('[N21] leads through a whole meeting: each press is carried out and there is always a next one', () => {
    const meeting = new Played(planOf());
    meeting.present('1-7');
    const verbs: string[] = [];
    while (meeting.state.conduct.status !== 'closed') {
      const { vote, floor, next } = seen(meeting);
      // What others do meanwhile: one member asks on each item, and the desk counts hands.
      if (vote?.status === 'open' && next?.command.do === 'closeVote')
        meeting.ok('desk', { do: 'recordCount', item: vote.item, channel: 'inRoom', yes: 4, no: 2 });
      if (floor.turn?.kind === 'explanation') meeting.ok('m05', { do: 'raiseHand' });
      verbs.push(press(meeting).do);
    }
    const item = [
      'startItem',
      'explain',
      'endExplain',
      'recognize',
      'recognize',
      'speak',
      'openVote',
      'callChoice',
      'callChoice',
      'callChoice',
      'closeVote',
      'reportCount',
      'declareResult',
      'endItem',
    ];
    expect(verbs).toEqual(['openMeeting', ...item, ...item, 'closeMeeting']);
  });

  it('[N21] before the opening the button says why it cannot be pressed yet', () => {
    const meeting = new Played(planOf());
    meeting.present('1-3');
    expect(seen(meeting).next).toMatchObject({
      command: { do: 'openMeeting' },
      blocked: { ja: expect.stringContaining('あと1人足りません') as string },
    });
    expect(note(meeting)).toBe('定足数がそろうのを待つ');
    meeting.ok('desk', { do: 'checkIn', who: 'm04', channel: 'inRoom' });
    expect(seen(meeting).next?.blocked).toBeNull();
    expect(note(meeting)).toBe('開会を告げる');
  });

  it('[N21] names the first of the queue, thanks who spoke, and asks the official for the answer', () => {
    const meeting = discussing();
    meeting.ok('m05', { do: 'raiseHand' });
    meeting.ok('m06', { do: 'raiseHand' });
    expect(seen(meeting).next).toMatchObject({
      label: { ja: '委員05さん' },
      sub: { ja: '指名する' },
      hint: { ja: 'ほかの人は、名前に触れて指名します' },
    });
    press(meeting);
    expect(seen(meeting).prompter?.words).toBe(
      '委員05さん、ありがとうございました。続いて委員06さん、お願いします。',
    );
    expect(other(meeting, 'recognize').label.ja).toBe('課長01に答弁を求める');
    meeting.ok('m06', { do: 'lowerHand' });
    expect(seen(meeting).next).toMatchObject({ label: { ja: '課長01' }, sub: { ja: '答弁を求める' } });
    press(meeting);
    expect(seen(meeting).others.map(({ label }) => label.ja)).toContain('委員05さんの再質問');
    expect(seen(meeting).next?.label.ja).toBe('会長が話す');
    expect(note(meeting)).toBe('ほかに発言がないか確かめる');
  });

  it('[N21] a point of order comes first and is called as one', () => {
    const meeting = discussing();
    meeting.ok('m05', { do: 'raiseHand' });
    meeting.ok('m06', { do: 'raiseHand', kind: 'pointOfOrder' });
    expect(seen(meeting).next).toMatchObject({
      label: { ja: '委員06さん' },
      sub: { ja: '議事進行の発言を許す' },
    });
    expect(note(meeting)).toBe('議事進行の発言を許す');
  });

  it('[N22] a tie is decided by two equal buttons, and then declared as the chair decided', () => {
    const meeting = discussing();
    meeting.all(
      'm01',
      { do: 'openVote', item: 'i1', method: 'showOfHands' },
      { do: 'closeVote', item: 'i1' },
    );
    meeting.ok('desk', { do: 'voidVote', item: 'i1', why: '数え直し' });
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    meeting.ok('desk', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: 3, no: 3 });
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    expect(seen(meeting).next?.label.ja).toBe('裁決へ');
    press(meeting);
    const { next, others, prompter } = seen(meeting);
    expect(next).toBeNull();
    expect(others.slice(0, 2)).toMatchObject([
      { command: { do: 'castingVote', choice: 'yes' }, label: { ja: '可とする' }, sub: { ja: '承認' } },
      { command: { do: 'castingVote', choice: 'no' }, label: { ja: '否とする' }, sub: { ja: '不承認' } },
    ]);
    expect(prompter?.words).toContain('賛成3人、反対3人で可否同数です。');
    meeting.ok('m01', other(meeting, 'castingVote').command);
    expect(seen(meeting).next?.label.ja).toBe('承認と宣告する');
    expect(seen(meeting).prompter?.words).toContain('可とし');
    press(meeting);
    expect(meeting.state.votes.votes['i1#2']?.outcome).toBe('carried');
  });

  it('[N22] nothing is declared while somebody is unaccounted for, and the button says so', () => {
    const meeting = discussing();
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    meeting.ok('desk', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: 4, no: 1 });
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    expect(seen(meeting).next?.hint?.ja).toBe('未確認1人は、宣告の前に事務局が記録します');
    press(meeting);
    expect(seen(meeting).next).toMatchObject({
      command: { do: 'declareResult' },
      blocked: { ja: '1人が未確認です。事務局が退席や棄権を記録すると、宣告できます。' },
    });
    expect(note(meeting)).toBe('未確認の人を確かめる');
    meeting.ok('desk', { do: 'resolve', item: 'i1', as: 'left' });
    expect(seen(meeting).next).toMatchObject({ label: { ja: '承認と宣告する' }, blocked: null });
    expect(seen(meeting).prompter?.words).toContain('賛成4人、必要な3人に達しました');
  });

  it.each<[VoteMethodName, readonly string[]]>([
    ['standing', ['callChoice', 'callChoice', 'callChoice', 'closeVote', 'reportCount']],
    ['electronic', ['closeVote', 'reportCount']],
    ['namedBallot', ['closeVote', 'reportCount']],
    ['noObjection', ['closeVote']],
  ])('[N22] %s goes through its own steps', (method, steps) => {
    const meeting = discussing();
    meeting.ok('m01', { do: 'openVote', item: 'i1', method });
    if (method !== 'noObjection')
      for (const who of ['m02', 'm03', 'm04', 'm05', 'm06', 'm07'])
        meeting.ok(who, { do: 'castVote', item: 'i1', choice: 'yes' });
    expect(steps.map(() => press(meeting).do)).toEqual(steps);
    expect(seen(meeting).next?.label.ja).toBe('承認と宣告する');
    press(meeting);
    expect(meeting.state.votes.votes['i1#1']?.outcome).toBe('carried');
  });

  it('[N22] enough objections lead to the method that the rules name', () => {
    const meeting = discussing();
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'noObjection' });
    expect(note(meeting)).toBe('異議がないか確かめる');
    meeting.ok('m04', { do: 'object', item: 'i1' });
    expect(note(meeting)).toBe('異議があったので、採決に改める');
    expect(seen(meeting).next?.command).toEqual({ do: 'openVote', item: 'i1', method: 'showOfHands' });
    press(meeting);
    expect(seen(meeting).next?.label.ja).toBe('賛成の方');
  });

  it('[N22] amendments go before the original, the farthest first', () => {
    const meeting = discussing();
    meeting.ok('m03', { do: 'moveMotion', item: 'i1', kind: 'amendment', text: '近い案', distance: 1 });
    meeting.ok('m04', { do: 'moveMotion', item: 'i1', kind: 'amendment', text: '遠い案', distance: 5 });
    meeting.ok('m01', { do: 'speak', who: 'm01' });
    expect(seen(meeting).next).toMatchObject({
      command: { do: 'putMotion', motion: 2 },
      label: { ja: '修正案2の採決へ' },
    });
    expect(seen(meeting).prompter?.words).toMatch(/修正案が2件.*原案に最も遠いもの.*「遠い案」について/);
    meeting.ok('m01', { do: 'placeAmendment', motion: 1, before: 2 });
    expect(seen(meeting).next?.command).toEqual({ do: 'putMotion', motion: 1 });
    meeting.ok('m01', { do: 'placeAmendment', motion: 2, before: 1 });
    press(meeting);
    expect(seen(meeting).vote?.motion).toEqual({ no: 2, kind: 'amendment', text: '遠い案' });
  });

  it('[N36, V15] a vote declared void is the chair’s words, and is taken anew unless somebody asks to speak', () => {
    const meeting = discussing();
    meeting.all('m01', { do: 'openVote', item: 'i1', method: 'electronic' }, { do: 'closeVote', item: 'i1' });
    meeting.ok('desk', { do: 'resolve', item: 'i1', as: 'abstain', count: 6 });
    meeting.ok('desk', { do: 'reportCount', item: 'i1' });
    expect(meeting.state.floor.turn?.who).toBe('s01');
    meeting.ok('desk', { do: 'voidVote', item: 'i1', why: '端末の不具合' });
    expect(meeting.state.floor.turn?.who).toBe('m01');
    expect(seen(meeting).next?.command).toEqual({ do: 'openVote', item: 'i1', method: 'electronic' });
    expect(seen(meeting).prompter?.words).toContain('端末の不具合のため、ただいまの採決は無効とし');
    meeting.ok('m05', { do: 'raiseHand', kind: 'pointOfOrder' });
    expect(seen(meeting).next?.command).toMatchObject({ do: 'recognize', who: 'm05' });
  });

  it('[N37] names those whose votes were put right before the chair declares', () => {
    const meeting = discussing();
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    meeting.ok('desk', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: 4, no: 2 });
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    expect(seen(meeting).warnings).toEqual([]);
    meeting.ok('desk', {
      do: 'correctVote',
      item: 'i1',
      who: 'm04',
      choice: 'no',
      from: 'yes',
      why: '見誤り',
    });
    expect(seen(meeting).warnings.map(({ ja }) => ja)).toEqual(['委員04さんの票を、事務局が訂正しました。']);
  });

  it('[N38] asks for seconders, and says on a motion what it lacks', () => {
    const meeting = discussing({ rules: { motion: { seconders: 2 } } });
    meeting.ok('m03', { do: 'moveMotion', item: 'i1', kind: 'amendment', text: '案', distance: 1 });
    expect(seen(meeting).prompter?.words).toMatch(/委員03さんから「案」が出されました。賛成者が2人必要/);
    expect(seen(meeting).motions[0]?.blocked?.ja).toContain('あと2人足りません');
    meeting.ok('m04', { do: 'secondMotion', motion: 1 });
    meeting.ok('m05', { do: 'secondMotion', motion: 1 });
    expect(seen(meeting).motions[0]).toMatchObject({ seconders: ['m04', 'm05'], blocked: null });
    meeting.ok('m01', { do: 'speak', who: 'm01' });
    expect(press(meeting).do).toBe('putMotion');
  });

  it('[N38] offers each amendment where the chair decides the order', () => {
    for (const order of ['farthestFirst', 'chairDecides'] as const) {
      const meeting = discussing({ rules: { amend: { order } } });
      for (const [who, distance] of [
        ['m03', 1],
        ['m04', 5],
      ] as const)
        meeting.ok(who, { do: 'moveMotion', item: 'i1', kind: 'amendment', text: who, distance });
      meeting.ok('m01', { do: 'speak', who: 'm01' });
      const { next, others } = seen(meeting);
      const put = [next, ...others].flatMap((line) =>
        line?.command.do === 'putMotion' ? [line.command.motion] : [],
      );
      expect(put).toEqual(order === 'chairDecides' ? [2, 1] : [2]);
    }
  });

  it('[N39] an amendment is declared by its own words, and is another question than the item', () => {
    const meeting = discussing();
    meeting.ok('m03', { do: 'moveMotion', item: 'i1', kind: 'amendment', text: '半額にする' });
    meeting.ok('m01', { do: 'putMotion', motion: 1 });
    meeting.ok('desk', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes: 4, no: 2 });
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    press(meeting);
    expect(seen(meeting).next?.label.ja).toBe('可決と宣告する');
    expect(seen(meeting).prompter?.words).toContain('修正案「半額にする」は可決と決しました');
    press(meeting);
    expect(seen(meeting).agenda.find(({ id }) => id === 'i1')?.outcome).toBeNull();
    expect(seen(meeting).prompter?.words).toContain('修正部分を除く原案について採決');
    press(meeting);
    expect(seen(meeting).vote).toMatchObject({ round: 1, motion: null, question: '修正部分を除く原案' });
  });

  it('[N40] names the members online one by one where they are polled first', () => {
    const meeting = discussing({ rules: { vote: { channelOrder: 'onlineFirst' } } }, '1-5', '6-7');
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(seen(meeting).prompter?.words).toContain('委員06さん、賛成か反対かを');
    meeting.ok('m06', { do: 'castVote', item: 'i1', choice: 'yes' });
    expect(seen(meeting).prompter?.words).toContain('委員07さん、賛成か反対かを');
    meeting.ok('desk', { do: 'recordVote', item: 'i1', who: 'm07', choice: 'no' });
    expect(note(meeting)).toBe('賛成の方を求める');
  });

  it('[N42] offers the members there while a nomination is awaited, but not the chair as deputy', () => {
    for (const chair of [true, false]) {
      const meeting = opened({ chair, agenda: [{ id: 'i1', title: '互選', kind: 'election' }] }, '1-4');
      const leader = chair ? 'm01' : 'desk';
      meeting.ok(leader, { do: 'startItem', item: 'i1' });
      meeting.ok(leader, seen(meeting).next?.command ?? { do: 'resume' });
      const offered = seen(meeting).others.flatMap(({ command }) =>
        command.do === 'nominate' ? [command.who] : [],
      );
      expect(offered).toEqual(chair ? ['m02', 'm03', 'm04'] : ['m01', 'm02', 'm03', 'm04']);
      meeting.ok(leader, { do: 'nominate', who: 'm03' });
      expect(seen(meeting).others.some(({ command }) => command.do === 'nominate')).toBe(false);
    }
  });

  it('[N41] names all items that are taken together', () => {
    const meeting = opened();
    meeting.ok('desk', { do: 'joinItems', items: ['i1', 'i2'] });
    expect(seen(meeting).prompter?.words).toContain('第一の諮問、第二の諮問の2件に入ります');
  });

  it('[N23] a lost link that would cost the quorum comes first, and the vote waits for it', () => {
    const meeting = discussing({}, '1-3', '4');
    meeting.ok('system', { do: 'loseConnection', who: 'm04' });
    const { next, prompter, graces } = seen(meeting);
    expect(graces).toMatchObject([{ who: 'm04', losesQuorum: true }]);
    expect(next).toMatchObject({ command: { do: 'recess', until: '定足数が戻るまで' } });
    expect(prompter?.words).toContain('委員04さんの通信が切れています。');
    expect(other(meeting, 'openVote').blocked?.ja).toBe('採決は、委員04さんが戻ってから');
    meeting.passTo(meeting.clock + 61);
    expect(note(meeting)).toBe('定足数を欠いたことを告げる');
    expect(other(meeting, 'adjourn').label.ja).toBe('散会にする');
    press(meeting);
    expect(seen(meeting).next).toMatchObject({ command: { do: 'resume' } });
    expect(seen(meeting).next?.blocked).not.toBeNull();
    meeting.ok('desk', { do: 'checkIn', who: 'm05', channel: 'inRoom' });
    expect(press(meeting).do).toBe('resume');
  });

  it('[N23] of several lost links, those count that the quorum cannot spare in the order of their graces', () => {
    const meeting = opened({}, '1-3', '4-5');
    meeting.ok('system', { do: 'loseConnection', who: 'm05' });
    meeting.ok('system', { do: 'loseConnection', who: 'm04' }, meeting.clock + 5);
    expect(seen(meeting).graces).toMatchObject([
      { who: 'm05', losesQuorum: false },
      { who: 'm04', losesQuorum: true },
    ]);
    expect(seen(meeting).prompter?.words).toContain('委員04さん');
  });

  it('[N24] an election goes from the nomination to the declaration', () => {
    const agenda = [{ id: 'i1', title: '会長の選出', kind: 'election' as const }];
    const meeting = opened({ chair: false, agenda });
    const desk = (): ActionLine | null => viewFor('desk', meeting.state, ambientOf()).next;
    const go = () => {
      const next = desk();
      if (next === null) throw new Error('there is nothing to press');
      meeting.ok('desk', next.command);
      return next.command;
    };
    expect(go().do).toBe('startItem');
    expect(go()).toMatchObject({ do: 'openElection', office: 'chair' });
    expect(desk()).toBeNull();
    meeting.ok('m03', { do: 'nominate', who: 'm02' });
    expect(desk()).toMatchObject({ label: { ja: '委員02さん' }, sub: { ja: '当選を告げる' } });
  });

  it('[N24] an election by ballot goes through the run-off and the lot', () => {
    const agenda = [{ id: 'i1', title: '会長の選出', kind: 'election' as const }];
    const meeting = opened({ chair: false, agenda, rules: { election: { method: 'majorityRunoff' } } });
    const view = () => viewFor('desk', meeting.state, ambientOf());
    meeting.ok('desk', { do: 'startItem', item: 'i1' });
    meeting.ok('desk', view().next?.command ?? { do: 'note', text: '' });
    meeting.ok('desk', { do: 'recordBallots', counts: { m02: 3, m03: 3, m04: 1 } });
    expect(view().next).toMatchObject({ command: { do: 'closeElection' } });
    meeting.ok('desk', { do: 'closeElection' }, undefined, { box: [] });
    expect(view().prompter?.words).toContain('委員02、委員03による決選投票');
    meeting.ok('desk', { do: 'recordBallots', counts: { m02: 3, m03: 3 }, invalid: 1 });
    meeting.ok('desk', { do: 'closeElection' }, undefined, { box: [] });
    expect(view().next).toBeNull();
    expect(view().election?.explanation?.ja).toContain('くじで決めます');
    expect(view().prompter?.words).toContain('くじ');
    meeting.ok('desk', { do: 'drawLot', winner: 'm03' });
    expect(view().next).toMatchObject({ command: { do: 'declareElected', who: 'm03' } });
  });
});

describe('the naming of a deputy (指名)', () => {
  const agenda = [{ id: 'i1', title: '職務代理の指名', kind: 'appointment' as const }];

  it('[E14] is offered to the chair on its item, each member present by name, until there is a deputy', () => {
    const plan = planOf({ agenda });
    const meeting = new Played({
      ...plan,
      people: plan.people.map((person) => (person.id === 'm02' ? { ...person, role: 'member' } : person)),
    });
    meeting.present('1-6');
    meeting.all('m01', { do: 'openMeeting' }, { do: 'startItem', item: 'i1' });
    const { next, others } = seen(meeting);
    expect(next).toBeNull();
    expect(note(meeting)).toBe('指名することを告げる');
    const named = others.flatMap(({ command }) => (command.do === 'appoint' ? [command.who] : []));
    expect(named).toEqual(['m02', 'm03', 'm04', 'm05', 'm06']);
    meeting.ok('m01', other(meeting, 'appoint').command);
    expect(meeting.state.roster.people['m02']?.role).toBe('deputyChair');
    expect(seen(meeting).others.some(({ command }) => command.do === 'appoint')).toBe(false);
    expect(seen(meeting).next).not.toBeNull();
  });

  it('[E14] is not offered where members are appointed (委嘱) before there is a chair', () => {
    const meeting = opened({ chair: false, agenda });
    meeting.ok('desk', { do: 'startItem', item: 'i1' });
    expect(seen(meeting).others.some(({ command }) => command.do === 'appoint')).toBe(false);
  });
});

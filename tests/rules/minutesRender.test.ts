import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { localTime } from '../../shared/minutes/localTime.ts';
import { meetingPlaces } from '../../shared/minutes/profile/header.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import { meetingValues } from '../../shared/minutes/render/headerRows.ts';
import { sourceOf } from '../../shared/minutes/render/source.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToHtml } from '../../shared/minutes/toHtml.ts';
import { minutesToMarkdown } from '../../shared/minutes/toMarkdown.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import type { MinutesDocument } from '../../shared/minutes/document.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';

const plain = profileById('plain');
const meguro = profileById('meguro');

function documentOf(played: Played, profile: Profile = plain, copy?: 'record'): MinutesDocument {
  const { model, state } = minutesOf(played.log);
  return renderMinutes({ state, blocks: model.blocks, profile, copy });
}

function textOf(played: Played, profile: Profile = plain, copy?: 'record'): string {
  return minutesToText(documentOf(played, profile, copy));
}

/** The lines from this one on, as far as the next blank one. */
function after(text: string, line: string): string[] {
  const rest = text.slice(text.indexOf(line));
  return rest.slice(0, rest.indexOf('\n\n')).split('\n');
}

function atVote(yes = 4, no = 2): Played {
  const played = opened({}, '1-7');
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
  played.ok('m01', { do: 'callChoice', choice: 'yes' });
  played.ok('m01', { do: 'callChoice', choice: 'no' });
  played.ok('s01', { do: 'recordCount', item: 'i1', channel: 'inRoom', yes, no });
  played.ok('m01', { do: 'closeVote', item: 'i1' });
  played.ok('s01', { do: 'reportCount', item: 'i1' });
  if (yes !== no) played.ok('m01', { do: 'declareResult', item: 'i1' });
  return played;
}

describe('the head in print', () => {
  it.each([
    [5, ['会　議　名', '日　　　時', '出 席 委 員', 'オンライン', '説　明　員', '公　　　開', '配 付 資 料']],
    [7, ['会　　議　　名', '日　　　　　時', '出　席　委　員', 'オ ン ラ イ ン']],
    ['letters', ['会　議　名', '日　時', '出　席　委　員']],
    [0, ['会議名', '日時', '出席委員', 'オンライン']],
  ] as const)('[P85] keys spread over %s characters have gaps that are all alike', (spread, keys) => {
    const profile = { ...plain, header: { ...plain.header, spread } };
    const head = documentOf(opened({}), profile).nodes.find((node) => node.kind === 'header');
    const shown = head?.kind === 'header' ? head.rows.map(({ key }) => key) : [];
    expect(shown).toEqual(expect.arrayContaining([...keys]));
    for (const key of shown)
      expect(new Set([...key].join('').match(/(?<=\S)\s+(?=\S)/gu) ?? []).size).toBeLessThanOrEqual(1);
  });
});

describe('what a report is dated with', () => {
  it('[P94] is the day on which the minutes were made final, and no line until then', () => {
    const played = opened({});
    played.ok('m01', { do: 'closeMeeting' });
    const shiki = profileById('shiki');
    const first = (copy?: 'record') => documentOf(played, shiki, copy).nodes.slice(0, 3);
    expect(
      first()
        .map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['title', 'header']);
    played.ok('desk', { do: 'finalizeMinutes' }, 25 * 24 * 3600);
    expect(first()[1]).toMatchObject({ kind: 'line', role: 'opening', align: 'right' });
    const { year, month, day } = localTime(played.state.at, minutesOf(played.log).state.info.startsAt);
    const line = `令和${String(year - 2018)}年${String(month)}月${String(day)}日`;
    expect(first()[1]).toMatchObject({ text: line });
    expect(first('record')).toEqual(first());
    expect(textOf(played, shiki)).toMatch(new RegExp(`^会議結果報告書\n\n　+${line}\n\n会議の名称`, 'u'));
    expect(minutesToMarkdown(documentOf(played, shiki))).toContain(`# 会議結果報告書\n\n${line}\n\n|`);
    // Where the form has no day of its own for it, the meeting's date form is used.
    const { finalDate: _, ...formats } = shiki.formats;
    expect(documentOf(played, { ...shiki, formats }).nodes[1]).toMatchObject({
      text: expect.stringMatching(/日（.）$/u) as string,
    });
  });

  it('[P94] every place that a form may name about the meeting has its value', () => {
    const { model, state } = minutesOf(opened({}).log);
    const values = meetingValues(sourceOf({ state, blocks: model.blocks, profile: plain }));
    expect(Object.keys(values).sort()).toEqual([...meetingPlaces].sort());
    expect(values).toMatchObject({ quorum: 4, seats: 7, finalDate: '' });
  });
});

describe('people in print', () => {
  it('[P95] who left with their link has that for a reason; who said they were leaving has their own', () => {
    const played = opened({}, '1-6', '7');
    played.ok('s01', { do: 'leave', who: 'm05', reason: '公務のため' }, 300);
    played.ok('system', { do: 'loseConnection', who: 'm07' }, 420);
    played.passTo(700);
    played.ok('system', { do: 'restoreConnection', who: 'm07' });
    const text = textOf(played);
    expect(text).toContain('（午後2時5分　委員05退室　公務のため）');
    expect(text).toContain('（午後2時7分　委員07退室　通信途絶）');
    expect(text).toContain('（午後2時11分　委員07再入室（オンライン））');
  });

  it('[P95] officials without a title are named where the form has titles', () => {
    const head = documentOf(opened({}), meguro).nodes.find((node) => node.kind === 'header');
    const row = head?.kind === 'header' ? head.rows.find(({ key }) => key === '出席者') : undefined;
    expect(row?.lines.at(-1)).toBe('（区側）課長０１、課長０２、事務局');
  });
});

describe('a turn in print', () => {
  it('[P17] until words are typed, the report states the counts and the declaration the result', () => {
    const text = textOf(atVote(), meguro);
    expect(text).toContain('区側　　賛成４名、反対２名になります。');
    expect(text).toContain('会長　　賛成４名でございますので、本件諮問については承認といたします。');
  });

  it('[P17] typed words take their place', () => {
    const played = atVote();
    const turns = minutesOf(played.log).model.blocks.filter((block) => block.type === 'turn');
    played.ok('s01', { do: 'writeTurn', turn: turns.length, text: '承認されました。' });
    const text = textOf(played, meguro);
    expect(text).toContain('会長　　承認されました。');
    expect(text).not.toContain('承認といたします');
  });

  it('[P18] a stage direction typed as a line of its own stands there, and only there', () => {
    const played = atVote();
    played.ok('s01', {
      do: 'writeTurn',
      turn: 1,
      text: '賛成の方は挙手を。\n（賛成者挙手）\n反対の方は挙手を。',
    });
    expect(after(textOf(played, meguro), '会長　　賛成の方')).toEqual([
      '会長　　賛成の方は挙手を。',
      '（賛成者挙手）',
      '　反対の方は挙手を。',
      '（反対者挙手）',
    ]);
  });

  it('[P19] whoever goes on speaking after a stage direction has no new label', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'stageDirection', text: '（拍手）' });
    expect(after(textOf(played, meguro), '会長　')).toEqual(['会長　（拍手）']);
  });

  it('[P20] the published copy masks a withdrawn remark, the record keeps it and says who, when and why', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('m01', { do: 'recognize', who: 'm03' });
    played.ok('s01', { do: 'writeTurn', turn: 2, text: '不穏当な言葉' });
    played.ok('s01', { do: 'withdrawRemark', turn: 2, why: '本人の申し出' });
    expect(textOf(played, meguro)).toContain('委員　　━━━━━━\n');
    expect(textOf(played, meguro)).not.toContain('不穏当');
    const record = textOf(played, meguro, 'record');
    expect(record).toContain('委員（委員０３）　　不穏当な言葉');
    expect(record).toContain('発言取消し（本人の申し出）');
  });
});

describe('an outcome in print', () => {
  it('[P21] a casting vote, a rejection and 異議なし have their own sentences', () => {
    const tied = atVote(3, 3);
    tied.ok('m01', { do: 'castingVote', item: 'i1', choice: 'no' });
    tied.ok('m01', { do: 'declareResult', item: 'i1' });
    expect(textOf(tied)).toContain('可否同数のため、会長の裁決により不承認となった。');
    expect(textOf(atVote(2, 4))).toContain('賛成が必要な数に達せず、不承認となった。');
    const agreed = opened({}, '1-7');
    agreed.ok('m01', { do: 'startItem', item: 'i1' });
    agreed.ok('m01', { do: 'openVote', item: 'i1', method: 'noObjection' });
    agreed.ok('m01', { do: 'declareResult', item: 'i1' });
    expect(textOf(agreed)).toContain('（「異議なし」の声あり）');
    expect(textOf(agreed)).toContain('異議なく承認された。');
  });

  it('[P21] all in favour, and carried with conditions', () => {
    expect(textOf(atVote(6, 0))).toContain('全員の賛成により承認された。');
    const played = atVote();
    played.ok('s01', { do: 'concludeItem', item: 'i1', conditions: ['周知すること', '記録すること'] });
    expect(textOf(played)).toContain('条件を付して承認された。ただし、周知すること、記録すること');
  });

  it('[P22] an item that was not voted on has no result', () => {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    expect(textOf(played)).not.toContain('された。');
  });
});

describe('file forms', () => {
  const hostile = '<script>alert(1)</script> **太字** [x](javascript:1) | 表 & "引用"';

  function written(): Played {
    const played = opened({}, '1-7');
    played.ok('m01', { do: 'startItem', item: 'i1' });
    played.ok('s01', { do: 'writeTurn', turn: 1, text: hostile });
    return played;
  }

  it('[P23] what people typed is never markup in HTML', () => {
    const html = minutesToHtml(documentOf(written()));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toMatch(/^<!doctype html>/);
  });

  it('[P23] nor in Markdown', () => {
    const markdown = minutesToMarkdown(documentOf(written()));
    expect(markdown).toContain('&lt;script\\>');
    expect(markdown).toContain('\\*\\*太字\\*\\*');
    expect(markdown).toContain('\\[x\\]');
    expect(markdown).toContain('\\| 表 &amp;');
  });

  it('[P24] all forms say the same in the same order', () => {
    const played = atVote();
    const squeezed = (form: string) => form.replaceAll(/\s/gu, '');
    const html = minutesToHtml(documentOf(played, meguro));
    const fromHtml = squeezed(
      html
        .slice(html.indexOf('<main>'))
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"'),
    );
    expect(fromHtml).toBe(squeezed(textOf(played, meguro)));
  });
});

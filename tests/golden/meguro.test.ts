import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { labelString } from '../../shared/minutes/labelString.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';

const scenario = scenarioFile('shared/samples/meguro-2022-2.json');
const played = playScenario(scenario);
const { model, state } = minutesOf(played.log);
const profile = profileById('meguro');
const text = minutesToText(renderMinutes({ state, blocks: model.blocks, profile }));

/** procedure of the published meeting: the order of labels for each item. */
const published: Readonly<Record<string, string>> = {
  i0: 'CKCKMKCKC',
  i1: 'CXCMKMKCMKKCMKMCMKCMKKCMCKMC[+][-]KC',
  i2: 'CXCMKMKMKCMKMCMKMCMKMKMCMKMKC[+][-]KC',
  i3: 'CXCMCKMKCMCKMCMCKMKMCMKMKMKMCMKMC[+][-]KCKCKCKC',
  i4: 'CXCMKMCKCKMKMKMKMCMKKKMKKMCMKMCMKMCMKMCMKMCMKMKKMCMKKCMKMKMCKMKMKC[+][-]MCKC',
  i5: 'CXCMCKMKCMKMKMKMKMCMCKMCMKMKCMKMKMCMKMC[+][-]KC',
  i6: 'CXCMKMKMCMKCMKMCMKMKC[+][-]KC',
  i7: 'CXC',
  i8: 'CXC',
  i9: 'CKC',
};

describe('the published hybrid meeting, played', () => {
  it('is carried out to its end', () => {
    expect(played.stopped).toBeNull();
  });

  it.each(Object.entries(published))(
    '[P10] %s has the turns of the published minutes, in order',
    (item, labels) => {
      expect(labelString(model.blocks.filter((block) => block.item === item))).toBe(labels);
    },
  );

  it('[P11] explanations last as long as in the published minutes, to the minute', () => {
    expect(text.match(/（資料により説明）（約.*?分）/g)).toEqual(
      ['５', '８', '１２', '７', '１０', '２６', '１', '１'].map((n) => `（資料により説明）（約${n}分）`),
    );
  });

  it('[P12] counts are reported in full-width digits, and nobody against is stated', () => {
    const counts = [
      '賛成１６名、反対２名',
      '賛成１７名、反対１名',
      '賛成１１名、反対７名',
      '賛成１５名、反対１名、棄権１名',
      '賛成１７名、反対０名',
      '賛成１３名、反対２名',
    ];
    expect(text.match(/賛成\S+?名、反対\S*?(?=になります)/g)).toEqual(counts);
    expect(text).not.toMatch(/[0-9]/);
  });

  it('[P13] the ayes and the noes have their stage direction, those who abstain have none', () => {
    expect(text.match(/（賛成者挙手）/g)).toHaveLength(6);
    expect(text.match(/（反対者挙手）/g)).toHaveLength(6);
    expect(text).not.toContain('棄権者');
  });

  it('[P14] the votes are those of the published minutes, with who could vote and what was needed', () => {
    const votes = model.blocks.filter((block) => block.type === 'vote');
    expect(
      votes.map(({ counts, eligible, required, quorum, present, outcome }) => [
        [counts?.yes, counts?.no, counts?.abstain],
        eligible,
        required,
        quorum,
        present,
        outcome,
      ]),
    ).toEqual([
      [[16, 2, 0], 18, 10, 11, 19, 'carried'],
      [[17, 1, 0], 18, 10, 11, 19, 'carried'],
      [[11, 7, 0], 18, 10, 11, 19, 'carried'],
      [[15, 1, 1], 17, 9, 11, 18, 'carried'],
      [[17, 0, 0], 17, 9, 11, 18, 'carried'],
      [[13, 2, 0], 15, 8, 11, 16, 'carried'],
    ]);
  });

  it('[P15] the head has the published fields in their order, and the agenda its numbers', () => {
    const head = text.slice(0, text.indexOf('＜令和４年度第２回審議会発言記録＞'));
    const keys = ['名称', '日時', '会場', '出席者', '傍聴者', '配付資料', '会議次第', '発言の記録'];
    expect(head.split('\n').flatMap((line) => keys.find((key) => line.startsWith(key)) ?? [])).toEqual(keys);
    expect(head).toContain('令和４年７月１１日（月）午後２時から午後５時４０分まで');
    const agenda = head.slice(head.indexOf('会議次第　') + '会議次第　'.length, head.indexOf('発言の記録'));
    const numbers = agenda.split('\n').flatMap((line) => /^(（?[１-９]）?)/u.exec(line.trim())?.[1] ?? []);
    expect(numbers.join(' ')).toBe('１ ２ （１） （２） （３） （４） （５） （６） ３ （１） （２） ４');
    expect(text.trimEnd().endsWith('以　　上')).toBe(true);
  });

  it('[P15] the head says who was there, in which papers and on whose side, as the published one does', () => {
    const head = text.slice(0, text.indexOf('＜令和４年度第２回審議会発言記録＞'));
    const lines = head.split('\n').map((line) => line.trim());
    expect(text.startsWith('会議録\n')).toBe(true);
    expect(lines).toContain('傍聴者　なし');
    expect(lines).toContain('発言の記録　別紙のとおり');
    expect(lines.find((line) => line.startsWith('会場'))).toMatch(/、オンライン$/u);
    const members = lines.find((line) => line.includes('（委員）')) ?? '';
    expect(members.split('、')).toHaveLength(19);
    const officials = lines.find((line) => line.startsWith('（区側）')) ?? '';
    expect(officials.split('、')).toHaveLength(9);
    expect(officials).toMatch(/、事務局$/u);
    expect(lines.filter((line) => /＜(事前|席上)配付資料＞/u.test(line))).toHaveLength(2);
  });

  it('[P15] the body has the published headings in their order, and starts on a page of its own', () => {
    const document = renderMinutes({ state, blocks: model.blocks, profile });
    const headings = document.nodes.flatMap((node) => (node.kind === 'heading' ? [node.lines.join('')] : []));
    expect(headings.map((heading) => /^(（?[１-９]）?)/u.exec(heading)?.[1]).join(' ')).toBe(
      '１ ２ （１） （２） （３） （４） （５） （６） ３ （１） （２） ４',
    );
    expect(headings.filter((heading) => /^[１-９]/u.test(heading))).toEqual([
      '１　開会・会長あいさつ',
      '２　諮問事項',
      '３　報告事項',
      '４　その他',
    ]);
    expect(document.nodes.filter((node) => node.kind === 'bodyTitle')).toEqual([
      { kind: 'bodyTitle', text: '＜令和４年度第２回審議会発言記録＞', newPage: true },
    ]);
  });

  it.each([
    ['１', '１６', '本件諮問については承認といたします。'],
    ['２', '１７', '本件諮問については承認といたします。'],
    ['３', '１１', '本件諮問については承認といたします。'],
    ['４', '１５', '本件諮問については承認といたします。'],
    ['５', '１７', '本件諮問については承認といたします。'],
    ['６', '１３', '本諮問に対する答申は別紙のとおり区長に報告いたします。'],
  ])('[P12] consultation %s ends with the calls, the count and the result by %s', (no, yes, result) => {
    const from = text.indexOf(`\n（${no}）`, text.indexOf('２　諮問事項\n'));
    const block = text.slice(from, text.indexOf('\n（', text.indexOf('反対者挙手', from) + 10));
    const said = block
      .slice(block.indexOf('（賛成者挙手）'))
      .split('\n')
      .filter((line) => line !== '');
    expect(said.slice(0, 2)).toEqual(['（賛成者挙手）', '（反対者挙手）']);
    const counted = said.findIndex((line) => line.startsWith('区側　　賛成'));
    expect(said[counted]).toMatch(/になります。$/u);
    expect(said.find((line) => line.startsWith('会長　　'))).toBe(
      `会長　　賛成${yes}名でございますので、${result}`,
    );
  });

  it('[P16] without the departures nobody recorded, the votes stop until somebody is accounted for', () => {
    let steps = scenario.steps.filter(({ verb }) => verb !== 'leave');
    for (const [item, missing] of [
      ['i4', 1],
      ['i5', 1],
      ['i6', 3],
    ] as const) {
      const { stopped } = playScenario({ ...scenario, steps });
      expect([stopped?.step.fields.item, stopped?.refusal.code]).toEqual([item, 'vote/unaccounted']);
      expect(stopped?.refusal.ja).toContain(`${missing}人`);
      steps = steps.flatMap((step) =>
        step.no === stopped?.step.no
          ? [
              { ...step, verb: 'resolve', by: 's01', fields: { item, as: 'didNotVote', count: missing } },
              step,
            ]
          : [step],
      );
    }
    expect(playScenario({ ...scenario, steps }).stopped).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { followUps, followUpsIn } from '../../shared/across/followUps.ts';
import { nextPlan } from '../../shared/across/nextPlan.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';
import type { PlayedScenario } from '../support/playScenario.ts';

const fourth = scenarioFile('tests/golden/higashimurayama-2011-4/scenario.json');
const fifth = scenarioFile('tests/golden/higashimurayama-2012-5/scenario.json');

function textOf({ log }: PlayedScenario): string {
  const { model, state } = minutesOf(log);
  const profile = profileById('higashimurayama');
  return minutesToText(renderMinutes({ state, blocks: model.blocks, profile }));
}

describe('opinions of a fourth meeting, answered in the fifth (higashimurayama)', () => {
  const before = playScenario(fourth);
  const next = nextPlan(before.state);

  it('[J1] [J2] the fifth is made from the fourth, with its fourteen opinions matter by matter', () => {
    expect(before.stopped).toBeNull();
    expect(next.meeting.title).toBe(fifth.plan.meeting.title);
    const carried = next.carriedOver.map((group) => ({
      ...group,
      under: 'o4',
      opinions: group.opinions.map(({ no, text }) => ({ no, text })),
    }));
    expect(carried).toEqual(fifth.plan.carriedOver);
    expect(carried.flatMap(({ opinions }) => opinions)).toHaveLength(14);
    expect(next.carriedPromises?.map(({ origin, name, due }) => [origin, name, due])).toEqual([
      ['第4回', '職員04', '次回'],
    ]);
  });

  it('[J5] [J6] answered there, they print as the published minutes do, and only the fifth meeting’s own promise is left', () => {
    const under = (plan: typeof next) => ({
      carriedOver: plan.carriedOver.map((group) => ({ ...group, under: 'o4' })),
      carriedPromises: plan.carriedPromises?.map(({ from: _gone, ...promise }) => ({
        ...promise,
        under: 'o4',
      })),
    });
    const close = fifth.steps.findIndex(({ verb }) => verb === 'closeMeeting');
    const step = fifth.steps[close];
    if (step === undefined) throw new Error('the fifth meeting is never closed');
    const fulfil = { ...step, verb: 'fulfil', by: 's01', fields: { promise: 1, text: '案のとおり' } };
    const played = playScenario({
      plan: { ...fifth.plan, ...under(next), ...(next.previous ? { previous: next.previous } : {}) },
      steps: fifth.steps.toSpliced(close, 0, fulfil),
    });
    expect(played.stopped).toBeNull();
    const published = playScenario(fifth);
    const answers = (text: string) => text.slice(text.indexOf('前の会議で答申に付した意見への回答'));
    expect(answers(textOf(played))).toBe(answers(textOf(published)));
    const known = followUps([followUpsIn(before.state), followUpsIn({ ...played.state, id: 'fifth' })]);
    expect(known.opinions).toHaveLength(14);
    expect(known.opinions.map(({ made, done }) => [made?.session, done?.in.session])).toEqual(
      Array.from({ length: 14 }, () => ['第4回', '第5回']),
    );
    expect(known.promises.map(({ made, done }) => [made?.id, done?.text])).toEqual([
      ['fifth', undefined],
      ['scenario', '案のとおり'],
    ]);
    expect(played.state.previous?.title).toBe(fourth.plan.meeting.title);
  });
});

import { describe, expect, it } from 'vitest';
import { numberIn } from '../../shared/minutes/profile/numberForm.ts';
import { parseProfile } from '../../shared/minutes/profile/parseProfile.ts';
import { fill } from '../../shared/minutes/profile/template.ts';
import { bundledProfiles, plainProfile, profileById } from '../../shared/minutes/profiles.ts';
import { prompterSteps } from '../../shared/minutes/prompterSteps.ts';
import { prompterWords } from '../../shared/minutes/prompterWords.ts';
import plain from '../../shared/minutes/profiles/plain.json' with { type: 'json' };

type Json = Record<string, unknown>;

/** What is wrong with the plain profile after this change, as `path: message`. */
function problems(change: (profile: Json) => void): string[] {
  const copy = structuredClone(plain) as Json;
  change(copy);
  const parsed = parseProfile(copy);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function at(profile: Json, ...path: string[]): Json {
  return path.reduce((value, key) => value[key] as Json, profile);
}

describe('a profile that cannot be used', () => {
  it('[P30] names an unknown field and what is allowed there', () => {
    expect(problems((profile) => (profile.colour = 'red'))).toEqual([
      expect.stringMatching(/^colour: unknown field; allowed here: .*\bdigits\b.*\blabels\b/),
    ]);
    expect(problems((profile) => (at(profile, 'labels').boss = '長'))).toEqual([
      expect.stringMatching(/^labels\.boss: unknown field; allowed here: chair deputyChair member /),
    ]);
  });

  it('[P30] names a missing template', () => {
    expect(problems((profile) => delete at(profile, 'results').carried)).toEqual([
      'results.carried: is missing',
    ]);
  });

  it('[P30] names an unknown place in a template and those that may stand there', () => {
    expect(problems((profile) => (at(profile, 'counts').yes = '賛成{count}名'))).toEqual([
      'counts.yes: unknown place {count}; allowed here: {n}',
    ]);
    expect(problems((profile) => (at(profile, 'counts').yes = '賛成{n名'))).toEqual([
      'counts.yes: a brace stands alone; allowed here: {n}',
    ]);
    expect(
      problems((profile) => (at(profile, 'results').rejected = { default: '{n}', consultation: '{yes}' })),
    ).toEqual([
      expect.stringMatching(/^results\.rejected\.default: unknown place \{n\}; allowed here: \{number\}/),
    ]);
  });

  it('[P30] names a number form that shows no first number', () => {
    expect(problems((profile) => (at(profile, 'numbering').agenda = ['2.']))).toEqual([
      expect.stringMatching(/^numbering\.agenda\.0: "2\." is not a number form: .*one of 1 １ ① 一 ア A/),
    ]);
  });

  it('[P30] names a part or a list that does not exist', () => {
    const list = problems((profile) => {
      (at(profile, 'header').rows as Json[]).push({ key: '次', lines: [{ each: 'guests', as: '' }] });
    });
    expect(list).toHaveLength(1);
    expect(list[0]).toMatch(/^header\.rows\.\d+\.lines\.0\.each: .*"members\.attended".*"agenda"/);
  });

  it('[P30] says which format it expects', () => {
    expect(problems((profile) => (profile.format = 'kyoshu-profile/9'))).toEqual([
      'format: the format is "kyoshu-profile/1"',
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['1.', 12, '12.'],
    ['（１）', 3, '（３）'],
    ['①', 20, '⑳'],
    ['①', 21, '㉑'],
    ['①', 50, '㊿'],
    ['①', 51, '(51)'],
    ['一', 10, '十'],
    ['第一', 23, '第二十三'],
    ['ア', 2, 'イ'],
    ['諮問第1号', 14, '諮問第14号'],
    ['', 1, ''],
  ])('[P31] %s continues to number %i as %s', (form, n, printed) => {
    expect(numberIn(form, n)).toBe(printed);
  });
});

describe('templates', () => {
  it('[P32] a place around a value stands only where there is one', () => {
    expect(fill('{title}{department:（%）}', { title: '件名', department: '総務課' })).toBe('件名（総務課）');
    expect(fill('{title}{department:（%）}', { title: '件名', department: '' })).toBe('件名');
    expect(fill('反対{no}名', { no: 0 })).toBe('反対0名');
  });

  it('[P32] what fills a place is never read as a place', () => {
    expect(fill('{title}{department:（%）}', { title: '{department}', department: '$& % {title}' })).toBe(
      '{department}（$& % {title}）',
    );
  });
});

describe('the words of the chair', () => {
  it('[P33] every profile has words for every step, its own or the plain ones', () => {
    const values = {
      title: '件名',
      number: '',
      name: '委員',
      speaker: '委員',
      official: '課長',
      text: '案',
      mover: '委員',
      act: '挙手',
      method: '挙手',
      choice: '可',
      outcome: '承認',
      until: '3時',
      why: '数え直しのため',
      blank: '可',
      office: '会長',
      names: '委員',
      seats: 21,
      present: 19,
      quorum: 11,
      missing: 1,
      after: 10,
      eligible: 18,
      required: 10,
      yes: 11,
      no: 7,
      abstain: 0,
      amendments: 2,
      objections: 1,
      enough: 2,
    };
    for (const profile of bundledProfiles)
      for (const step of Object.keys(prompterSteps) as (keyof typeof prompterSteps)[]) {
        const words = prompterWords(profile, step, values);
        expect(words, `${profile.id} ${step}`).toMatch(/\S/);
        expect(words, `${profile.id} ${step}`).not.toMatch(/[{}]/);
      }
  });

  it('[N34] no word is said twice where a title or a name already ends with it', () => {
    const title = '事務の見直しについて';
    expect(prompterWords(plainProfile, 'askExplanation', { number: '', title, official: '課長' })).toBe(
      '事務の見直しについて、課長から説明をお願いします。',
    );
    const meguro = profileById('meguro');
    expect(prompterWords(meguro, 'callNext', { speaker: '委員１６', name: '山野' })).toBe(
      '委員１６さん、ありがとうございました。続いて山野委員、お願いいたします。',
    );
  });

  it('[P33] numbers are in the body’s digits', () => {
    const values = {
      number: '（３）',
      title: '件名',
      yes: 11,
      no: 7,
      abstain: 0,
      eligible: 18,
      required: 10,
      outcome: '承認',
    };
    expect(prompterWords(profileById('meguro'), 'declareCarried', values)).toContain('賛成１１名');
    expect(prompterWords(plainProfile, 'declareCarried', values)).toContain('賛成11人');
  });
});

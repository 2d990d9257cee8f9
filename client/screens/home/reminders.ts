import type { FollowUp } from '../../../shared/protocol/api.ts';

export interface Reminder {
  readonly department: string;
  /** To be copied into a mail; in the language of the minutes. */
  readonly text: string;
}

/** For each department, what it has not answered yet. */
export function remindersFor(opinions: readonly FollowUp[]): Reminder[] {
  const byDepartment = new Map<string, FollowUp[]>();
  for (const opinion of opinions)
    byDepartment.set(opinion.department, [...(byDepartment.get(opinion.department) ?? []), opinion]);
  return [...byDepartment].map(([department, own]) => ({
    department,
    text: [
      department === '' ? 'ご担当者様' : `${department} ご担当者様`,
      '',
      'お世話になっております。次の意見について、回答をお願いいたします。',
      ...matters(own),
    ].join('\n'),
  }));
}

function matters(opinions: readonly FollowUp[]): string[] {
  const byMatter = new Map<string, FollowUp[]>();
  for (const opinion of opinions) {
    const matter = `${opinion.origin}　${opinion.item}`;
    byMatter.set(matter, [...(byMatter.get(matter) ?? []), opinion]);
  }
  return [...byMatter].flatMap(([matter, own]) => [
    '',
    `■ ${matter}`,
    ...own.map(({ no, text, carriedTo }) =>
      carriedTo === null ? `(${no}) ${text}` : `(${no}) ${text}（${carriedTo.session}で報告）`,
    ),
  ]);
}

import type { Page } from 'playwright-core';
import type { Plan } from '../../shared/meeting/plan.ts';
import { button } from './stage.ts';

const roles = {
  chair: '会長',
  deputyChair: '職務代理',
  member: '委員',
  official: '説明員',
  secretariat: '事務局',
};

/** Fills the setup page as a secretary does: the title typed, roster and agenda pasted; ends on the rules, tried with two members away. */
export async function fillSetup(page: Page, plan: Plan): Promise<void> {
  await button(page, '会議の内容').click();
  await page.getByLabel('会議の名前').fill(plan.meeting.title);
  await button(page, '名簿').first().click();
  const rows = plan.people.flatMap(({ seat, name, role }) =>
    role === 'observer' ? [] : [[seat ?? '', name, roles[role]].join('\t')],
  );
  await paste(page, '表計算から貼り付け', 'この名簿にする', ['席\t氏名\t役', ...rows].join('\n'));
  await button(page, '次第').click();
  await paste(page, '次第を貼り付け', 'この次第にする', plan.agenda.map(({ title }) => title).join('\n'));
  await button(page, '決まり').click();
  const absent = 2;
  const members = plan.people.filter(({ seat }) => seat !== undefined).length;
  await page.getByLabel('出席者の数で試す').fill(String(members - absent));
  await page.getByLabel('出席者の数で試す').press('Tab');
}

async function paste(page: Page, opener: string, taker: string, text: string): Promise<void> {
  await button(page, opener).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('textbox').fill(text);
  await button(dialog, taker).click();
  await dialog.waitFor({ state: 'detached' });
}

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { exportMeeting } from '../../server/exports/exportMeeting.ts';
import { launchChromium } from './chromium.ts';
import { publishedMeeting } from './publishedMeetings.ts';
import { smallPng } from './smallPng.ts';

/** The published documents whose form the product has; docs/profiles.md shows them. */
const photographed = ['meguro', 'tama', 'higashimurayama', 'shiki', 'takatsuki'] as const;

/** A sheet of A4 at 96 dots to the inch, and a half more: the head and where the body begins. */
const sheet = { width: 794, height: 1500 };
const origin = 'http://minutes.invalid';

/**
 * Photographs the first pages of these documents as HTML, into `folder` as `minutes-NAME.png`. The letters are the
 * product's own face, so that the pictures come out the same on a machine without Japanese fonts.
 */
export async function photographDocuments(folder: string, root: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: sheet });
    await serveFaces(page, root);
    for (const name of photographed) {
      const { body } = await exportMeeting('html', publishedMeeting(name));
      await page.route(`${origin}/${name}.html`, (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: withOwnFace(body.toString('utf8')) }),
      );
      await page.goto(`${origin}/${name}.html`);
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      await writeFile(join(folder, `minutes-${name}.png`), smallPng(await page.screenshot()));
    }
  } finally {
    await browser.close();
  }
}

async function serveFaces(page: Page, root: string): Promise<void> {
  const faces = resolve(root, 'node_modules/@fontsource/biz-udgothic');
  await page.route(`${origin}/faces/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice('/faces/'.length);
    await route.fulfill({ path: join(faces, path) });
  });
  // Nothing of this machine's is missing: an address that is not there would spoil the picture in silence.
  await readFile(join(faces, '400.css'));
}

function withOwnFace(html: string): string {
  const links = [400, 700].map((weight) => `<link rel="stylesheet" href="/faces/${String(weight)}.css">`);
  const own = `<style>body, body * { font-family: 'BIZ UDGothic' !important; }</style>`;
  return html.replace('</head>', `${links.join('')}${own}</head>`);
}

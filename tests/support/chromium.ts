import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';
import { findChromium } from '../../scripts/programs.mjs';

/**
 * Starts the machine's own Chromium, headless; the caller closes it. Contexts of it are people with devices of
 * their own.
 * @throws Error when there is none (`npm test` installs it, or says how)
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium on this machine: run `npm test`, or set KYOSHU_CHROMIUM');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    ...options,
    args: [
      // Chromium refuses its sandbox to root, as whom containers run.
      ...(isRoot ? ['--no-sandbox'] : []),
      // /dev/shm is small in containers.
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
}

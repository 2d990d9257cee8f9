/**
 * Finds the programs that tests need and npm does not bring: a Chromium and a redis-server. LibreOffice is used where it
 * is.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium } from 'playwright-core';

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The first of the names that is an executable file; plain names are looked up in PATH.
 * @param {string[]} names
 */
function firstProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) =>
    isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  return paths.find(isProgram) ?? null;
}

/**
 * What a variable names, which must then exist: a wish that cannot be met is a mistake, not a hint.
 * @param {string} variable
 */
function named(variable) {
  const path = process.env[variable];
  if (path === undefined || path === '') return null;
  if (!existsSync(path) || !isProgram(path)) throw new Error(`${variable} is "${path}", which is no program`);
  return path;
}

/** @returns {string | null} the path of a Chromium or Chrome */
export function findChromium() {
  return (
    named('KYOSHU_CHROMIUM') ??
    firstProgram([
      'chromium',
      'google-chrome-stable',
      'google-chrome',
      'chromium-browser',
      '/usr/bin/chromium',
      '/usr/lib/chromium/chromium',
      '/opt/google/chrome/chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      // Where `npx playwright-core install chromium` puts it.
      chromium.executablePath(),
    ])
  );
}

/** @returns {string | null} the path of a redis-server */
export function findRedisServer() {
  return (
    named('KYOSHU_REDIS_SERVER') ??
    firstProgram([
      'redis-server',
      '/usr/bin/redis-server',
      '/usr/local/bin/redis-server',
      '/opt/homebrew/bin/redis-server',
    ])
  );
}

/** @returns {string | null} the path of LibreOffice: tests let it read Word files where it is installed */
export function findLibreOffice() {
  return (
    named('KYOSHU_LIBREOFFICE') ??
    firstProgram([
      'soffice',
      'libreoffice',
      '/usr/bin/soffice',
      '/opt/libreoffice/program/soffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    ])
  );
}

import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** Everything that can be set from outside, parsed once at the start. README explains each variable. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The folder of the embedded log. */
  readonly data: string;
  readonly redisUrl: string | null;
  /** Further addresses that people open, `http://kaigi.local:3000`: each allows its host and its origin. */
  readonly origins: readonly string[];
  /** A folder of a body's own minutes profiles. */
  readonly profiles: string | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** How many proxies stand in front; false for none. */
  readonly trustProxy: number | boolean;
  readonly logLevel: LogLevel;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A variable that cannot be understood, in words for the person at the terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/),
  v.transform(Number),
  v.maxValue(65_535),
  v.description('a number from 0 to 65535 (0: any free port)'),
);
const redisUrl = v.pipe(
  v.string(),
  v.regex(/^rediss?:\/\/.+/),
  v.description('an address such as redis://127.0.0.1:6379'),
);
const origins = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
  v.array(v.pipe(v.string(), v.check(isOrigin))),
  v.description(
    'addresses without a path, separated by commas: http://kaigi.local:3000,https://kaigi.example.jp',
  ),
);
const trustProxy = v.pipe(
  v.string(),
  v.regex(/^(true|false|\d{1,2})$/),
  v.transform((text) => (/^\d/.test(text) ? Number(text) : text === 'true')),
  v.description('true, false, or how many proxies stand in front'),
);
const level = v.pipe(v.picklist(logLevels), v.description(`one of ${logLevels.join(', ')}`));
const anyText = v.string();

/** Reads the environment. An empty variable counts as absent. Throws a ConfigError that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const cert = optional(env, 'KYOSHU_TLS_CERT', anyText);
  const key = optional(env, 'KYOSHU_TLS_KEY', anyText);
  if ((cert === null) !== (key === null))
    throw new ConfigError(
      'KYOSHU_TLS_CERT と KYOSHU_TLS_KEY は両方を設定してください。\n' +
        'KYOSHU_TLS_CERT and KYOSHU_TLS_KEY go together: set both or neither.',
    );
  return {
    host: optional(env, 'HOST', anyText) ?? '0.0.0.0',
    port: optional(env, 'PORT', port) ?? 3000,
    data: optional(env, 'KYOSHU_DATA', anyText) ?? './data',
    redisUrl: optional(env, 'REDIS_URL', redisUrl),
    origins: optional(env, 'KYOSHU_ORIGINS', origins) ?? [],
    profiles: optional(env, 'KYOSHU_PROFILES', anyText),
    tls:
      cert === null || key === null
        ? null
        : { cert: fileOf('KYOSHU_TLS_CERT', cert), key: fileOf('KYOSHU_TLS_KEY', key) },
    trustProxy: optional(env, 'KYOSHU_TRUST_PROXY', trustProxy) ?? false,
    logLevel: optional(env, 'LOG_LEVEL', level) ?? 'info',
  };
}

function optional<T>(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  schema: v.GenericSchema<string, T>,
): T | null {
  const text = env[name]?.trim();
  if (text === undefined || text === '') return null;
  const result = v.safeParse(schema, text);
  if (result.success) return result.output;
  const allowed = v.getDescription(schema) ?? 'another value';
  throw new ConfigError(
    `環境変数 ${name} の値「${text}」は使えません。使えるのは: ${allowed}\n` +
      `${name} is "${text}", which cannot be used. Allowed: ${allowed}.`,
  );
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function fileOf(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(
      `環境変数 ${name} が指すファイル「${path}」を読めません。\n` +
        `${name} names the file "${path}", which cannot be read.`,
    );
  }
}

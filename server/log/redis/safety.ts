import type { LogError } from '../errors.ts';
import { unsafe } from './errors.ts';

/** What Redis says of itself: `INFO server`, and of its settings: `CONFIG GET`. */
export interface RedisFacts {
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A field of an INFO reply; empty when it is not there. */
export const infoField = (info: string, name: string): string =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';

/** What must be so, or Redis could lose what it has acknowledged; and how it is set. */
const REQUIRED: Readonly<Record<string, string>> = {
  appendonly: 'yes',
  appendfsync: 'always',
  'no-appendfsync-on-rewrite': 'no',
  'maxmemory-policy': 'noeviction',
};

/** Null where Redis keeps what it acknowledges; otherwise the sentence that says how to set it. */
export const dangerOf = ({ version, settings }: RedisFacts): LogError | null => {
  const major = Number(version.split('.')[0]);
  if (!(major >= 7)) {
    return unsafe(
      `Redisの版が${version || '不明'}です。7.0以上を使ってください。`,
      `Redis has version ${version || 'unknown'}. Use 7.0 or newer.`,
    );
  }
  const wrong = Object.entries(REQUIRED).filter(([name, value]) => settings[name] !== value);
  if (wrong.length === 0) return null;
  const commands = wrong.map(([name, value]) => `CONFIG SET ${name} ${value}`).join(' / ');
  const lines = wrong.map(([name, value]) => `${name} ${value}`).join(', ');
  return unsafe(
    `このRedisは、受け付けた記録を失うおそれがあるため使えません。redis.confに ${lines} と書いて再起動するか、redis-cliで ${commands} を実行してください。`,
    `This Redis could lose what it has acknowledged, so it is not used. Write ${lines} into redis.conf and restart it, or run in redis-cli: ${commands}.`,
  );
};

export const REQUIRED_SETTINGS = Object.keys(REQUIRED);

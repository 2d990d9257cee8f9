import { describe, expect, it } from 'vitest';
import { dangerOf, infoField } from '../../server/log/redis/safety.ts';

const safe = {
  appendonly: 'yes',
  appendfsync: 'always',
  'no-appendfsync-on-rewrite': 'no',
  'maxmemory-policy': 'noeviction',
};

describe('the settings of Redis', () => {
  it('[L25] a Redis that keeps what it acknowledges is taken', () => {
    for (const version of ['7.0.0', '7.2.4', '8.6.1', '10.0.0']) {
      expect(dangerOf({ version, settings: safe })).toBeNull();
    }
  });

  it('[L25] each setting that could lose something is refused with the words that set it', () => {
    const dangers = {
      appendonly: 'no',
      appendfsync: 'everysec',
      'no-appendfsync-on-rewrite': 'yes',
      'maxmemory-policy': 'allkeys-lru',
    };
    for (const [name, value] of Object.entries(dangers)) {
      const danger = dangerOf({ version: '7.2.4', settings: { ...safe, [name]: value } });
      expect(danger?.code).toBe('log/unsafe');
      const right = `${name} ${safe[name as keyof typeof safe]}`;
      expect(danger?.ja).toContain(right);
      expect(danger?.en).toContain(`CONFIG SET ${right}`);
    }
  });

  it('[L25] an older version, or one that does not say, is refused', () => {
    for (const version of ['6.2.14', '5.0.7', '']) {
      expect(dangerOf({ version, settings: safe })).toMatchObject({ code: 'log/unsafe' });
    }
  });

  it('[L25] fields are found in what Redis says of itself', () => {
    const info = '# Server\r\nredis_version:7.0.15\r\nredis_git_sha1:00000000\r\nrun_id:abc\r\n';
    expect(infoField(info, 'redis_version')).toBe('7.0.15');
    expect(infoField(info, 'run_id')).toBe('abc');
    expect(infoField(info, 'other')).toBe('');
  });
});

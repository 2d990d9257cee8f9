import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

describe('the environment', () => {
  test('[S34] nothing set is a server on port 3000 with its file in ./data', () => {
    expect(readConfig({})).toMatchObject({
      host: '0.0.0.0',
      port: 3000,
      data: './data',
      redisUrl: null,
      origins: [],
    });
    expect(readConfig({ PORT: '', KYOSHU_ORIGINS: ' ' })).toEqual(readConfig({}));
  });

  test('[S34] what is set is read', () => {
    const config = readConfig({
      HOST: '127.0.0.1',
      PORT: '8080',
      KYOSHU_ORIGINS: 'http://kaigi.local:3000, https://kaigi.example.jp',
      KYOSHU_TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
      REDIS_URL: 'redis://127.0.0.1:6379',
    });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      origins: ['http://kaigi.local:3000', 'https://kaigi.example.jp'],
      trustProxy: 1,
      logLevel: 'warn',
      redisUrl: 'redis://127.0.0.1:6379',
    });
  });

  test.each([
    ['PORT', '99999', '65535'],
    ['PORT', 'http', '65535'],
    ['REDIS_URL', 'localhost', 'redis://'],
    ['KYOSHU_ORIGINS', 'kaigi.local', 'http://'],
    ['KYOSHU_ORIGINS', 'http://kaigi.local/path', 'without a path'],
    ['KYOSHU_TRUST_PROXY', 'yes', 'true'],
    ['LOG_LEVEL', 'loud', 'debug'],
    ['KYOSHU_TLS_CERT', '/nowhere/cert.pem', 'KYOSHU_TLS_KEY'],
  ])('[S34] %s="%s" is refused with its name and what is allowed', (name, value, allowed) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
    expect(() => readConfig({ [name]: value })).toThrow(allowed);
  });
});

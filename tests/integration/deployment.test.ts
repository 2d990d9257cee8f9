import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ensureBuilt } from '../../scripts/build.mjs';
import { startRedisServer } from '../support/redisServer.ts';
import { ServerProgram } from '../support/serverProgram.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Compose {
  readonly services: Readonly<
    Record<string, { command?: string; environment?: Record<string, string>; volumes?: string[] }>
  >;
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');

/** The environment of a service, each variable with its default. */
function environmentOf(service: string): Record<string, string> {
  const variables = Object.entries(compose.services[service]?.environment ?? {});
  return Object.fromEntries(
    variables.map(([name, value]) => [name, value.replace(/^\$\{\w+:-(.*)\}$/, '$1')]),
  );
}

beforeAll(async () => {
  await ensureBuilt('product');
}, 300_000);

describe('what docker-compose.yml starts', () => {
  test('[S60] Redis, as it is started there, is one that a node with that environment takes', async () => {
    const words = (compose.services.redis?.command ?? '').replaceAll('""', '').split(' ');
    expect(words.shift()).toBe('redis-server');
    const settings: Record<string, string> = {};
    for (let at = 0; at < words.length; at += 2)
      settings[words[at]?.replace(/^--/, '') ?? ''] = words[at + 1] ?? '';
    const redis = await startRedisServer({ settings });
    try {
      const { HOST, PORT, KYOSHU_DATA, KYOSHU_PROFILES, REDIS_URL, ...env } = environmentOf('node1');
      expect({ HOST, PORT, REDIS_URL }).toEqual({
        ...{ HOST: '0.0.0.0', PORT: '3000', REDIS_URL: 'redis://redis:6379' },
      });
      const mounted = compose.services.node1?.volumes?.map((volume) => volume.split(':')[1]);
      expect(mounted).toEqual([KYOSHU_DATA, KYOSHU_PROFILES]);
      const node = await ServerProgram.start({ env: { ...env, LOG_LEVEL: 'error', REDIS_URL: redis.url } });
      const health = await fetch(`${node.url}/healthz`);
      await node.stop();
      expect(health.status).toBe(200);
    } finally {
      await redis.stop();
    }
  });

  test('[S60] the proxy in front knows every node, by the port that it listens on', () => {
    const nodes = Object.keys(compose.services).filter((name) => name.startsWith('node'));
    expect(nodes.length).toBeGreaterThan(1);
    const proxied = /reverse_proxy ([^{]+) \{/.exec(read('deploy/Caddyfile'))?.[1]?.split(' ');
    expect(proxied).toEqual(nodes.map((name) => `${name}:${environmentOf(name).PORT ?? ''}`));
  });

  test('[S60] README explains every variable that is set there', () => {
    const names = Object.keys(environmentOf('node1'));
    expect(names.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
  });
});

describe('what the Dockerfile puts into the image', () => {
  test('[S60] everything that it copies is there, and not kept from it by .dockerignore', () => {
    const kept = new Set(read('.dockerignore').split('\n'));
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) =>
      words.trim().split(/\s+/).slice(0, -1),
    );
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(kept, source).toContain(`!${source}`);
    }
  });

  test('[S60] of the dependencies it takes away just those that the built server does not import', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const removed = /^RUN npm uninstall (.+)$/m
      .exec(dockerfile)?.[1]
      ?.split(/\s+/)
      .filter((word) => !word.startsWith('--'));
    const imported = new Set<string>();
    for (const name of readdirSync(join(root, 'dist/server')).filter((file) => file.endsWith('.js')))
      for (const [, from = ''] of read(`dist/server/${name}`).matchAll(
        /^import .*?["']([^."'][^"']*)["'];?$/gm,
      ))
        if (!isBuiltin(from))
          imported.add(
            from
              .split('/')
              .slice(0, from.startsWith('@') ? 2 : 1)
              .join('/'),
          );
    const others = Object.keys(dependencies).filter((name) => !imported.has(name));
    expect([...imported].filter((name) => !(name in dependencies))).toEqual([]);
    expect(removed?.toSorted()).toEqual(others.toSorted());
  });
});

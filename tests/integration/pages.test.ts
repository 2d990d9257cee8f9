import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../server/transport/pages.ts';

const script = 'export const word = "挙手";\n'.repeat(50);
let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kyoshu-pages-'));
  const assets = join(folder, 'assets');
  await mkdir(assets);
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(assets, 'page-1.js'), script);
  await writeFile(join(assets, 'page-1.js.br'), brotliCompressSync(script));
  await writeFile(join(assets, 'page-1.js.gz'), gzipSync(script));
  await writeFile(join(assets, 'plain-1.js'), script);
  server = createServer(express().use(pages(folder)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/assets`;
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true });
});

const cases = [
  ['page-1.js', 'gzip', 'gzip'],
  ['page-1.js', 'gzip, deflate, br', 'br'],
  ['page-1.js', 'identity', null],
  ['plain-1.js', 'gzip', null],
] as const;

test.each(cases)('[C155] %s for one who reads %s goes as %s', async (file, accepted, encoding) => {
  const response = await fetch(`${address}/${file}`, { headers: { 'accept-encoding': accepted } });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('content-type')).toMatch(/javascript/);
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(await response.text()).toBe(script);
});

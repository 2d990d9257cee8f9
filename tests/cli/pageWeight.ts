/**
 * `npm run pages [-- --out docs/performance.md]`: what each page weighs on the wire, and how long a slow phone takes
 * from its link to 挙手する: a processor four times slower and 1.6 Mbit/s, nothing cached. Ends with 1 above the bars.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { NewLink } from '../../shared/protocol/api.ts';
import { planOf } from '../support/plans.ts';
import { shows, sizes, Stage } from '../support/stage.ts';

/** kB of script on the member's page, and seconds until it can be used. */
const bars = { script: 60, usable: 1.5 };
const slowPhone = { cpu: 4, bitsPerSecond: 1_600_000, rounds: 5 };

interface Weight {
  /** Bytes over the wire by kind of file, compressed, with their headers: until the page can be used, */
  readonly atFirst: Readonly<Record<string, number>>;
  /** and with what it fetches once it stands. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Milliseconds from opening the link until the page's own words stand. */
  readonly usable: number;
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const stage = await Stage.open();
try {
  process.exitCode = (await measureAll()) ? 0 : 1;
} finally {
  await stage.close();
}
process.exit();

async function measureAll(): Promise<boolean> {
  const desk = await stage.desk();
  const meeting = await stage.makeMeeting(desk, planOf({ members: 21 }));
  const hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11'])
    await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });

  const pages: readonly (readonly [string, NewLink, keyof typeof sizes, string])[] = [
    ['member', { role: 'person', people: ['m05'] }, 'member', '挙手する'],
    ['chair', { role: 'person', people: ['m01'] }, 'chair', '口述'],
    ['screen', { role: 'screen' }, 'screen', '第一の諮問'],
  ];
  const rows: string[] = [];
  let fits = true;
  for (const [name, wish, size, words] of pages) {
    const rounds: Weight[] = [];
    for (let round = 0; round < slowPhone.rounds; round++)
      rounds.push(await measure(await stage.makeLink(desk, meeting, wish), size, words));
    const usable = rounds.map((round) => round.usable).sort((a, b) => a - b);
    const median = (usable[Math.floor(usable.length / 2)] ?? 0) / 1000;
    const kB = (kind: string, of: 'atFirst' | 'bytes' = 'bytes') => (rounds[0]?.[of][kind] ?? 0) / 1000;
    const script = kB('Script', 'atFirst');
    const cells = [
      name,
      `${script.toFixed(1)} kB`,
      `${(kB('Script') - script).toFixed(1)} kB`,
      `${kB('Stylesheet').toFixed(1)} kB`,
      `${kB('Font').toFixed(0)} kB`,
      `${median.toFixed(2)} s`,
    ];
    rows.push(`| ${cells.join(' | ')} |`);
    console.log(rows.at(-1));
    if (name === 'member') fits = script <= bars.script && median <= bars.usable;
  }
  if (values.out !== undefined) save(values.out, rows);
  return fits;
}

/** Opens a link on a slow phone with nothing cached. */
async function measure(link: string, size: keyof typeof sizes, words: string): Promise<Weight> {
  const page = await stage.blank(sizes[size]);
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpu });
  const throughput = slowPhone.bitsPerSecond / 8;
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  const start = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  await shows(page, words);
  const usable = performance.now() - start;
  const atFirst = { ...bytes };
  await settled(page);
  await page.context().close();
  return { atFirst, bytes: { ...bytes }, usable };
}

/** What the page fetches once it stands belongs to its weight too. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

function save(path: string, rows: readonly string[]): void {
  const [start, end] = ['<!-- pages -->', '<!-- /pages -->'];
  const document = readFileSync(path, 'utf8');
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no place for the numbers: ${start} … ${end}`);
  const head = [
    '',
    `\`npm run pages\`, ${new Date().toISOString().slice(0, 10)}, median of ${String(slowPhone.rounds)}.`,
    '',
    '| page | script | later | styles | faces | usable |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    '',
  ].join('\n');
  writeFileSync(path, document.slice(0, from + start.length) + head + document.slice(to));
}

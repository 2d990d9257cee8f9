/**
 * `npm run bench [-- --clients 200,2000 --hands 100 --rounds 3 --out docs/performance.md]`: what the server costs
 * beside a bare Socket.IO that does nothing else, in the same run on the same machine, and what the documents of a long
 * meeting cost. Ratios travel from machine to machine; milliseconds do not. `--clients ""`: the documents alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureStorm } from '../bench/ballotStorm.ts';
import type { StormRun } from '../bench/ballotStorm.ts';
import { Crowd } from '../bench/crowd.ts';
import { documentsReport, measureDocuments } from '../bench/documents.ts';
import { measureHands } from '../bench/handToChair.ts';
import type { HandRun } from '../bench/handToChair.ts';
import { percentile } from '../bench/percentile.ts';
import { ServerProcess } from '../bench/serverProcess.ts';

interface Round {
  readonly hands: HandRun;
  readonly storm: StormRun;
  /** Server memory for one client, in kB. */
  readonly memory: number;
}

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '200,2000' },
    hands: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string' },
  },
});
const kinds = ['bare', 'kyoshu'] as const;
type Kind = (typeof kinds)[number];
const entry = fileURLToPath(new URL('./benchServer.js', import.meta.url));

const sections: string[] = [];
for (const clients of values.clients.split(',').filter(Boolean).map(Number)) {
  const rounds: Record<Kind, Round[]> = { bare: [], kyoshu: [] };
  // One after the other, again and again, so that what else the machine does falls on both.
  for (let round = 0; round < Number(values.rounds); round++)
    for (const kind of kinds) rounds[kind].push(await measure(kind, clients));
  sections.push(report(clients, rounds));
  console.log(sections.at(-1));
}
const documents = documentsReport(await measureDocuments(Number(values.rounds) * 3));
console.log(documents);
if (values.out !== undefined) {
  if (sections.length > 0) save(values.out, 'bench', sections.join('\n'));
  save(values.out, 'documents', documents);
}
process.exit(0);

async function measure(kind: Kind, clients: number): Promise<Round> {
  const server = await ServerProcess.start(entry, kind, clients);
  try {
    const crowd = await Crowd.join(server, clients);
    const memory = (crowd.after.memory - crowd.before.memory) / clients / 1024;
    const hands = await measureHands(server, crowd, Number(values.hands));
    const storm = await measureStorm(server, crowd);
    await server.stop();
    crowd.close();
    return { hands, storm, memory };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function report(clients: number, rounds: Record<Kind, Round[]>): string {
  const lines: string[] = [
    `### ${String(clients)} clients`,
    '',
    '| | bare Socket.IO | kyoshu | ratio |',
    '|---|---:|---:|---:|',
  ];
  const line = (what: string, unit: string, of: (rounds: readonly Round[]) => number) => {
    const [bare, ours] = [of(rounds.bare), of(rounds.kyoshu)];
    lines.push(`| ${what} | ${shown(bare)} ${unit} | ${shown(ours)} ${unit} | ${(ours / bare).toFixed(2)} |`);
  };
  const hands = (all: readonly Round[]) => all.flatMap((round) => round.hands.samples);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  for (const share of [0.5, 0.99]) {
    const name = `p${String(share * 100)}`;
    line(`hand → chair, ${name}`, 'ms', (all) =>
      percentile(
        hands(all).map(({ chair }) => chair),
        share,
      ),
    );
    line(`hand → everybody, ${name}`, 'ms', (all) =>
      percentile(
        hands(all).map(({ everybody }) => everybody),
        share,
      ),
    );
  }
  line('CPU for one delivery', 'µs', (all) => mean(all.map((round) => round.hands.cpuPerDelivery)));
  line('memory for one client', 'kB', (all) => mean(all.map((round) => round.memory)));
  const ballots = `${String(clients)} ballots in a second`;
  line(`${ballots}: last acknowledged`, 'ms', (all) => mean(all.map(({ storm }) => storm.lastAcknowledged)));
  line(`${ballots}: longest stall`, 'ms', (all) => Math.max(...all.map(({ storm }) => storm.stall)));
  line(`${ballots}: CPU`, 'ms', (all) => mean(all.map(({ storm }) => storm.cpu)));
  const lost = rounds.kyoshu.reduce((sum, { storm }) => sum + storm.ballots - storm.counted, 0);
  lines.push('', `Ballots lost or counted twice: ${String(lost)}.`, '');
  return lines.join('\n');
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Replaces what stands between the marks in the document, and leaves the words around it. */
function save(path: string, mark: string, text: string): void {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const document = readFileSync(path, 'utf8');
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no place for the numbers: ${start} … ${end}`);
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
  const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`;
  const when = new Date().toISOString().slice(0, 10);
  const head = `\n\`${command}\`, ${when}, ${machine}.\n\n`;
  writeFileSync(path, document.slice(0, from + start.length) + head + text + document.slice(to));
}

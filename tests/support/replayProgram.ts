import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PlanInput } from '../../shared/meeting/plan.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Replayed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A scenario file as people write it. */
export interface ScenarioFile extends Omit<PlanInput, 'profile'> {
  readonly format: string;
  readonly profile?: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
}

/** A folder for scenario files and what their replay leaves, and the command itself: `npm run replay -- …`. */
export class ReplayDesk {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async open(): Promise<ReplayDesk> {
    return new ReplayDesk(await mkdtemp(join(tmpdir(), 'kyoshu-replay-test-')));
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  /** Writes a file with one step in each line, and says where it is. */
  async write(name: string, { steps, ...scenario }: ScenarioFile): Promise<string> {
    const head = JSON.stringify(scenario).slice(0, -1);
    const lines = steps.map((step) => JSON.stringify(step)).join(',\n');
    return this.writeText(name, `${head},"steps":[\n${lines}\n]}\n`);
  }

  async writeText(name: string, content: string): Promise<string> {
    await writeFile(this.path(name), content);
    return this.path(name);
  }

  async run(...args: string[]): Promise<Replayed> {
    return this.runIn({}, ...args);
  }

  /** The same with variables in its environment. */
  async runIn(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Replayed> {
    const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'replay', ...args], {
      cwd: this.dir,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { code, stdout, stderr };
  }

  /** What lies in a folder of outputs; null where there is no such folder. */
  async outputs(name: string): Promise<string[] | null> {
    try {
      return (await readdir(this.path(name))).toSorted();
    } catch {
      return null;
    }
  }

  async readText(...parts: string[]): Promise<string> {
    return readFile(join(this.dir, ...parts), 'utf8');
  }

  async readJson<T>(...parts: string[]): Promise<T> {
    return JSON.parse(await this.readText(...parts)) as T;
  }

  async close(): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** The bundled sample: the published hybrid meeting. */
export async function sampleScenario(): Promise<ScenarioFile> {
  return JSON.parse(await readFile(join(root, 'shared/samples/meguro-2022-2.json'), 'utf8')) as ScenarioFile;
}

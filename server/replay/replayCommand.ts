import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JsonFileError } from '../jsonFile.ts';
import { readProfileFile } from '../profileFile.ts';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import { DeskClient } from './deskClient.ts';
import { writeOutputs } from './outputs.ts';
import { withOwn } from '../profiles.ts';
import { startOwnServer } from './ownServer.ts';
import type { OwnServer } from './ownServer.ts';
import { atOnce, timesFaster } from './pace.ts';
import { Player, StepFailed } from './player.ts';
import type { Pace } from './player.ts';
import { readScenario } from './scenario.ts';
import { ServerRefused } from './serverRefused.ts';

const usage = `Usage: npm run replay -- FILE [--out DIR] [--url URL] [--speed N|max] [--profile ID|FILE]

  --out DIR      write minutes.txt .md .html .docx .json, state.json and log.jsonl there
  --url URL      play on a running server: its address on this machine, or a desk's link (http://…/link#t=…);
                 without it a server is started on a free port with a fresh store
  --speed N      N times as fast as the scenario's clock; max (the default) waits for nothing
  --profile P    the minutes' form: a profile's id, or the path of a profile file
`;

class UsageError extends Error {}

/** What the command needs from its surroundings. */
export interface ReplayHost {
  /** The desk's link of the server that runs on this machine at this address. */
  readonly localLink: (url: string) => Promise<string>;
  /** The forms that a server started here knows: the bundled ones and the body's own. */
  readonly profiles: () => Promise<readonly Profile[]>;
  readonly complain: (text: string) => void;
  readonly print: (text: string) => void;
}

/** `npm run replay`. Resolves with the exit code. */
export async function replayCommand(args: readonly string[], host: ReplayHost): Promise<number> {
  let own: OwnServer | null = null;
  try {
    const { file, out, url, pace, profile } = options(args);
    const scenario = await readScenario(file);
    const { plan, steps } = scenario;
    const form = await chooseProfile(profile, plan.profile, file);
    if (url === null)
      own = await startOwnServer(withOwn(typeof form === 'string' ? [] : [form], await host.profiles()));
    const desk = await DeskClient.open(own?.link ?? (await deskLink(url ?? '', host)));
    if (typeof form === 'string') await desk.mustKnow(form);
    const meeting = await desk.createMeeting({
      plan: { ...plan, profile: typeof form === 'string' ? form : form.id },
      rehearsal: true,
      at: Math.min(Date.parse(plan.meeting.startsAt), steps[0]?.at ?? Infinity),
    });
    await new Player(desk.session, meeting).play(steps, pace);
    if (out !== null) await writeOutputs(desk, meeting, form, out);
    host.print(`${steps.length} steps, all answered as expected: ${plan.meeting.title}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) host.complain(`${error.message}\n\n${usage}`);
    else if (error instanceof StepFailed)
      host.complain(`step ${error.step.no} (line ${error.step.line}): ${error.code}: ${error.message}\n`);
    else if (error instanceof JsonFileError || error instanceof ServerRefused)
      host.complain(`${error.message}\n`);
    else throw error;
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await own?.close();
  }
}

interface Options {
  readonly file: string;
  readonly out: string | null;
  readonly url: string | null;
  readonly pace: Pace;
  readonly profile: string | null;
}

function options(args: readonly string[]): Options {
  const parsed = parseOptions(args);
  const [file, ...others] = parsed.positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Name one scenario file.');
  const { out, url, speed, profile } = parsed.values;
  if (url !== undefined && !URL.canParse(url)) throw new UsageError(`--url ${url} is not an address.`);
  return { file, out: out ?? null, url: url ?? null, pace: paceOf(speed), profile: profile ?? null };
}

function parseOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: text, url: text, speed: text, profile: text },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function paceOf(speed: string | undefined): Pace {
  if (speed === undefined || speed === 'max') return atOnce;
  const factor = Number(speed);
  if (!(factor > 0)) throw new UsageError(`--speed ${speed}: a number above 0, or max.`);
  return timesFaster(factor);
}

/** A profile's id, or the profile itself where a file is named; a scenario names its file from where it lies. */
async function chooseProfile(
  option: string | null,
  planned: string,
  scenario: string,
): Promise<string | Profile> {
  const named = option ?? planned;
  if (!/[./\\]/.test(named)) return named;
  return readProfileFile(option === null ? resolve(dirname(scenario), named) : named);
}

/** A link as it was given, or for the plain address of a server on this machine the link that it left for us. */
async function deskLink(url: string, host: ReplayHost): Promise<string> {
  return new URL(url).hash.startsWith('#t=') ? url : host.localLink(url);
}

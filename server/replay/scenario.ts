import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { planSchema } from '../../shared/meeting/plan.ts';
import type { Plan } from '../../shared/meeting/plan.ts';
import { verbs } from '../../shared/meeting/commands.ts';
import { idSchema } from '../../shared/meeting/person.ts';
import { JsonFileError, parseJsonFile } from '../jsonFile.ts';
import type { JsonFile, JsonPath } from '../jsonFile.ts';

/** One step of a scenario as it stands in the file. `at` is epoch ms on the scenario's clock. */
export interface ScenarioStep {
  /** From 1, in the file's order. */
  readonly no: number;
  /** The line of the file it starts on, from 1. */
  readonly line: number;
  readonly at: number;
  readonly by: string;
  readonly verb: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly ref: string | null;
  /** null: must be accepted. Otherwise the refusal's code or the beginning of it; '' for any. */
  readonly expectRefusal: string | null;
}

export interface Scenario {
  readonly plan: Plan;
  readonly steps: readonly ScenarioStep[];
}

const format = 'kyoshu-scenario/1';
const clockTime = /^(\d{2,3}):([0-5]\d):([0-5]\d)$/;
const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const stepSchema = v.looseObject({
  at: v.pipe(
    v.string(),
    v.check((s) => clockTime.test(s) || isoTime.test(s), 'HH:MM:SS since the start, or an ISO date or time'),
  ),
  by: idSchema,
  do: v.picklist(verbs, (issue) => `unknown verb ${issue.received}`),
  ref: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  expect: v.optional(v.pipe(v.string(), v.regex(/^refused(:.+)?$/, '"refused" or "refused:<code>"'))),
});

export async function readScenario(path: string): Promise<Scenario> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new JsonFileError(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
  return parseScenario(text, path);
}

/** @throws {JsonFileError} with the line and the reason. */
export function parseScenario(text: string, name = 'scenario'): Scenario {
  const source = parseJsonFile(text, name);
  const file = source.value;
  if (file.format !== format)
    throw new JsonFileError(
      `${source.placeOf(['format'])}: the format is ${JSON.stringify(file.format ?? null)}; this program plays "${format}"`,
    );
  const { format: _format, steps, ...planned } = file;
  const plan = v.safeParse(planSchema, planned);
  if (!plan.success) throw new JsonFileError(problem(plan.issues[0], [], source));
  if (!Array.isArray(steps)) throw new JsonFileError(`${source.placeOf(['steps'])}: "steps" is a list`);
  const start = Date.parse(plan.output.meeting.startsAt);
  return {
    plan: plan.output,
    steps: steps.map((step, index) => {
      const parsed = v.safeParse(stepSchema, step);
      if (!parsed.success)
        throw new JsonFileError(problem(parsed.issues[0], ['steps', index], source, index + 1));
      const { at: time, by, do: verb, ref, expect, ...fields } = parsed.output;
      return {
        no: index + 1,
        line: source.lineAt(['steps', index]),
        at: timeOf(time, start, plan.output.meeting.startsAt),
        by,
        verb,
        fields,
        ref: ref ?? null,
        expectRefusal: expect === undefined ? null : expect.slice('refused'.length).replace(/^:/, ''),
      };
    }),
  };
}

function problem(issue: v.BaseIssue<unknown>, prefix: JsonPath, source: JsonFile, step?: number): string {
  const path = [...prefix, ...(issue.path ?? []).map((part) => part.key as string | number)];
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  return `${source.placeOf(path)}: ${step === undefined ? '' : `step ${step}: `}${where}${issue.message}`;
}

/** `HH:MM:SS` counts from the start; a date of a written meeting is that day's midnight in the meeting's own zone. */
function timeOf(time: string, start: number, startsAt: string): number {
  const parts = clockTime.exec(time);
  if (parts !== null)
    return start + ((Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3])) * 1000;
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(startsAt)?.[0] ?? 'Z';
  if (!time.includes('T')) return Date.parse(`${time}T00:00:00${zone}`);
  return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(time) ? time : `${time}${zone}`);
}

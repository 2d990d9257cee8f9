import * as v from 'valibot';
import assemblyCommittee from './packs/assemblyCommittee.json' with { type: 'json' };
import council from './packs/council.json' with { type: 'json' };
import farmCommittee from './packs/farmCommittee.json' with { type: 'json' };
import generalAssembly from './packs/generalAssembly.json' with { type: 'json' };
import { rulesSchema } from './rules.ts';
import type { RulesInput } from './rules.ts';

/** An object whose keys are no parameters but a value with numbers: {"fraction": {"n": 1, "d": 2}}. */
const valueKeys: ReadonlySet<string> = new Set(['fraction', 'fractionAtLeast', 'count', 'seconds', 'times']);

const sentence = v.strictObject({ ja: v.string(), en: v.string() });

const packSchema = v.pipe(
  v.strictObject({
    format: v.literal('kyoshu-rules/1'),
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    title: sentence,
    about: sentence,
    rules: v.pipe(
      v.custom<RulesInput>((input) => v.is(rulesSchema, input), 'rules: not as the rule model has them'),
    ),
    sources: v.record(v.string(), v.pipe(v.string(), v.minLength(1))),
  }),
  v.check(
    (pack) => parametersOf(pack.rules).every((name) => Object.hasOwn(pack.sources, name)),
    'every parameter that a pack sets names its source',
  ),
);

/**
 * The rules of one kind of body, to copy and change. `sources` gives, for each parameter that is set (`quorum.rule`),
 * the law or ordinance it is taken from, or says that there is none.
 */
export type RulePack = v.InferOutput<typeof packSchema>;

/** The packs that come with the product. */
export const rulePacks: readonly RulePack[] = [
  council,
  assemblyCommittee,
  farmCommittee,
  generalAssembly,
].map((pack) => v.parse(packSchema, pack));

/** The parameters that these rules set, by their names: `quorum.rule`, `online.disconnect.then`. */
export function parametersOf(rules: RulesInput): string[] {
  return leaves(rules, '');
}

function leaves(value: object, path: string): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const group = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (!group || Object.keys(inner).some((k) => valueKeys.has(k))) return [name];
    return leaves(inner, name);
  });
}

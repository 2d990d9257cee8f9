import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ja as common } from '../../client/messages/common.ja.ts';
import { ja as words } from '../../client/messages/ruleFields.ja.ts';
import { ja as setup } from '../../client/messages/setup.ja.ts';
import { ruleGroups } from '../../client/screens/setup/ruleFields.ts';
import { parametersOf, rulePacks } from '../../shared/rules/packs.ts';
import { rulesSchema, rulesWithDefaults } from '../../shared/rules/rules.ts';
import type { Rules } from '../../shared/rules/rules.ts';

/** What the page above the groups lets people change, and the one parameter that has one value. */
const above = [
  ...['seats', 'quorum.base', 'quorum.rule', 'decision.rule', 'decision.base', 'chair.vote'],
  ...['vote.abstention', 'vote.tally', 'floor.order', 'written.consent', 'written.base', 'election.tie'],
  ...['online.disconnect.graceSeconds', 'online.disconnect.then'],
];
const defaults = rulesWithDefaults({ seats: 9 });
const fieldsOf = (rules: Rules) =>
  ruleGroups(rules, { fields: words, methods: setup.methods, choices: common }).flatMap(
    (group) => group.fields,
  );
const fields = fieldsOf(defaults);

describe('the other rules on the setup page', () => {
  it('[V49] are, with those above them, every parameter of the rule model', () => {
    expect([...above, ...fields.map(({ id }) => id)].sort()).toEqual(parametersOf(defaults).sort());
  });

  it.each(fields.map((field) => [field.id, field] as const))(
    '[V49] %s takes each of its values, and changes nothing else',
    (id, field) => {
      expect(field.options.map(({ value }) => value)).toContain(field.now(defaults));
      expect(new Set(field.options.map(({ label }) => label)).size).toBe(field.options.length);
      for (const { value } of field.options) {
        const changed = field.change(defaults, value);
        expect(v.is(rulesSchema, changed)).toBe(true);
        expect(field.now(changed)).toBe(value);
        const others = fields.filter((other) => other.id !== id);
        expect(others.map((other) => other.now(changed))).toEqual(others.map((other) => other.now(defaults)));
      }
    },
  );

  it('[V49] keep a value that is not on their list', () => {
    const rules = rulesWithDefaults({ motion: { seconders: { fraction: { n: 1, d: 12 } } } });
    const seconders = fieldsOf(rules).find(({ id }) => id === 'motion.seconders');
    expect(seconders?.options.map(({ value }) => value)).toContain('{"fraction":{"n":1,"d":12}}');
    for (const pack of rulePacks) {
      const own = rulesWithDefaults(pack.rules);
      for (const field of fieldsOf(own))
        expect(
          field.options.map(({ value }) => value),
          `${pack.id} ${field.id}`,
        ).toContain(field.now(own));
    }
  });
});

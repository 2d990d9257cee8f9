import * as v from 'valibot';

/*
 * A template is a sentence with places to fill: `{title}について、{outcome}とする。`
 * `{department:（%）}` stands only where there is a value: the value takes the place of `%`.
 */

export type TemplateValues = Readonly<Record<string, string | number>>;

const place = /\{([^{}]*)\}/g;
const placeForm = /^([A-Za-z][A-Za-z0-9]*)(?::(.*))?$/s;

/** A template that may name these places and no others. */
export function template<const P extends string>(...places: readonly P[]) {
  const allowed = places.length === 0 ? 'none' : places.map((name) => `{${name}}`).join(' ');
  return v.pipe(
    v.string(),
    v.maxLength(4000),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const problem = templateProblem(dataset.value, places);
      if (problem !== null) addIssue({ message: `${problem}; allowed here: ${allowed}` });
    }),
    v.description(`Places: ${allowed}`),
  );
}

/** An object with these fields and no others; what is wrong is said in words for whoever writes the file. */
export function fields<const E extends v.ObjectEntries>(entries: E) {
  const allowed = Object.keys(entries).join(' ');
  return v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? `unknown field; allowed here: ${allowed}`
      : issue.received === 'undefined'
        ? 'is missing'
        : `must be an object with the fields ${allowed}`,
  );
}

/** Fills a template. A place without a value becomes empty. */
export function fill(text: string, values: TemplateValues): string {
  return text.replaceAll(place, (_whole, inside: string) => {
    const [, name = '', around] = placeForm.exec(inside) ?? [];
    const value = Object.hasOwn(values, name) ? String(values[name]) : '';
    if (around === undefined) return value;
    return value === '' ? '' : around.replace('%', () => value);
  });
}

function templateProblem(text: string, places: readonly string[]): string | null {
  for (const [whole, inside = ''] of text.matchAll(place)) {
    const [, name, around] = placeForm.exec(inside) ?? [];
    if (name === undefined) return `${whole} is not a place`;
    if (!places.includes(name)) return `unknown place {${name}}`;
    if (around !== undefined && !around.includes('%')) return `${whole} lacks the % that the value replaces`;
  }
  return /[{}]/.test(text.replaceAll(place, '')) ? 'a brace stands alone' : null;
}

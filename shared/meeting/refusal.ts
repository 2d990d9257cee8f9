/**
 * Why a command was not carried out. `code` is namespaced by feature (`vote/not-eligible`); the sentences say what
 * to do instead, for the person who pressed the button. A refused command has changed nothing.
 */
export interface Refusal {
  readonly code: `${string}/${string}`;
  readonly ja: string;
  readonly en: string;
}

export function refuse(code: Refusal['code'], ja: string, en: string): Refusal {
  return { code, ja, en };
}

export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'ja' in value && 'en' in value;
}

import type { Role } from '../meeting/person.ts';

/** Whoever may be speaking or be named in the captions. */
export interface CaptionPerson {
  readonly id: string;
  readonly name: string;
  readonly kana?: string | undefined;
  readonly role: Role;
  readonly title?: string | undefined;
}

/** Widths, blanks, variants of characters and leading zeros apart: 委員０７ and 委員7 are written the same. */
function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u{E0100}-\u{E01EF}\uFE00-\uFE0F]/gu, '')
    .replace(/[\s・.,、。()[\]【】（）]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .toLowerCase();
}

const honorific =
  /(さん|様|氏|君|殿|先生|委員長|副委員長|会長|副会長|議長|副議長|委員|議員|部長|課長|室長|係長|局長|次長|参事|主幹)$/u;

/** How a person is called: the whole name, the surname where it is written apart, the title of an official. */
function callsOf({ name, kana, role, title }: CaptionPerson): string[] {
  const whole = plainName(name);
  const calls = [whole];
  if (kana !== undefined) calls.push(plainName(kana));
  const surname = plainName(name.normalize('NFKC').trim().split(/\s+/u)[0] ?? '');
  if (surname !== whole) calls.push(surname);
  else if (/^[\p{Script=Han}]{3,5}$/u.test(whole) && !honorific.test(whole)) calls.push(whole.slice(0, 2));
  const post = plainName(title ?? '');
  if (role === 'secretariat') calls.push('事務局');
  if ((role === 'official' || role === 'secretariat') && post.length >= 3) calls.push(post);
  return calls.filter((call) => call.length >= 2);
}

/** Calls that belong to one person alone. */
function ownCalls(people: readonly CaptionPerson[]): Map<string, number> {
  const own = new Map<string, number | null>();
  people.forEach((person, index) => {
    for (const call of new Set(callsOf(person)))
      own.set(call, own.has(call) && own.get(call) !== index ? null : index);
  });
  return new Map([...own].flatMap(([call, index]) => (index === null ? [] : [[call, index] as const])));
}

/** Knows people by what captions write before the words, and by what is said of them in the words. */
export class SpokenPeople {
  readonly people: readonly CaptionPerson[];
  readonly #calls: ReadonlyMap<string, number>;
  /** Calls by their first two characters, the longest first: a text is gone through once. */
  readonly #byStart = new Map<string, { readonly call: string; readonly index: number }[]>();
  readonly #chair: number;

  constructor(people: readonly CaptionPerson[]) {
    this.people = people;
    this.#calls = ownCalls(people);
    this.#chair = people.findIndex(({ role }) => role === 'chair');
    for (const [call, index] of this.#calls) {
      const start = call.slice(0, 2);
      const known = this.#byStart.get(start) ?? [];
      known.push({ call, index });
      known.sort((one, other) => other.call.length - one.call.length);
      this.#byStart.set(start, known);
    }
  }

  /** Whose name this is, by its letters alone; −1 where nobody's or more than one's. */
  called(name: string): number {
    const plain = plainName(name);
    const bare = plain.replace(honorific, '');
    const exact = this.#calls.get(plain) ?? this.#calls.get(bare);
    if (exact !== undefined) return exact;
    const within = [...new Set(this.mentioned(name))];
    const [only] = within;
    if (only !== undefined && within.length === 1) return only;
    return /(会長|委員長|議長)/u.test(plain) && !/(副|職務代理)/u.test(plain) ? this.#chair : -1;
  }

  /** Who is named in these words, in their order. */
  mentioned(text: string): number[] {
    const plain = plainName(text);
    const found: number[] = [];
    for (let at = 0; at + 2 <= plain.length; at++) {
      const here = this.#byStart.get(plain.slice(at, at + 2));
      const hit = here?.find(({ call }) => plain.startsWith(call, at) && !/^\d/.test(after(plain, at, call)));
      if (hit === undefined) continue;
      found.push(hit.index);
      at += hit.call.length - 1;
    }
    return found;
  }
}

/** 委員1 is not named by 委員12. */
function after(plain: string, at: number, call: string): string {
  return /\d$/.test(call) ? plain.slice(at + call.length, at + call.length + 1) : '';
}

import type { AgendaItem } from '../../meeting/agendaItem.ts';
import { isMemberRole } from '../../meeting/person.ts';
import type { Person } from '../../meeting/person.ts';
import type { MeetingInfo, Plan } from '../../meeting/plan.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { Sentence } from '../../protocol/language.ts';
import { contradictions } from '../../rules/contradictions.ts';
import type { Rules } from '../../rules/rules.ts';

/** What is wrong with a plan whose parts are each well-formed: names that point nowhere, things named twice. */
export function planProblem(
  plan: Pick<Plan, 'people' | 'agenda' | 'carriedOver' | 'carriedPromises' | 'meeting'>,
): Sentence | null {
  return peopleProblem(plan.people) ?? agendaProblem(plan) ?? referenceProblem(plan);
}

/** Rules that contradict each other, the roster or the meeting, so that it could not be held. */
export function rulesProblem(plan: {
  readonly rules: Rules;
  readonly people: readonly Person[];
  readonly meeting: MeetingInfo;
}): Refusal | null {
  const members = plan.people.filter((person) => isMemberRole(person.role)).length;
  const { mode, public: session } = plan.meeting;
  const [first] = contradictions(plan.rules, { members, mode, open: session.open });
  return first?.refused === true
    ? refuse('plan/rules-contradict', first.sentence.ja, first.sentence.en)
    : null;
}

export function peopleProblem(people: readonly Person[]): Sentence | null {
  const twice = firstTwice(people.map((person) => person.id));
  if (twice !== null)
    return {
      ja: `名簿に「${twice}」が二度あります。一人に一つのidにしてください。`,
      en: `The roster has “${twice}” twice. Give each person an id of their own.`,
    };
  if (people.filter((person) => person.role === 'chair').length > 1)
    return {
      ja: '名簿に会長が二人います。会長は一人にしてください。',
      en: 'The roster has two chairs. Leave one.',
    };
  const seats = people.flatMap((person) => (person.seat === undefined ? [] : [String(person.seat)]));
  const seatTwice = firstTwice(seats);
  if (seatTwice !== null)
    return {
      ja: `議席番号${seatTwice}が二度あります。別の番号にしてください。`,
      en: `Seat ${seatTwice} is given twice. Use another number.`,
    };
  const both = memberAndOfficial(people);
  if (both !== null)
    return {
      ja: `${both}さんが、委員と説明員の両方にあります。どちらかを消すか、別の人なら所属かふりがなで区別してください。`,
      en: `${both} is on the roster as a member and as an official. Remove one, or tell two people apart by department or kana.`,
    };
  return null;
}

/** The name of somebody who would both decide and explain: the same name, kana and department on both sides. */
function memberAndOfficial(people: readonly Person[]): string | null {
  const keyOf = ({ name, kana = '', department = '' }: Person) =>
    [name, kana, department].map((text) => text.normalize('NFKC').replaceAll(/\s/gu, '')).join('\n');
  const members = new Set(people.filter(({ role }) => isMemberRole(role)).map(keyOf));
  return people.find((person) => person.role === 'official' && members.has(keyOf(person)))?.name ?? null;
}

/** What is wrong with one more item. */
export function itemProblem(
  item: AgendaItem,
  items: Readonly<Record<string, AgendaItem>>,
  people: Readonly<Record<string, Person>>,
): Sentence | null {
  if (Object.hasOwn(items, item.id))
    return {
      ja: `次第に「${item.id}」はすでにあります。別のidにしてください。`,
      en: `The agenda already has “${item.id}”. Use another id.`,
    };
  if (item.parent !== undefined && !Object.hasOwn(items, item.parent)) return noParent(item.parent);
  if (item.official !== undefined && !Object.hasOwn(people, item.official)) return noOfficial(item.official);
  return null;
}

function agendaProblem({ agenda, people }: Pick<Plan, 'agenda' | 'people'>): Sentence | null {
  const twice = firstTwice(agenda.map((item) => item.id));
  if (twice !== null)
    return {
      ja: `次第に「${twice}」が二度あります。議題ごとに別のidにしてください。`,
      en: `The agenda has “${twice}” twice. Give each item an id of its own.`,
    };
  const parents = new Map(agenda.map((item) => [item.id, item.parent]));
  const known = new Set(people.map((person) => person.id));
  for (const item of agenda) {
    if (item.parent !== undefined && !parents.has(item.parent)) return noParent(item.parent);
    if (item.official !== undefined && !known.has(item.official)) return noOfficial(item.official);
    if (isUnderItself(item.id, parents))
      return {
        ja: `議題「${item.id}」が自分自身の下にあります。親の議題を直してください。`,
        en: `The item “${item.id}” lies under itself. Correct its parent.`,
      };
  }
  return null;
}

function referenceProblem(
  plan: Pick<Plan, 'people' | 'agenda' | 'carriedOver' | 'carriedPromises' | 'meeting'>,
): Sentence | null {
  const known = new Set(plan.agenda.map((item) => item.id));
  const under = plan.carriedOver.find((group) => !known.has(group.under))?.under;
  if (under !== undefined)
    return {
      ja: `引き継いだ意見の行き先「${under}」が次第にありません。`,
      en: `The agenda has no item “${under}”, under which carried-over opinions are to be answered.`,
    };
  const { carriedPromises = [] } = plan;
  const promise = carriedPromises.find((one) => !known.has(one.under));
  if (promise !== undefined)
    return {
      ja: `引き継いだ宿題「${promise.text}」の行き先「${promise.under}」が次第にありません。`,
      en: `The agenda has no item “${promise.under}”, under which the promise “${promise.text}” is to be reported on.`,
    };
  const people = new Set(plan.people.map((person) => person.id));
  const promiser = carriedPromises.find(({ from }) => from !== undefined && !people.has(from))?.from;
  if (promiser !== undefined)
    return {
      ja: `引き継いだ宿題を約束した「${promiser}」が名簿にありません。`,
      en: `The roster has no “${promiser}”, who made a promise that is carried over.`,
    };
  const document = plan.meeting.documents.find(({ item }) => item !== undefined && !known.has(item));
  if (document !== undefined)
    return {
      ja: `資料「${document.title}」の議題「${document.item ?? ''}」が次第にありません。`,
      en: `The agenda has no item “${document.item ?? ''}”, to which the document “${document.title}” belongs.`,
    };
  return null;
}

function noParent(parent: string): Sentence {
  return {
    ja: `親の議題「${parent}」が次第にありません。`,
    en: `The agenda has no item “${parent}” to put this one under.`,
  };
}

function noOfficial(official: string): Sentence {
  return {
    ja: `説明者「${official}」が名簿にありません。`,
    en: `The roster has no “${official}” to explain the item.`,
  };
}

function firstTwice(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

function isUnderItself(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    if (at === id) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

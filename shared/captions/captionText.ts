import { printable } from '../minutes/printable.ts';

/*
 * What stands in a caption may come from anybody and look like anything. Tags go, their words stay; nothing here is
 * ever taken for markup again.
 */

export interface Spoken {
  readonly name: string | null;
  readonly text: string;
}

const voice = /<v(?:\.[^\s<>]*)?\s+([^<>]{1,400})>/giu;
const tags = /<\/?[a-z][^<>]*>|<\d[\d:.]*>|<!--[^<>]*-->|\{\\[^{}]*\}/giu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

const dash = /^\s*[-‐–—－]\s*$/u;
const nameAlone = /^\s*[(（][^()（）]{1,60}[)）]\s*$/u;

/**
 * A caption's words by who says them, without markup; empty ones are left out. A change within a caption is `<v Name>`
 * (Teams), or a dash on a line of its own before the next name in brackets (Meet).
 */
export function spokenIn(lines: readonly string[]): Spoken[] {
  const parts: string[][] = [[]];
  lines.forEach((line, index) => {
    if (dash.test(line) && nameAlone.test(lines[index + 1] ?? '')) parts.push([]);
    else parts.at(-1)?.push(line);
  });
  return parts.flatMap(spokenInPart);
}

function spokenInPart(lines: readonly string[]): Spoken[] {
  const whole = lines.join('\n');
  const parts: Spoken[] = [];
  let name: string | null = null;
  let at = 0;
  const take = (end: number) => {
    const text = captionText(whole.slice(at, end));
    if (text !== '') parts.push({ name, text });
  };
  for (const tag of whole.matchAll(voice)) {
    take(tag.index);
    name = captionText(tag[1] ?? '').slice(0, 200) || null;
    at = tag.index + tag[0].length;
  }
  take(whole.length);
  return parts;
}

function captionText(marked: string): string {
  let text = marked;
  // Taking a tag out can make another one of its surroundings.
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(tags, '');
  }
  text = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/giu, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? String(whole);
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return oneLine(printable(text));
}

/** Lines of Japanese run on; between Latin words a blank keeps them apart. */
function oneLine(text: string): string {
  return text
    .split(/\s*\n\s*/u)
    .reduce(
      (line, next) => (/[\w.,!?]$/.test(line) && /^\w/.test(next) ? `${line} ${next}` : line + next),
      '',
    )
    .replace(/[ \t]+/g, ' ')
    .trim();
}

import type { DocumentNode, MinutesDocument } from '../document.ts';
import { mapTexts } from '../document.ts';
import { printable } from '../printable.ts';
import { inDigits } from '../profile/numberForm.ts';
import { fill } from '../profile/template.ts';
import type { TemplateValues } from '../profile/template.ts';
import { bodyInAgendaOrder, bodyInLogOrder } from './body.ts';
import { applies, headerRows, meetingValues } from './headerRows.ts';
import { holderOf } from './people.ts';
import { sourceOf } from './source.ts';
import type { MinutesInput, MinutesSource } from './source.ts';

/** The minutes as this body prints them. `copy` is the published one (配布用) unless said otherwise. */
export function renderMinutes(input: MinutesInput): MinutesDocument {
  const source = sourceOf(input);
  const { profile, state } = source;
  const values = meetingValues(source);
  const { body } = profile;
  const bodyTitle = body.title === undefined ? '' : fill(body.title, values);
  const nodes: DocumentNode[] = [
    ...profile.title.map((title): DocumentNode => ({ kind: 'title', text: fill(title, values) })),
    ...ownLines(source, 'opening', values).filter(({ text }) => text !== ''),
    { kind: 'header', form: profile.header.form, rows: headerRows(source) },
    ...(bodyTitle === '' ? [] : [{ kind: 'bodyTitle' as const, text: bodyTitle, newPage: body.newPage }]),
    ...(body.order === 'log' ? bodyInLogOrder(source) : bodyInAgendaOrder(source)),
    ...ownLines(source, 'closing', values),
    ...signatures(source),
  ];
  const digits = (text: string) => inDigits(profile.digits, printable(text));
  return {
    title: digits(state.info.title),
    author: digits(state.info.body),
    font: profile.font,
    nodes: nodes.map((node) => mapTexts(node, digits)),
  };
}

function ownLines(source: MinutesSource, role: 'opening' | 'closing', values: TemplateValues) {
  return source.profile[role]
    .filter(({ when }) => applies(source, when))
    .map(({ text, align }) => ({
      kind: 'line' as const,
      text: fill(text, values),
      role,
      align,
      block: null,
    }));
}

function signatures({ profile, state }: MinutesSource): DocumentNode[] {
  return profile.signatures.flatMap(({ label, who, count }) =>
    Array.from({ length: count }, (_, nth): DocumentNode => ({
      kind: 'signature',
      label,
      name: who === 'chair' ? (holderOf(state, 'chair')?.name ?? null) : signatory(state, nth),
    })),
  );
}

/** A member who was named to sign; null where there are not so many. */
function signatory(state: MinutesSource['state'], nth: number): string | null {
  const who = state.confirmation.signatories[nth];
  return who === undefined ? null : (state.roster.people[who]?.name ?? null);
}

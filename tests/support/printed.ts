import { minutesOf } from '../../shared/minutes/fold.ts';
import type { DocumentNode } from '../../shared/minutes/document.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { playScenario, scenarioFile } from './playScenario.ts';

/** A scenario of tests/golden, played and printed by its profile, in pieces that can be compared with a document. */
export interface Printed {
  readonly text: string;
  /** Keys of the head in their order, and the lines of each. */
  readonly head: ReadonlyMap<string, readonly string[]>;
  readonly headings: readonly string[];
  /** The labels of the turns under a heading, one letter each by `letters`; stage directions and lines left out. */
  labels(heading: string, letters: Readonly<Record<string, string>>): string;
  /** Everything under a heading that is neither heading nor turn. */
  lines(heading: string): readonly string[];
  readonly closing: readonly string[];
}

/** Width, blanks and line breaks say nothing about structure. */
export function normalized(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

export function printed(scenario: string): Printed {
  const { plan, steps } = scenarioFile(`tests/golden/${scenario}/scenario.json`);
  const { log, stopped } = playScenario({ plan, steps });
  if (stopped !== null)
    throw new Error(
      `step ${stopped.step.no} (${stopped.step.verb}): ${stopped.refusal.code} ${stopped.refusal.en}`,
    );
  const { model, state } = minutesOf(log);
  const document = renderMinutes({ state, blocks: model.blocks, profile: profileById(plan.profile) });
  const head = new Map<string, readonly string[]>();
  const headings: string[] = [];
  const under = new Map<string, DocumentNode[]>();
  let section: DocumentNode[] = [];
  for (const node of document.nodes) {
    if (node.kind === 'header')
      for (const { key, lines } of node.rows) head.set(normalized(key), lines.map(normalized));
    else if (node.kind === 'heading' || node.kind === 'bodyTitle') {
      const title = normalized(node.kind === 'heading' ? node.lines.join('') : node.text);
      headings.push(title);
      section = [];
      under.set(title, section);
    } else section.push(node);
  }
  const nodes = (heading: string) => {
    const found = under.get(normalized(heading));
    if (found === undefined) throw new Error(`No heading ${heading}; there are ${headings.join(' | ')}`);
    return found;
  };
  return {
    text: minutesToText(document),
    head,
    headings,
    labels: (heading, letters) =>
      nodes(heading)
        .flatMap((node) =>
          node.kind === 'turn' && node.label !== '' ? [letters[normalized(node.label)] ?? '?'] : [],
        )
        .join(''),
    lines: (heading) =>
      nodes(heading).flatMap((node) =>
        node.kind === 'line' && node.role !== 'closing' ? [normalized(node.text)] : [],
      ),
    closing: document.nodes.flatMap((node) =>
      node.kind === 'line' && node.role === 'closing' ? [normalized(node.text)] : [],
    ),
  };
}

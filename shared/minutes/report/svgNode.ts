import { printable } from '../printable.ts';

/**
 * A picture before it is drawn: pages make elements of it, files text. All looks are attributes of the elements, since
 * pages allow no style inline and files have none of the pages' sheets.
 */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return { tag, attributes, children };
}

export function svgText({ tag, attributes, children }: SvgNode): string {
  const listed = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${tag}${listed.join('')}>${inner.join('')}</${tag}>`;
}

/** Text for markup: what people typed is never markup. */
export function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import type { MeetingReport } from './report/report.ts';
import { reportSections } from './report/toHtml.ts';
import { annexTitle } from './report/words.ts';
import type { DocumentNode, MinutesDocument, TurnNode } from './document.ts';

/**
 * The document as one HTML page that needs nothing else: no script, no outside style, and a print style for PDF.
 * Everything that people typed is text, never markup. A report follows as an annex (資料).
 */
export function minutesToHtml({ title, font, nodes }: MinutesDocument, report?: MeetingReport): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style(font)}</style>
</head>
<body>
<main>
${nodes.map(element).join('\n')}${report === undefined ? '' : annex(report)}
</main>
</body>
</html>
`;
}

function annex(report: MeetingReport): string {
  return `\n<section class="annex">\n<h2>${annexTitle}</h2>\n${reportSections(report, 3)}\n</section>`;
}

function element(node: DocumentNode): string {
  switch (node.kind) {
    case 'title':
      // 会 議 録: a title of a few letters is spread, a long one would only break.
      return `<h1${node.text.length <= 6 ? ' class="spread"' : ''}>${escape(node.text)}</h1>`;
    case 'header':
      return header(node);
    case 'bodyTitle':
      return `<h2${node.newPage ? ' class="new-page"' : ''}>${escape(node.text)}</h2>`;
    case 'heading': {
      const tag = `h${Math.min(node.level + 2, 6)}`;
      return `<${tag}>${node.lines.map(escape).join('<br>')}</${tag}>`;
    }
    case 'turn':
      return turn(node);
    case 'line':
      return `<p class="${node.role} ${node.align}">${escape(node.text)}</p>`;
    case 'signature':
      return `<p class="signature"><span>${escape(node.label)}</span><span class="name">${escape(node.name ?? '')}</span></p>`;
  }
}

function header(node: Extract<DocumentNode, { kind: 'header' }>): string {
  const rows = node.rows.map(
    ({ key, lines }) =>
      `<tr><th scope="row">${escape(key)}</th><td>${lines.map(escape).join('<br>')}</td></tr>`,
  );
  if (node.form === 'table') return `<table>\n${rows.join('\n')}\n</table>`;
  return node.rows
    .map(({ key, lines }) => `<h2>${escape(key)}</h2>\n<p>${lines.map(escape).join('<br>')}</p>`)
    .join('\n');
}

function turn(node: TurnNode): string {
  const [first, ...rest] = node.paragraphs;
  const label = `<b>${escape(node.label.trim())}</b>`;
  const paragraph = ({ kind, text }: { kind: string; text: string }, before = '') =>
    `<p class="${kind}">${before}${escape(text)}</p>`;
  const body =
    first === undefined
      ? `<p class="words">${label}</p>`
      : node.ownLine
        ? `<p class="label">${label}</p>\n${paragraph(first)}`
        : paragraph(
            first,
            label.replace('</b>', `${escape(first.kind === 'stage' ? node.stageGap : node.gap)}</b>`),
          );
  return `<div class="turn" id="${escape(node.block)}">\n${[body, ...rest.map((one) => paragraph(one))].join('\n')}\n</div>`;
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

const mincho = '"Yu Mincho", "Hiragino Mincho ProN", "MS Mincho", "Noto Serif CJK JP", serif';
const gothic = '"BIZ UDPGothic", "Yu Gothic", "Hiragino Sans", Meiryo, "Noto Sans CJK JP", sans-serif';

function style(font: MinutesDocument['font']): string {
  return `
body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.8 ${font === 'mincho' ? mincho : gothic}; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
h1 { text-align: center; font-size: 1.5rem; text-wrap: balance; } h1.spread { letter-spacing: .3em; }
h2 { font-size: 1.2rem; } h3 { font-size: 1.1rem; } h4, h5, h6 { font-size: 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #595959; padding: .4rem .6rem; vertical-align: top; text-align: left; font-weight: normal; }
th { width: 8em; white-space: nowrap; background: #f2f2f2; }
.turn { margin: 1em 0; }
.turn p { margin: 0; } .turn p.words + p.words { text-indent: 1em; } .turn b { font-weight: bold; white-space: pre; }
p.right { text-align: right; } p.center { text-align: center; }
.signature { display: flex; gap: 1em; } .signature .name { flex: 1; border-bottom: 1px solid #1a1a1a; }
.annex { margin-top: 4rem; } .annex figure { margin: 0; overflow: auto; } .annex svg { max-width: 100%; height: auto; }
.annex table { width: auto; font-size: .875rem; } .annex th, .annex td { border-width: 0 0 1px; padding: .2rem .8rem .2rem 0; }
.annex th { width: auto; background: none; font-weight: bold; } .annex .n { text-align: right; } .annex td, .annex th { overflow-wrap: break-word; } .annex td svg { max-width: none; } .annex summary { padding: .5rem 0; cursor: pointer; }
@page { size: A4; margin: 25mm 22mm; @bottom-center { content: counter(page); } }
@media print { main { max-width: none; padding: 0; } .new-page { break-before: page; } h2, h3, h4 { break-after: avoid; } tr, figure { break-inside: avoid; } .annex { break-before: page; } .annex details { display: none; } }
`;
}

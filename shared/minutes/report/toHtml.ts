import { localTime } from '../localTime.ts';
import type { Table } from '../tables.ts';
import { font } from './looks.ts';
import type { MeetingReport } from './report.ts';
import { itemBar, longestItem, shareBar } from './smallPictures.ts';
import type { SvgNode } from './svgNode.ts';
import { escaped, svgText } from './svgNode.ts';
import {
  courseTable,
  itemsTable,
  presenceTable,
  resultsTable,
  sharesTable,
  speakersTable,
  turnTimesTable,
} from './tables.ts';
import { clockText } from './timeAxis.ts';
import { timeline } from './timeline.ts';
import { reportWords as words } from './words.ts';

/** The report as one page that needs nothing else: pictures, and the table behind each. No script, nothing outside. */
export function reportToHtml(report: MeetingReport): string {
  const { year, month, day } = localTime(report.plannedStart, report.startsAt);
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${words.title} ${report.title}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(report.title)}</h1>
<p>${year}年${month}月${day}日　${report.clock === null ? '' : `${clockText(report.clock.from, report.startsAt)}–${clockText(report.clock.to, report.startsAt)}`}</p>
${reportSections(report, 2)}
</main>
</body>
</html>
`;
}

/** The pictures and tables, under headings of this level. */
export function reportSections(report: MeetingReport, level: 2 | 3): string {
  const heading = (title: string) => `<h${level}>${title}</h${level}>`;
  const wide = timeline(report, { words, width: 920, id: 'time' });
  const longest = longestItem(report.items);
  const bars = report.items.map((item, index) => itemBar(item, longest, { width: 160, id: `item${index}` }));
  return `${wide === null ? course(report, heading) : spoken(report, wide, heading)}
${report.clock === null ? '' : `${heading(words.itemsTitle)}\n${table(itemsTable(report, words), bars)}`}
${report.votes.length === 0 ? '' : `${heading(words.votesTitle)}\n${table(resultsTable(report, words))}`}`;
}

type Heading = (title: string) => string;

function spoken(report: MeetingReport, picture: SvgNode, heading: Heading): string {
  const share = shareBar(report, { words, width: 920, id: 'share' });
  return [
    heading(words.spokeTitle),
    `<p>${words.spokeHint}</p>`,
    `<figure>${svgText(picture)}</figure>`,
    table(speakersTable(report, words)),
    behind(turnTimesTable(report, words)),
    heading(words.presenceTitle),
    table(presenceTable(report, words)),
    heading(words.sharesTitle),
    `<figure>${svgText(share)}</figure>`,
    table(sharesTable(report, words)),
  ].join('\n');
}

function course({ written, startsAt }: MeetingReport, heading: Heading): string {
  if (written === null) return '';
  return `${heading(words.courseTitle)}\n${table(courseTable(written.course, startsAt, words))}`;
}

function behind(rows: Table): string {
  return `<details><summary>${escaped(rows.name)}（${rows.rows.length}）</summary>${table(rows)}</details>`;
}

/** A table with, where there are any, a picture at the end of each row. */
function table({ columns, rows }: Table, pictures: readonly SvgNode[] = []): string {
  const cell = (value: string | number | null) =>
    `<td${typeof value === 'number' ? ' class="n"' : ''}>${escaped(String(value ?? ''))}</td>`;
  const head = columns.map(
    (title, at) =>
      `<th scope="col"${rows.some((row) => typeof row[at] === 'number') ? ' class="n"' : ''}>${escaped(title)}</th>`,
  );
  const lines = rows.map((row, index) => {
    const picture = pictures[index];
    return `<tr>${row.map(cell).join('')}${picture === undefined ? '' : `<td>${svgText(picture)}</td>`}</tr>`;
  });
  return `<table><thead><tr>${head.join('')}${pictures.length > 0 ? '<td></td>' : ''}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

const style = `
body{margin:0;color:#1a1a1a;font:16px/1.6 ${font}}
main{max-width:960px;margin:0 auto;padding:24px 20px}
h1{font-size:24px;line-height:1.4}
h2{margin-top:32px;font-size:20px}
figure{margin:0;overflow:auto}
svg{max-width:100%;height:auto}
table{border-collapse:collapse;font-size:14px}
th,td{padding:3px 12px 3px 0;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}
.n{text-align:right;font-variant-numeric:tabular-nums}
summary{padding:8px 0;cursor:pointer}
@page{size:A4;margin:18mm 16mm}
@media print{tr,figure{break-inside:avoid}details{display:none}}
`;

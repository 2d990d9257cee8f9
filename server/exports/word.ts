import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { IStylesOptions } from 'docx';
import { annexTitle, reportWords } from '../../shared/minutes/report/words.ts';
import type { MeetingReport } from '../../shared/minutes/report/report.ts';
import type { DocumentNode, MinutesDocument, TurnNode } from '../../shared/minutes/document.ts';
import { reportParts } from './wordReport.ts';

/*
 * The document as Word (OOXML): real styles, so that whoever goes on writing changes a style and not a thousand
 * paragraphs; East Asian fonts by name with no font inside; the meeting's title above, page numbers below.
 */

const faces = {
  mincho: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'ＭＳ 明朝', hint: 'eastAsia' },
  gothic: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'ＭＳ ゴシック', hint: 'eastAsia' },
} as const;

const pageWidth = 11906;
const margin = 1418;
const keyWidth = 1900;
const blank = '　';

/** The minutes as a Word file; with a report, that follows on pages of its own (資料). */
export function minutesToWord(document: MinutesDocument, report?: MeetingReport): Promise<Buffer> {
  return packed(document, [
    ...document.nodes.flatMap(blocks),
    ...(report === undefined
      ? []
      : [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: annexTitle, pageBreakBefore: true }),
          ...reportParts(report),
        ]),
  ]);
}

/** The report as a Word file of its own. */
export function reportToWord(
  document: Omit<MinutesDocument, 'nodes'>,
  report: MeetingReport,
): Promise<Buffer> {
  return packed(document, [
    new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: reportWords.title }),
    ...reportParts(report),
  ]);
}

function packed(document: Omit<MinutesDocument, 'nodes'>, children: (Paragraph | Table)[]): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: styles(document.font),
    sections: [
      {
        properties: {
          page: {
            size: { width: pageWidth, height: 16838 },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ style: 'Header', text: document.title })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Footer',
                children: [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

function blocks(node: DocumentNode): (Paragraph | Table)[] {
  switch (node.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, text: node.text })];
    case 'header':
      return header(node);
    case 'bodyTitle':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_1, text: node.text, pageBreakBefore: node.newPage }),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: node.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: broken(node.lines),
        }),
      ];
    case 'turn':
      return turn(node);
    case 'line':
      return [
        new Paragraph({
          style: node.role === 'stage' || node.role === 'event' ? 'StageDirection' : 'Sentence',
          alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[
            node.align
          ],
          text: node.text,
        }),
      ];
    case 'signature':
      return [
        new Paragraph({
          style: 'Signature',
          children: [
            new TextRun(node.label + blank),
            new TextRun({ text: node.name ?? blank.repeat(14), underline: {} }),
          ],
        }),
      ];
  }
}

function header(node: Extract<DocumentNode, { kind: 'header' }>): (Paragraph | Table)[] {
  if (node.rows.length === 0) return [];
  if (node.form === 'lines')
    return node.rows.flatMap(({ key, lines }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, text: key }),
      ...lines.map((text) => new Paragraph({ style: 'Sentence', text })),
    ]);
  const line = { style: BorderStyle.SINGLE, size: 4, color: '595959' };
  const valueWidth = pageWidth - 2 * margin - keyWidth;
  const cell = (lines: readonly string[], width: number, style: string) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: (lines.length === 0 ? [''] : lines).map((text) => new Paragraph({ style, text })),
    });
  return [
    new Table({
      width: { size: keyWidth + valueWidth, type: WidthType.DXA },
      columnWidths: [keyWidth, valueWidth],
      borders: {
        top: line,
        bottom: line,
        left: line,
        right: line,
        insideHorizontal: line,
        insideVertical: line,
      },
      rows: node.rows.map(
        ({ key, lines }) =>
          new TableRow({
            cantSplit: lines.length < 20,
            children: [cell([key], keyWidth, 'TableKey'), cell(lines, valueWidth, 'TableValue')],
          }),
      ),
    }),
    new Paragraph({ style: 'Sentence' }),
  ];
}

function turn(node: TurnNode): Paragraph[] {
  const [first, ...rest] = node.paragraphs;
  const label = new TextRun({ text: node.label.trim(), style: 'SpeakerLabel' });
  const others = rest.map(
    ({ kind, text }) => new Paragraph({ style: kind === 'stage' ? 'StageDirection' : 'TurnContinued', text }),
  );
  if (first === undefined) return [new Paragraph({ style: 'Turn', children: [label] })];
  if (node.ownLine) {
    const words = new Paragraph({
      style: first.kind === 'stage' ? 'StageDirection' : 'TurnContinued',
      text: first.text,
    });
    return [new Paragraph({ style: 'Turn', keepNext: true, children: [label] }), words, ...others];
  }
  const gap = first.kind === 'stage' ? node.stageGap : node.gap;
  return [new Paragraph({ style: 'Turn', children: [label, new TextRun(gap + first.text)] }), ...others];
}

function broken(lines: readonly string[]): TextRun[] {
  return lines.map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 }));
}

function styles(font: MinutesDocument['font']): IStylesOptions {
  const run = { font: faces[font], size: 21 };
  const heading = (size: number) => ({ run: { ...run, size, bold: true, color: '000000' } });
  const spacing = { line: 340 };
  return {
    default: {
      document: { run: { ...run, language: { value: 'en-US', eastAsia: 'ja-JP' } } },
      title: {
        run: { ...run, size: 32, bold: true, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
      },
      heading1: {
        ...heading(26),
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } },
      },
      heading2: { ...heading(23), paragraph: { keepNext: true, spacing: { before: 280, after: 120 } } },
      heading3: { ...heading(21), paragraph: { keepNext: true, spacing: { before: 200, after: 100 } } },
    },
    paragraphStyles: [
      {
        id: 'Turn',
        name: '発言',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { ...spacing, before: 160 } },
      },
      {
        id: 'TurnContinued',
        name: '発言（続き）',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing, indent: { firstLine: 210 } },
      },
      { id: 'StageDirection', name: 'ト書き', basedOn: 'Normal', quickFormat: true, paragraph: { spacing } },
      { id: 'Sentence', name: '記載文', basedOn: 'Normal', quickFormat: true, paragraph: { spacing } },
      {
        id: 'TableKey',
        name: '表の項目',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.LEFT, spacing: { line: 290, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'TableValue',
        name: '表の内容',
        basedOn: 'Normal',
        paragraph: { spacing: { line: 290, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Figure',
        name: '図表',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 17, font: faces.gothic },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      },
      { id: 'FigureHead', name: '図表の見出し', basedOn: 'Figure', run: { bold: true } },
      // A line no higher than the strip in it: the lines of one strip run on in the next.
      {
        id: 'FigureStrip',
        name: '図',
        basedOn: 'Normal',
        run: { size: 2 },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      },
      { id: 'Signature', name: '署名', basedOn: 'Normal', paragraph: { spacing: { before: 480 } } },
      {
        id: 'Header',
        name: 'header',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { alignment: AlignmentType.RIGHT },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
    characterStyles: [
      {
        id: 'SpeakerLabel',
        name: '発言者',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { bold: true },
      },
    ],
  };
}

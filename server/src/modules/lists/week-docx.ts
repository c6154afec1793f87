import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { PaperColumn, PaperList, PaperRow, WeekPaper } from "./week-paper.ts";

/** In twentieths of a point: A4, and what its margins leave. */
const page = { width: 11_906, height: 16_838, margin: 850 };
const across = page.width - 2 * page.margin;

/** Parts of the width that columns take; the first is the line's place. */
const parts = { place: 5, number: 13, what: 18, where: 14, when: 17, states: 12, evidence: 7, said: 14 };
const whole = Object.values(parts).reduce((sum, part) => sum + part, 0);
const widthOf = (column: keyof typeof parts) => Math.floor((across * parts[column]) / whole);
const columns = [
  "number",
  "what",
  "where",
  "when",
  "states",
  "evidence",
  "said",
] as const satisfies readonly PaperColumn[];

/** Beside the line's place: what it is about. */
const photosAt = 1 + columns.indexOf("what");

/** In half points. */
const size = { title: 32, list: 24, text: 18, small: 15 };
const line = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const borders = { top: line, bottom: line, left: line, right: line };

/** Each week on pages of its own, whose feet say whose they are. */
export const weekDocx = (papers: readonly WeekPaper[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: "",
      title: papers[0]?.title ?? "",
      styles: { default: { document: { run: { font: { ascii: "Arial", hAnsi: "Arial", eastAsia: "SimSun" } } } } },
      sections: papers.map(sectionOf),
    }),
  );

function sectionOf(paper: WeekPaper): ISectionOptions {
  const [before, between, after] = paper.words.page;
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ text: `${paper.mark} · `, size: size.small }),
              new TextRun({ children: numbers, size: size.small }),
            ],
          }),
        ],
      }),
    },
    children: [
      new Paragraph({
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: paper.title, bold: true, size: size.title })],
      }),
      textOf(paper.head.join("　"), { alignment: AlignmentType.CENTER }),
      ...paper.said.map((text) => textOf(`${paper.words.saidOfWeek}：${text}`)),
      ...paper.lists.flatMap((list) => listOf(list, paper)),
      textOf(paper.words.count, { spacing: { before: 160 } }),
      ...paper.foot.map((text) => textOf(text)),
    ],
  };
}

function listOf({ title, rows }: PaperList, { words }: WeekPaper) {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [new TextRun({ text: `${title} ${rows.length}`, bold: true, size: size.list, color: "000000" })],
  });
  if (rows.length === 0) return [heading, textOf(words.nothing)];
  const titles = rowOf([words.place, ...columns.map((column) => words.columns[column])]);
  const lines = rows.map((row, index) => rowOf([String(index + 1), ...columns.map((column) => row[column])], row));
  const columnWidths = (["place", ...columns] as const).map(widthOf);
  return [heading, new Table({ columnWidths, width: { size: across, type: WidthType.DXA }, rows: [titles, ...lines] })];
}

/** The titles, or a line with its photos below what it is about. */
const rowOf = (texts: readonly string[], row?: PaperRow) =>
  new TableRow({
    tableHeader: row === undefined,
    cantSplit: true,
    children: texts.map(
      (text, index) =>
        new TableCell({
          borders,
          verticalAlign: VerticalAlign.CENTER,
          width: { size: widthOf((["place", ...columns] as const)[index]!), type: WidthType.DXA },
          margins: { top: 30, bottom: 30, left: 60, right: 60 },
          children: [
            ...text.split("\n").map((part) => textOf(part, { bold: row === undefined })),
            ...(row && index === photosAt && row.pictures.length > 0 ? [picturesOf(row.pictures)] : []),
          ],
        }),
    ),
  });

/** The longest side of a photo. */
const side = 72;

const picturesOf = (pictures: PaperRow["pictures"]) =>
  new Paragraph({
    children: pictures.map(({ bytes, width, height }) => {
      const scale = side / Math.max(width, height, side);
      const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
      return new ImageRun({ type: "jpg", data: bytes, transformation });
    }),
  });

const textOf = (
  text: string,
  { bold = false, ...more }: { bold?: boolean } & Pick<IParagraphOptions, "alignment" | "spacing"> = {},
) => new Paragraph({ ...more, children: [new TextRun({ text, bold, size: size.text })] });

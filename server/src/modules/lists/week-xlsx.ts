import writeExcelFile, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import type { PaperColumn, WeekPaper } from "./week-paper.ts";

const columns = [
  "number",
  "what",
  "where",
  "when",
  "states",
  "evidence",
  "said",
] as const satisfies readonly PaperColumn[];
/** Of the list, the line's place in it, and what the line says; in letters. */
const widths = [8, 6, 24, 40, 28, 22, 18, 10, 36];

/** A sheet for each week. Whatever stands in a cell is text: nothing is reckoned, and long numbers keep their digits. */
export const weekXlsx = (papers: readonly WeekPaper[]): Promise<Buffer> =>
  writeExcelFile(sheetsOf(papers), { features: [printed(papers)] }).toBuffer();

function sheetsOf(papers: readonly WeekPaper[]): Sheet<Buffer>[] {
  const names = namesOf(papers);
  return papers.map((paper, index) => ({
    sheet: names[index]!,
    data: rowsOf(paper),
    columns: widths.map((width) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: 3,
  }));
}

function rowsOf({ title, head, words, lists, said, foot }: WeekPaper): Row[] {
  const titles = [words.list, words.place, ...columns.map((column) => words.columns[column])];
  const lines = lists.flatMap((list) =>
    list.rows.length === 0
      ? [[list.title, "", "", words.nothing]]
      : list.rows.map((row, index) => [list.title, String(index + 1), ...columns.map((column) => row[column])]),
  );
  return [
    [{ ...text(title), fontWeight: "bold", fontSize: 14 }],
    [text(head.join("　"))],
    titles.map(titleOf),
    ...lines.map((line) => line.map(wrapped)),
    [text(words.count)],
    ...said.map((each) => [text(`${words.saidOfWeek}：${each}`)]),
    ...foot.map((each) => [text(each)]),
  ];
}

const text = (value: string) => ({ value: value || undefined, type: String, format: "@" }) satisfies Cell;

const titleOf = (value: string) => ({ ...text(value), fontWeight: "bold", backgroundColor: "#e5e7eb" }) satisfies Cell;

const wrapped = (value: string) => ({ ...text(value), wrap: true, alignVertical: "top" }) satisfies Cell;

const longestName = 31;

/** A sheet is named by its member, where that is a name for a sheet; two of one name are told apart by their place. */
function namesOf(papers: readonly WeekPaper[]): string[] {
  const taken = new Set<string>();
  return papers.map(({ member, weekName }, index) => {
    const plain =
      (member || weekName)
        .replace(/[[\]:*?/\\']/g, " ")
        .trim()
        .slice(0, longestName) || weekName;
    const ending = ` ${index + 1}`;
    const name = taken.has(plain.toLowerCase()) ? `${plain.slice(0, longestName - ending.length)}${ending}` : plain;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** As wide as a page of A4, and at its foot whose it is and the page's number. */
const printed = (papers: readonly WeekPaper[]) => ({
  files: {
    transform: {
      // As where somebody types an apostrophe first: what begins like a formula stays text when the cell is edited, too.
      "xl/styles.xml": { transform: (xml: string) => xml.replaceAll("<xf numFmtId=", '<xf quotePrefix="1" numFmtId=') },
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) =>
          withFoot(xml, footOf(papers[sheetIndex]!)),
      },
    },
  },
});

const withFoot = (xml: string, foot: string) =>
  xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace("</worksheet>", () => `<headerFooter><oddFooter>${foot}</oddFooter></headerFooter></worksheet>`);

/** To the left the mark, to the right the page: an ampersand begins a field there, and two are one. */
function footOf({ mark, words }: WeekPaper): string {
  const [before, between, after] = words.page;
  const plain = (said: string) => said.replaceAll("&", "&&");
  const foot = `&L${plain(mark)}&R${plain(before)}&P${plain(between)}&N${plain(after)}`;
  return foot.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

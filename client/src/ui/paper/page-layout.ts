export interface PageLayout {
  isLandscape: boolean;
  /** In points. */
  fontSize: number;
  /** Of each sheet's columns, in percent of all; those with the same columns have them alike. */
  widths: number[][];
}

interface Sheet {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Of A4 between its margins, in millimetres: the first that leaves long texts room enough is taken. */
const papers = [
  { isLandscape: false, room: 186, fontSize: 10 },
  { isLandscape: true, room: 273, fontSize: 10 },
  { isLandscape: true, room: 273, fontSize: 8 },
] as const;

const millimetresOfPoint = 0.3528;
const besideText = 3.2;
/** A longer text goes on in the next line. In widths of a Chinese sign. */
const enough = 14;
const mostOfTitle = 5;

/** How the pages lie, and how wide their columns are: each as wide as what stands in it, and what does not fit is taken from the widest ones. */
export function pageLayout(sheets: readonly Sheet[]): PageLayout {
  const signs = [...new Set(sheets.map(keyOf))].map(
    (key) => [key, signsOf(sheets.filter((sheet) => keyOf(sheet) === key))] as const,
  );
  const laid = papers.map((paper) => ({
    paper,
    byKey: new Map(signs.map(([key, each]) => [key, layOut(each, paper)])),
  }));
  const isRoomy = ({ byKey }: (typeof laid)[number]) => [...byKey.values()].every((each) => each.isRoomy);
  const { paper, byKey } = laid.find(isRoomy) ?? laid.at(-1)!;
  return {
    isLandscape: paper.isLandscape,
    fontSize: paper.fontSize,
    widths: sheets.map((sheet) => byKey.get(keyOf(sheet))!.widths),
  };
}

const keyOf = ({ columns }: Sheet) => columns.join("\n");

function layOut(signs: readonly number[], { room, fontSize }: (typeof papers)[number]) {
  const sign = fontSize * millimetresOfPoint;
  const needs = signs.map((count) => count * sign + besideText);
  const most = mostOfEach(needs, room);
  const taken = needs.map((need) => Math.min(need, most));
  const all = taken.reduce((sum, each) => sum + each, 0);
  const isRoomy = most >= Math.min(Math.max(...needs), enough * sign + besideText);
  return { isRoomy, widths: taken.map((each) => (100 * each) / all) };
}

/** So wide may none be more, for all to have room together. */
function mostOfEach(needs: readonly number[], room: number): number {
  let left = room;
  const narrowFirst = needs.toSorted((one, other) => one - other);
  for (const [index, need] of narrowFirst.entries()) {
    const share = left / (needs.length - index);
    if (need > share) return share;
    left -= need;
  }
  return Infinity;
}

/** Of each column the longest line, in widths of a Chinese sign; a heading may be broken. */
function signsOf(sheets: readonly Sheet[]): number[] {
  const most: number[] = [];
  for (const { columns, rows } of sheets) {
    for (const [index, title] of columns.entries())
      most[index] = Math.max(most[index] ?? 1, Math.min(signsIn(title), mostOfTitle));
    for (const row of rows)
      for (const [index, cell] of row.entries())
        for (const line of String(cell).split("\n")) most[index] = Math.max(most[index] ?? 1, signsIn(line));
  }
  return most;
}

function signsIn(text: string): number {
  let signs = 0;
  for (const sign of text) signs += widthOf(sign);
  return signs;
}

/** In fonts that have wide digits, too: a code that breaks before its last digit is misread. */
function widthOf(sign: string): number {
  if (sign > "\u2e7f") return 1;
  if (sign >= "0" && sign <= "9") return 0.65;
  return sign >= "A" && sign <= "Z" ? 0.7 : 0.58;
}

import { asName } from "#kernel/written";
import type { SheetRow } from "./raw-sheet.ts";
import { placesNamed, type SheetNote } from "./sheet-note.ts";

const totals =
  /^(本?[年月季周日页期]度?|全[年月]|截至.*|.*(村|社区|镇|街道|所))?(合计|总计|小计|共计|累计|总数)(数|[:：].*|（.*）)?$/;
/** 解州镇小计, or 小计 beside a number or the name of a station: a total where no code stands in the row. */
const total = /^(合计|总计|小计|共计|累计|总合计)(数|[:：].*|[（(].*[)）])?$/;
const endsAsTotal = /^[\p{Script=Han}]{1,20}(合计|总计|小计)$/u;
const code = /\d{9,}/;
/** Totals are named at the beginning of a row. */
const namesTotal = 3;
const foot =
  /^(填表人|制表人|签发人|填报人|审核人|审批人|填报单位|填报时间|填报日期|制表日期|联系人|单位负责人|备注|说明|注|筛选|Filter)\s*[:：]/;
/** A sheet of fewer columns may have such a text in its rows. */
const fewestColumns = 3;

/** The rows that are what the file is of; what else stands below the titles is told. */
export function leaveOut(rows: SheetRow[], lines: string[][], width: number): { rows: SheetRow[]; notes: SheetNote[] } {
  const left: Record<string, number[]> = { NOTE_TITLES_AGAIN: [], NOTE_TOTALS: [], NOTE_FOOT: [] };
  const kept = rows.filter((row) => {
    const why = reasonToLeave(row, lines, width);
    if (why) left[why]!.push(row.number);
    return !why;
  });
  const notes = Object.entries(left).flatMap(([code, numbers]) =>
    numbers.length > 0 ? [{ code: code as SheetNote["code"], params: placesNamed(numbers) }] : [],
  );
  return { rows: kept, notes };
}

function reasonToLeave({ cells, faults }: SheetRow, lines: string[][], width: number): SheetNote["code"] | undefined {
  if (faults) return undefined;
  const filled = cells.filter((cell) => cell !== "");
  if (lines.some((line) => repeats(cells, line))) return "NOTE_TITLES_AGAIN";
  if (isTotal(filled)) return "NOTE_TOTALS";
  const isOneText = new Set(filled).size === 1;
  return isOneText && width >= fewestColumns && foot.test(filled[0]!) ? "NOTE_FOOT" : undefined;
}

function isTotal(filled: string[]): boolean {
  const first = filled.slice(0, namesTotal).map(asName);
  if (totals.test(first[0] ?? "")) return true;
  const isNamed = first.some((cell) => total.test(cell)) || endsAsTotal.test(first[0] ?? "");
  return isNamed && !filled.some((cell) => code.test(cell));
}

const repeats = (cells: string[], line: string[]) =>
  line.some((title) => title !== "") &&
  Array.from({ length: Math.max(cells.length, line.length) }, (_, index) => index).every(
    (index) => (cells[index] ?? "") === (line[index] ?? ""),
  );

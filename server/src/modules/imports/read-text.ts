import { countKnownTitles } from "./columns.ts";
import { titleRows } from "./titles.ts";
import { decoded } from "./decode-text.ts";
import { limits } from "./limits.ts";
import { cleanCell, emptySheet, isBlank, type RawSheet, type SheetRow } from "./raw-sheet.ts";
import { SheetError } from "./sheet-error.ts";

const separators = [",", "\t", ";"] as const;

export function readText(bytes: Buffer): RawSheet {
  const text = decoded(bytes);
  if (text.includes("\0")) throw new SheetError("FILE_UNSUPPORTED");
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  return { ...emptySheet(""), rows: cleaned(records(body, declared?.[1] ?? separatorOf(body))) };
}

/** The separator that makes known titles appear; failing that, the one that splits most. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000);
  const scored = separators.map((separator) => {
    const first = [...take(records(start, separator, true), titleRows)];
    const known = Math.max(0, ...first.map((cells) => countKnownTitles(cells)));
    const split = Math.max(0, ...first.map((cells) => cells.length));
    return { separator, score: known * 1_000 + split };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}

function cleaned(all: Iterable<string[]>): SheetRow[] {
  const rows: SheetRow[] = [];
  let number = 0;
  for (const record of all) {
    number += 1;
    const row = { number, cells: record.map((cell, column) => cleanCell(unquoted(cell), number, column)) };
    if (!isBlank(row)) rows.push(row);
    if (rows.length > limits.rows + 10) throw new SheetError("ROWS_TOO_MANY");
  }
  return rows;
}

/** Takes back what programs (ours too) write to keep a cell from being read as a formula or a number. */
function unquoted(cell: string): string {
  const formula = /^="([^"]*)"$/.exec(cell);
  if (formula) return formula[1] ?? "";
  return /^'+([=+\-@\t\r]|\d{12,}$)/.test(cell) ? cell.slice(1) : cell;
}

/** RFC 4180 records. A part of a file may end inside a quoted cell. */
function* records(text: string, separator: string, isPart = false): Generator<string[]> {
  let cells: string[] = [];
  let at = 0;
  let number = 1;
  while (at <= text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at) : at;
    if (end < 0 && !isPart) throw new SheetError("QUOTE_UNCLOSED", { row: number });
    if (end < 0) return;
    const stop = nextStop(text, end, separator);
    cells.push(
      quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') + text.slice(end, stop) : text.slice(at, stop),
    );
    at = stop + 1;
    if (text[stop] === separator) continue;
    if (text[stop] === "\r" && text[at] === "\n") at += 1;
    yield cells;
    cells = [];
    number += 1;
    if (at >= text.length) return;
  }
}

/** The index after the quote that closes the cell opened at `open`; -1 when none does. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

function nextStop(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

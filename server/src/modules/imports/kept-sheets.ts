import { guessMapping, type ImportKind, type Mapping } from "./columns.ts";
import { type Portion, portionOf, textOf } from "./portions.ts";
import type { Sheet, SheetRow } from "./sheet.ts";
import type { SheetNote } from "./sheet-note.ts";

/** A part of a sheet as it is kept: what is read of it, never the file's own bytes. */
export interface KeptPortion {
  sheet: number;
  portion: Portion;
}

/** The first portion of a sheet; its rows stand in the rest. */
export interface SheetHead {
  headerRow: number;
  header: string[];
  titles: string[];
  notes: SheetNote[];
  totalRows: number;
  mapping: Mapping;
  preview: { row: number; cells: string[] }[];
}

const previewRows = 5;
const previewLength = 200;
const mostCharacters = 30_000;

export function headOf({ headerRow, header, titles, rows, notes }: Sheet, kind: ImportKind): SheetHead {
  const preview = rows.slice(0, previewRows).map(({ number, cells }) => ({ row: number, cells: cells.map(shortened) }));
  const mapping = guessMapping(titles, kind);
  return { headerRow, header, titles, notes, totalRows: rows.length, mapping, preview };
}

const shortened = (text: string) => (text.length > previewLength ? `${text.slice(0, previewLength)}…` : text);

export function keptPortions(sheet: number, head: SheetHead, rows: readonly SheetRow[]): KeptPortion[] {
  const texts = [JSON.stringify(head)];
  for (let from = 0; from < rows.length;) {
    const taken: string[] = [];
    for (let length = 0; from < rows.length && length < mostCharacters; from++) {
      const text = JSON.stringify(rows[from]);
      taken.push(text);
      length += text.length;
    }
    texts.push(`[${taken.join(",")}]`);
  }
  return texts.map((text) => ({ sheet, portion: portionOf(text) }));
}

export const headIn = (portion: Portion) => JSON.parse(textOf(portion)) as SheetHead;

export interface KeptSheet extends SheetHead {
  rows: SheetRow[];
}

export function sheetIn([first, ...rest]: Portion[]): KeptSheet {
  return { ...headIn(first!), rows: rest.flatMap((portion) => JSON.parse(textOf(portion)) as SheetRow[]) };
}

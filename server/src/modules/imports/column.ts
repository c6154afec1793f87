import type { Locale } from "#kernel/messages";
import { asLine } from "#kernel/written";
import type { Parser } from "./cell-parsers.ts";

export type Localized = Record<Locale, string>;

/** A column that an import knows. `isCode` cells are typed as text in templates and may hold 18 digits. */
export interface Column<T> {
  title: Localized;
  synonyms: readonly string[];
  isRequired?: boolean;
  isCode?: boolean;
  /** By its example the template's own row is known; that of a required code is, too. */
  marksExample?: boolean;
  help: Localized;
  example: string;
  parse: Parser<T>;
}

export type Columns = Record<string, Column<unknown>>;

/** What a row holds once its cells are parsed; a blank or unmapped cell leaves its field out. */
export type ValuesOf<C extends Columns> = { [F in keyof C]?: C[F] extends Column<infer T> ? T : never };

/** How titles are compared: without case, blanks, marks and what stands in brackets. */
export function titleKey(title: string): string {
  return asLine(title)
    .replace(/[(（[【][^)）\]】]*[)）\]】]/g, "")
    .replace(/[\s*＊:：/／、_-]/g, "")
    .toLowerCase();
}

export const keysOf = (field: string, column: Column<unknown>) =>
  [field, column.title["zh-CN"], column.title.en, ...column.synonyms].map(titleKey);

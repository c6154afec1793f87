import type { ErrorParams } from "./row-error.ts";

/** What of a sheet is not read, or read otherwise than one may think: told before anything is checked. */
export const sheetNoteCodes = [
  "NOTE_ROWS_ABOVE",
  "NOTE_TWO_LINES",
  "NOTE_HIDDEN_ROWS",
  "NOTE_HIDDEN_COLUMNS",
  "NOTE_TITLES_AGAIN",
  "NOTE_TOTALS",
  "NOTE_FOOT",
  "NOTE_COMMENTS",
  "NOTE_PEOPLE_IN_COLUMNS",
  "NOTE_ROWS_WITHOUT_PEOPLE",
  "NOTE_FORMULAS_WITHOUT_VALUE",
  "NOTE_PEOPLE_DROPPED",
  "NOTE_YEAR_OF_CAPTION",
  "NOTE_FIELD_TWICE",
] as const;

export interface SheetNote {
  code: (typeof sheetNoteCodes)[number];
  params: ErrorParams;
}

const mostNamed = 10;

/** `3、5、8…`: the first ones, and how many there are. */
export const placesNamed = (places: readonly (string | number)[], most = mostNamed) => ({
  count: places.length,
  places: `${places.slice(0, most).join("、")}${places.length > most ? "…" : ""}`,
});

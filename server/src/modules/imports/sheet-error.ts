export const sheetErrorCodes = [
  "FILE_EMPTY",
  "FILE_TOO_LARGE",
  "FILE_INFLATES_TOO_MUCH",
  "FILE_UNSUPPORTED",
  "FILE_FORMAT",
  "FILE_UNREADABLE",
  "FILE_TOO_SLOW",
  "FILE_ENCRYPTED",
  "ENCODING_UNKNOWN",
  "QUOTE_UNCLOSED",
  "SHEET_EMPTY",
  "SHEETS_TOO_MANY",
  "ROWS_TOO_MANY",
  "COLUMNS_TOO_MANY",
  "CELL_TOO_LONG",
  "MAPPING_INVALID",
] as const;

export type SheetErrorCode = (typeof sheetErrorCodes)[number];

export interface SheetErrorPlace {
  row?: number;
  column?: string;
  value?: string;
  cause?: unknown;
}

/** The file as a whole can't be read; what is wrong with single rows is a RowError. */
export class SheetError extends Error {
  readonly code: SheetErrorCode;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;

  constructor(code: SheetErrorCode, place: SheetErrorPlace = {}) {
    super(code, { cause: place.cause });
    this.name = "SheetError";
    this.code = code;
    this.row = place.row;
    this.column = place.column;
    this.value = place.value;
  }
}

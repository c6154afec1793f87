import { sheetErrorCodes } from "./sheet-error.ts";

export const rowErrorCodes = [
  "COLUMN_MISSING",
  "REQUIRED",
  "TOO_LONG",
  "STORED_AS_NUMBER",
  "STORED_AS_DECIMAL",
  "TEXT_UNREADABLE",
  "TWO_PEOPLE",
  "FORMULA_WITHOUT_VALUE",
  "FORMULA_ERROR",
  "IDENTITY_NUMBER",
  "EXAMPLE_ROW",
  "CODE_FORMAT",
  "BADGE_FORMAT",
  "PHONE_FORMAT",
  "PHONE_AREA",
  "PHONE_TWO",
  "NOT_A_NUMBER",
  "OUT_OF_RANGE",
  "NOT_A_DATE",
  "UNKNOWN_WORD",
  "DUTY_MISSING",
  "DUPLICATE_CODE",
  "DUPLICATE_BADGE",
  "DUPLICATE_SEAT",
  "CONFLICTING_VALUE",
  "ROW_UNKNOWN_STATION",
  "ROW_NOT_A_STATION",
  "ROW_STATION_LIKE",
  "ROW_UNKNOWN_STATION_LIKE",
  "ROW_STATION_OF_TWO",
  "ROW_UNKNOWN_UNIT",
  "ROW_UNKNOWN_UNIT_LIKE",
  "ROW_UNIT_AMBIGUOUS",
  "ROW_UNIT_CLOSED",
  "ROW_UNKNOWN_POLICE_ROOM",
  "ROW_POLICE_ROOM_TAKEN",
  "ROW_UNKNOWN_DIVISION",
  "ROW_DIVISION_REQUIRED",
  "ROW_DIVISION_CODE",
  "ROW_DIVISION_CLOSED",
  "ROW_OPENED_ON_DIFFERS",
  "ROW_GRID_CLOSED",
  "ROW_GRID_CODE_MISSING",
  "ROW_GRID_NAME_TWICE",
  "ROW_GRID_OPENS_LATER",
  "ROW_UNKNOWN_GRID",
  "ROW_BADGE_TAKEN",
  "ROW_BADGE_MISSING",
  "ROW_MEMBER_LEFT",
  "ROW_MEMBER_JOINS_LATER",
  "ROW_KIND_CANNOT_HOLD",
  "ROW_KIND_HOLDS_DUTY",
  "ROW_DAY_TOO_FAR",
  "ROW_END_NOT_READ",
  "ROW_ENDS_BEFORE_START",
  "ROW_ALREADY_ON_SEAT",
  "ROW_SEAT_TAKEN",
  "ROW_TWO_OFFICERS",
  "ROW_SEATS_FULL",
  "ROW_LEDGER_TWICE",
  "ROW_UNKNOWN_GRID_NAME",
  "ROW_UNKNOWN_GRID_LIKE",
  "ROW_GRID_AMBIGUOUS",
  "ROW_GRID_OF_OTHER_STATION",
  "ROW_CATEGORY_ASKED",
  "ROW_UNKNOWN_MEMBER",
  "ROW_MEMBER_AMBIGUOUS",
  "ROW_NOBODY_ANSWERS",
  "ROW_STATUS_UNKNOWN",
  "ROW_ENDED_BEFORE",
  "ROW_DAY_AHEAD",
  "ROW_NUMBER_OF_OTHER_KIND",
  "ROW_TASK_OF_NOBODY",
  "ROW_GRID_KIND_OF_UNIT",
  "ROW_CHECKLIST_THERE",
  "ROW_ITEM_TWICE",
  "ROW_ITEMS_TOO_MANY",
  "ROW_CHOICES",
  "IMPORT_STOPPED",
  "IMPORT_GROUND_MOVES",
  // A file that can't be read is wrong as a whole.
  ...sheetErrorCodes,
] as const;

export type RowErrorCode = (typeof rowErrorCodes)[number];

export type ErrorParams = Record<string, string | number>;

/** `row` is the number the user's program shows; `column` is the title as it stands in the file. */
export interface RowError {
  row: number;
  column: string;
  value: string;
  code: RowErrorCode;
  params?: ErrorParams;
  /** The field that the column is imported as, where it is one. */
  field?: string;
}

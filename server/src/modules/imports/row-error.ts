export const rowErrorCodes = [
  "COLUMN_MISSING",
  "REQUIRED",
  "TOO_LONG",
  "STORED_AS_NUMBER",
  "FORMULA_ERROR",
  "IDENTITY_NUMBER",
  "EXAMPLE_ROW",
  "CODE_FORMAT",
  "BADGE_FORMAT",
  "PHONE_FORMAT",
  "NOT_A_NUMBER",
  "OUT_OF_RANGE",
  "NOT_A_DATE",
  "UNKNOWN_WORD",
  "DUTY_MISSING",
  "DUPLICATE_CODE",
  "DUPLICATE_BADGE",
  "DUPLICATE_SEAT",
  "CONFLICTING_VALUE",
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
}

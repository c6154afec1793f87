export const rowErrorCodes = [
  "columnMissing",
  "required",
  "tooLong",
  "storedAsNumber",
  "formulaError",
  "identityNumber",
  "exampleRow",
  "codeFormat",
  "badgeFormat",
  "phoneFormat",
  "notANumber",
  "outOfRange",
  "notADate",
  "unknownWord",
  "dutyMissing",
  "duplicateCode",
  "duplicateBadge",
  "duplicateSeat",
  "conflictingValue",
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

import type { ErrorParams, RowErrorCode } from "./row-error.ts";

/** What is wrong with a field of a row, before it is known where that field stands in the file. */
export interface RowFault {
  row: number;
  field: string;
  code: RowErrorCode;
  params?: ErrorParams;
}

export type Refuse = (field: string, code: RowErrorCode, params?: ErrorParams) => undefined;

/** Gathers faults; `at(row)` gives a function that refuses a field of the row. */
export function refusals() {
  const faults: RowFault[] = [];
  const at =
    (row: number): Refuse =>
    (field, code, params) => {
      faults.push({ row, field, code, ...(params && { params }) });
    };
  return { faults, at };
}

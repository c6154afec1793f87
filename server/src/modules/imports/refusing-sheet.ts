import { type FieldFault, Invalid } from "#kernel/errors";
import { SheetError } from "./sheet-error.ts";

/** Runs what reads a file; a file that can't be read is wrong input at `path`. */
export async function refusingSheet<T>(path: FieldFault["path"], read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    const { code, row, column, value } = error;
    throw new Invalid([
      { path, code, params: { ...(row && { row }), ...(column && { column }), ...(value && { value }) } },
    ]);
  }
}

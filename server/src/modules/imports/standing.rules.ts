import { Conflict } from "#kernel/errors";
import type { ImportStatus } from "./import-status.ts";

/** How an import must stand for something to be done with it. */
interface Standing {
  statuses: readonly ImportStatus[];
  /** What the check must have found. */
  errors?: "none" | "some";
  /** It goes by what the run has made, not by its file. */
  madeRows?: true;
  /** Not once all rows are written and only the audit log is left. */
  beforeRecording?: true;
}

/** Commands refuse by it, and `viewerMay` offers them by it. Whatever is done needs what was read of the file, but for an undoing. */
export const standings = {
  CHOOSE_IMPORT_SHEET: { statuses: ["UPLOADED", "CHECKED"] },
  MAP_IMPORT_COLUMNS: { statuses: ["UPLOADED", "CHECKED"] },
  CHECK_IMPORT: { statuses: ["UPLOADED", "CHECKED", "FAILED"] },
  CORRECT_IMPORT: { statuses: ["CHECKED"], errors: "some" },
  WRITE_IMPORT: { statuses: ["CHECKED"], errors: "none" },
  CANCEL_IMPORT: { statuses: ["UPLOADED", "CHECKING", "CHECKED", "WRITING", "FAILED"], beforeRecording: true },
  UNDO_IMPORT: { statuses: ["WRITTEN"], madeRows: true },
} as const satisfies Record<string, Standing>;

export type ImportAction = keyof typeof standings;

export const standingFor = (action: ImportAction): Standing => standings[action];

interface Run {
  status: ImportStatus;
  errorCount: number;
  doneRows: number;
  totalRows: number;
}

const isRecording = ({ status, doneRows, totalRows }: Omit<Run, "errorCount">) =>
  status === "WRITING" && doneRows >= totalRows;

const ofInput = ["input", "id"];

/** Throws unless the run, and what is kept of its file or of what it has made, let it be done. */
export function assertStands(run: Run, action: ImportAction, isKept: boolean, path: string[] = ofInput) {
  const { statuses, errors, beforeRecording, madeRows } = standingFor(action);
  const { status, errorCount } = run;
  if (!statuses.includes(status)) throw refusal(path, "IMPORT_STATE", { status });
  if (beforeRecording && isRecording(run)) throw refusal(path, "IMPORT_RECORDING");
  if (errors === "none" && errorCount > 0) throw refusal(path, "IMPORT_HAS_ERRORS", { count: errorCount });
  if (errors === "some" && errorCount === 0) throw refusal(path, "IMPORT_HAS_NO_ERRORS");
  if (madeRows && !isKept) throw refusal(path, "IMPORT_MADE_UNKNOWN");
  assertFileKept(isKept || null, path);
}

export function assertFileKept<T>(file: T | null, path: string[] = ofInput): asserts file is T {
  if (file === null) throw refusal(path, "IMPORT_FILE_GONE");
}

const refusal = (path: string[], code: string, params?: Record<string, string | number>) =>
  new Conflict([{ path, code, ...(params && { params }) }]);

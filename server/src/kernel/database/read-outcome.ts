import postgres from "postgres";
import { count } from "../counts.ts";
import { Invalid, NotFound } from "../errors.ts";

/** As `maple_answer_too_large` raises it; the figures stand in its detail. */
const tooLargeState = "MB001";

export const isTooLarge = (error: unknown): error is postgres.PostgresError =>
  error instanceof postgres.PostgresError && error.code === tooLargeState;

/** By PostgreSQL, or by the driver before it was sent. */
export const isCancelled = (error: unknown) => error instanceof Error && "code" in error && error.code === "57014";

export function tooLarge({ detail }: postgres.PostgresError) {
  const [bytes, most] = (detail ?? "").split("/").map(Number);
  count("answersTooLarge");
  return new Invalid([], "ANSWER_TOO_LARGE", { bytes: bytes ?? 0, most: most ?? 0 });
}

/** The JSON text of an answer. No row is a fault of ours; no text means that something nobody may lack was not found. */
export function rowOf(rows: unknown): Buffer {
  const [row] = rows as [Buffer | null][];
  if (!row) throw new Error("A read was answered without a row.");
  if (row[0] === null) throw new NotFound();
  return row[0];
}

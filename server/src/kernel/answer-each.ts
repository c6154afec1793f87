import type { BulkMode, RowAnswer } from "./bulk.types.ts";
import { type FieldFault, Invalid, Refusal } from "./errors.ts";
import { message } from "./messages.ts";
import type { Transaction } from "./transaction.ts";

const most = 100;

type Path = FieldFault["path"];

/** What is wrong with the list of rows by itself. */
export function faultsOfMany(rows: readonly { id: string }[], path: Path): FieldFault[] {
  const faults: FieldFault[] = [];
  if (rows.length < 1 || rows.length > most) faults.push({ path, code: "OUT_OF_RANGE", params: { least: 1, most } });
  if (new Set(rows.map(({ id }) => id)).size < rows.length) faults.push({ path, code: "NAMED_TWICE" });
  return faults;
}

interface Many<Row> {
  rows: readonly Row[];
  mode: BulkMode;
  path: Path;
}

/**
 * Does the same with many rows by the path of one alone, which refuses before it writes: what can be done is done, and each has its
 * answer in the order given; or the first that is refused keeps all from being done.
 */
export async function answerEach<Row extends { id: string }, More extends object>(
  tx: Transaction,
  { rows, mode, path }: Many<Row>,
  one: (row: Row, path: Path) => Promise<More>,
): Promise<(RowAnswer & Partial<More> & { fault?: FieldFault })[]> {
  const answers: (RowAnswer & Partial<More> & { fault?: FieldFault })[] = [];
  // In the order of their ids, so that two of these never wait for each other in a ring.
  const inTurn = rows.map((row, index) => ({ row, index })).toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1));
  for (const { row, index } of inTurn)
    try {
      answers[index] = { id: row.id, isDone: true, ...(await one(row, [...path, index])) };
    } catch (error) {
      if (!(error instanceof Refusal) || mode === "ALL_OR_NONE") throw error;
      answers[index] = refused<More>(tx, row.id, error);
    }
  return answers;
}

function refused<More extends object>({ ctx }: Transaction, id: string, error: Refusal) {
  const [fault] = error.faults;
  const refusal = fault?.code ?? error.detail ?? error.code;
  const answer = { id, isDone: false, refusal, message: message(ctx.locale, refusal, fault?.params), fault };
  return answer as RowAnswer & Partial<More> & { fault?: FieldFault };
}

/** Throws unless the rows are such a list. */
export function assertMany(rows: readonly { id: string }[], path: Path) {
  const faults = faultsOfMany(rows, path);
  if (faults.length > 0) throw new Invalid(faults);
}

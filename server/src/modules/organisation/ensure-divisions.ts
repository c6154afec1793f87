import type { Transaction } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { codesUpward, type DivisionEntry, planDivisions } from "./division.rules.ts";
import { type DivisionRow, divisionsByCode, insertDivisions, toldOf } from "./division.store.ts";

/**
 * Sees to it that the divisions are there, those above them too where their names are given; gives all of them by code.
 * Refuses the whole list with every fault of it.
 */
export async function ensureDivisions(
  tx: Transaction,
  entries: readonly DivisionEntry[],
  pathOf: (row: number, field: string) => FieldFault["path"],
): Promise<Map<string, DivisionRow>> {
  const known = await divisionsByCode(tx, [...new Set(entries.flatMap((entry) => codesUpward(entry.code)))]);
  const plan = planDivisions(entries, known, pathOf);
  assertValid(plan.faults);
  assertNoConflict(plan.conflicts);
  const added = await insertDivisions(tx, plan.additions, known);
  await record(
    tx,
    ...added.map((row) => ({
      action: "division.create",
      entity: { type: "Division", id: row.id },
      after: toldOf(row),
    })),
  );
  return new Map([...known, ...added.map((row) => [row.code, row] as const)]);
}

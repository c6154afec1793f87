import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { DivisionRowInput, ImportDivisionsInput } from "./division.inputs.ts";
import type { DivisionEntry } from "./division.rules.ts";
import { ensureDivisions } from "./ensure-divisions.ts";
import { mayManageDivisions } from "./organisation.policy.ts";

const mostRows = 2_000;

export function importDivisions(ctx: Context, input: ImportDivisionsInput) {
  return inTransaction(ctx, "importDivisions", input, async (tx) => {
    authorizeBureau(tx.actor, mayManageDivisions);
    const { rows } = input;
    if (rows.length === 0 || rows.length > mostRows)
      throw new Invalid([{ path: ["input", "rows"], code: "DIVISION_ROWS", params: { most: mostRows } }]);
    const faults: FieldFault[] = [];
    const entries = rows.map((row, index) => entryOf(faults, row, index));
    assertValid(faults);
    const divisions = await ensureDivisions(tx, entries, pathOf);
    await record(tx, {
      action: "division.import",
      entity: { type: "Bureau", id: tx.bureauId },
      after: { rows: rows.length },
    });
    return { ids: rows.map((row) => divisions.get(row.code)!.id) };
  });
}

const pathOf = (row: number, field: string) => ["input", "rows", row, field];

function entryOf(faults: FieldFault[], row: DivisionRowInput, index: number): DivisionEntry {
  const text = (field: "name" | "townshipName" | "countyName", required = false) =>
    checkText(faults, pathOf(index, field), row[field], { required, most: 60 });
  return {
    code: row.code,
    kind: row.kind,
    name: text("name", true) ?? "",
    townshipName: text("townshipName"),
    countyName: text("countyName"),
  };
}

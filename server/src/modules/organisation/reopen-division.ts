import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { ReopenDivisionInput } from "./division.inputs.ts";
import { divisionReopeningFaults } from "./division.rules.ts";
import { lockDivision, writeDivision } from "./division.store.ts";
import { mayManageDivisions } from "./organisation.policy.ts";

export function reopenDivision(ctx: Context, input: ReopenDivisionInput) {
  return inTransaction(ctx, "reopenDivision", input, async (tx) => {
    const path = ["input", "id"];
    const division = await lockDivision(tx, input.id, path);
    authorizeBureau(tx.actor, mayManageDivisions);
    assertVersion(division, input);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 200 });
    assertValid(faults);
    if (division.closedOn === null)
      throw new Conflict([{ path, code: "DIVISION_NOT_CLOSED", params: { name: division.name } }]);
    const parent = division.parentId === null ? null : await lockDivision(tx, division.parentId, path);
    assertNoConflict(divisionReopeningFaults(parent));
    const next = { closedOn: null };
    const change = await writeDivision(tx, division.id, next);
    await record(tx, {
      action: "division.reopen",
      entity: { type: "Division", id: division.id },
      ...change,
      reason,
    });
    return { id: division.id };
  });
}

import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { UpdateDivisionInput } from "./division.inputs.ts";
import { lockDivision, writeDivision } from "./division.store.ts";
import { mayManageDivisions } from "./organisation.policy.ts";

export function updateDivision(ctx: Context, input: UpdateDivisionInput) {
  return inTransaction(ctx, "updateDivision", input, async (tx) => {
    const division = await lockDivision(tx, input.id, ["input", "id"]);
    authorizeBureau(tx.actor, mayManageDivisions);
    assertVersion(division, input);
    const faults: FieldFault[] = [];
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 60 });
    assertValid(faults);
    const change = await writeDivision(tx, division.id, { name: name! });
    if (change)
      await record(tx, { action: "division.update", entity: { type: "Division", id: division.id }, ...change });
    return { id: division.id };
  });
}

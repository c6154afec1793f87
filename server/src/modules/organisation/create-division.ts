import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { CreateDivisionInput } from "./division.inputs.ts";
import { codeFaults, codesUpward, kindOfCode, parentCodeOf } from "./division.rules.ts";
import { divisionsByCode, insertDivisions, toldOf } from "./division.store.ts";
import { mayManageDivisions } from "./organisation.policy.ts";

export function createDivision(ctx: Context, input: CreateDivisionInput) {
  return inTransaction(ctx, "createDivision", input, async (tx) => {
    const known = await divisionsByCode(tx, codesUpward(input.code));
    authorizeBureau(tx.actor, mayManageDivisions);
    const faults: FieldFault[] = codeFaults(input, (field) => ["input", field]);
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 60 });
    assertValid(faults);
    const path = ["input", "code"];
    const namesake = known.get(input.code);
    if (namesake)
      throw new Conflict([{ path, code: "DIVISION_CODE_TAKEN", params: { code: input.code, name: namesake.name } }]);
    const parentCode = parentCodeOf(input.code);
    const parent = parentCode ? known.get(parentCode) : undefined;
    if (parentCode && !parent) throw new Invalid([{ path, code: "DIVISION_PARENT", params: { code: parentCode } }]);
    if (parent?.closedOn)
      throw new Conflict([{ path, code: "DIVISION_CLOSED", params: { name: parent.name, closedOn: parent.closedOn } }]);
    const [division] = await insertDivisions(
      tx,
      [{ code: input.code, name: name!, kind: kindOfCode(input.code)! }],
      known,
    );
    const { id } = division!;
    await record(tx, { action: "division.create", entity: { type: "Division", id }, after: toldOf(division!) });
    return { id };
  });
}

import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import type { CloseDivisionInput } from "./division.inputs.ts";
import { divisionClosingFaults } from "./division.rules.ts";
import { lockDivision, openDivisionsBelow, writeDivision } from "./division.store.ts";
import { closingDivision } from "./questions.ts";
import { mayManageDivisions } from "./organisation.policy.ts";

export function closeDivision(ctx: Context, input: CloseDivisionInput) {
  return inTransaction(ctx, "closeDivision", input, async (tx) => {
    const division = await lockDivision(tx, input.id, ["input", "id"]);
    authorizeBureau(tx.actor, mayManageDivisions);
    assertVersion(division, input);
    const faults: FieldFault[] = [];
    const closedOn = input.on ?? dayOf(tx.now);
    const reason = checkReason(faults, input.reason, closedOn, tx.now);
    assertValid(faults);
    if (division.closedOn !== null)
      throw new Conflict([
        {
          path: ["input", "id"],
          code: "DIVISION_CLOSED",
          params: { name: division.name, closedOn: division.closedOn },
        },
      ]);
    const next = { closedOn };
    assertNoConflict([
      ...divisionClosingFaults(await openDivisionsBelow(tx, division.id, next.closedOn)),
      ...(await closingDivision.ask(tx, { division, on: next.closedOn })),
    ]);
    const change = await writeDivision(tx, division.id, next);
    await record(tx, {
      action: "division.close",
      entity: { type: "Division", id: division.id },
      ...change,
      reason,
    });
    return { id: division.id };
  });
}

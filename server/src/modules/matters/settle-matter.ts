import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { assertOpen, endMatter } from "./end-matter.ts";
import type { SettleMatterInput } from "./matter.inputs.ts";
import { mayHandleMatters } from "./matter.policy.ts";
import { lockWithWork } from "./matter.store.ts";
import { endReceipts } from "./receipts.ts";

export function settleMatter(ctx: Context, input: SettleMatterInput) {
  return inTransaction(ctx, "settleMatter", input, async (tx) => {
    const { matter, work } = await lockWithWork(tx, input.id);
    authorize(tx.actor, mayHandleMatters, matter.stationId);
    assertOpen(matter);
    assertVersion(matter, input);
    const faults: FieldFault[] = [];
    const note = checkText(faults, ["input", "outcomeNote"], input.outcomeNote, { required: true, most: 2000 });
    const method = input.method ?? null;
    if (method !== null && (matter.kind !== "DISPUTE" || input.outcome !== "SETTLED"))
      faults.push({ path: ["input", "method"], code: "MATTER_METHOD" });
    assertValid(faults);
    const owed = work.filter(({ kind }) => kind !== "RECEIPT").map(({ number }) => number);
    if (owed.length > 0)
      throw new Conflict([{ path: ["input", "id"], code: "MATTER_HAS_WORK", params: { numbers: owed.join(", ") } }]);
    await record(tx, await endMatter(tx, matter, input.outcome, note, method));
    await endReceipts(tx, matter.id, "SETTLED");
    return { id: matter.id };
  });
}

import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { evidenceFaults } from "#modules/evidence";
import { assertMay, lockWork, step } from "#modules/work";
import type { RecheckWorkInput } from "./recheck.inputs.ts";
import { insertResult, lockRecheckOf } from "./recheck.store.ts";
import { openRectification } from "./rectify.ts";

/** Once, by who was drawn for it; what is to be said otherwise later is a correction. */
export function recheckWork(ctx: Context, input: RecheckWorkInput) {
  return inTransaction(ctx, "recheckWork", input, async (tx) => {
    const held = await lockWork(tx, input.id, ["input", "id"], ["RECHECK"]);
    assertMay(held, "RECHECK");
    const faults: FieldFault[] = [];
    const text = checkText(faults, ["input", "text"], input.text, { required: true, most: 1000 })!;
    assertValid(faults);
    assertNoConflict(await evidenceFaults(tx, held.item));
    const { id } = await lockRecheckOf(tx, held.item);
    const { outcome } = input;
    const rectificationId = outcome === "NOT_CONFIRMED" ? await openRectification(tx, held, text) : null;
    await insertResult(tx, id, { revision: 1, outcome, text, rectificationId, reason: null });
    await step(tx, held, "RECHECK", { reason: text });
    await record(tx, {
      action: "recheck.result",
      entity: { type: "Recheck", id },
      after: { outcome, text, rectificationId },
    });
    return { id };
  });
}

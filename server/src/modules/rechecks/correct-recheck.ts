import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { lockBesides } from "#modules/work";
import type { CorrectRecheckInput } from "./recheck.inputs.ts";
import { authorizeChecker, insertResult, lastResultOf, lockRecheck } from "./recheck.store.ts";
import { cancelRectification, openRectification } from "./rectify.ts";

export function correctRecheck(ctx: Context, input: CorrectRecheckInput) {
  return inTransaction(ctx, "correctRecheck", input, async (tx) => {
    const { id, itemId, checkerId } = await lockRecheck(tx, input.id);
    authorizeChecker(tx, checkerId);
    const before = await lastResultOf(tx, id);
    if (!before) throw new Conflict([{ path: ["input", "id"], code: "RECHECK_NO_RESULT" }]);
    const faults: FieldFault[] = [];
    const text = checkText(faults, ["input", "text"], input.text, { required: true, most: 1000 })!;
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 500 })!;
    assertValid(faults);
    const { outcome } = input;
    if (outcome === before.outcome && text === before.text) return { id };
    let { rectificationId } = before;
    if (outcome !== before.outcome) {
      if (rectificationId !== null) await cancelRectification(tx, rectificationId, reason);
      rectificationId =
        outcome === "CONFIRMED" ? null : await openRectification(tx, await lockBesides(tx, itemId), text);
    }
    await insertResult(tx, id, { revision: before.revision + 1, outcome, text, rectificationId, reason });
    await record(tx, {
      action: "recheck.correct",
      entity: { type: "Recheck", id },
      before: { outcome: before.outcome, text: before.text, rectificationId: before.rectificationId },
      after: { outcome, text, rectificationId },
      reason,
    });
    return { id };
  });
}

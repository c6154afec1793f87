import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { reportRun } from "#modules/checklists";
import { evidenceAlongside, faultsOfEvidence } from "#modules/evidence";
import { assertMay, type Effect, type HeldItem, lockWork, satisfied, step } from "#modules/work";
import { checkedFeedback, feedbackOf, type OwnField, pairingFaults } from "./feedback.rules.ts";
import { insertFeedback } from "./feedback.store.ts";
import type { SubmitWorkInput } from "./order.inputs.ts";

export function submitWork(ctx: Context, input: SubmitWorkInput) {
  return inTransaction(ctx, "submitWork", input, {
    load: (tx) => lockWork(tx, input.id, ["input", "id"], ["SUBMIT"], evidenceAlongside),
    async act(tx, held) {
      const { item } = held;
      assertMay(held, "SUBMIT");
      const { field, type } = feedbackOf[item.orderKind ?? item.kind]!;
      assertValid(pairingFaults(input, field));
      const effect =
        field === "runReport"
          ? await reportRun(tx, held, input.runReport!)
          : await handedIn(tx, held, { field, type, given: input[field]! });
      assertNoConflict(faultsOfEvidence(held.alongside, [], item.photosAtLeast));
      await step(tx, held, "SUBMIT", effect);
      return { id: item.id };
    },
  });
}

async function handedIn(
  tx: Transaction,
  { item, clocks }: HeldItem,
  { field, type, given }: { field: OwnField; type: string; given: object },
): Promise<Effect> {
  const faults: FieldFault[] = [];
  const feedback = checkedFeedback(faults, field, given);
  assertValid(faults);
  const id = await insertFeedback(tx, field, item, feedback);
  return {
    change: { submittedBy: tx.actor.memberId, feedbackType: type, feedbackId: id },
    clocks: satisfied(clocks, ["FEEDBACK"], tx.now),
    feedback: { type, id },
  };
}

import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { assertOpen } from "./end-matter.ts";
import { checkAddress, checkCategory, checkDescription, checkHappened, checkTitle } from "./matter.checks.ts";
import type { UpdateMatterInput } from "./matter.inputs.ts";
import { mayHandleMatters } from "./matter.policy.ts";
import { lockMatter, type MatterRow, saveMatter } from "./matter.store.ts";

/** What it says of what happened; the work about it, and by when that is due, stay as they are. */
export function updateMatter(ctx: Context, input: UpdateMatterInput) {
  return inTransaction(ctx, "updateMatter", input, async (tx) => {
    const matter = await lockMatter(tx, input.id);
    authorize(tx.actor, mayHandleMatters, matter.stationId);
    assertOpen(matter);
    assertVersion(matter, input);
    if (input.categoryId && input.categoryId !== matter.categoryId)
      await checkCategory(tx, input.categoryId, matter.kind);
    const faults: FieldFault[] = [];
    const next: Partial<MatterRow> = {
      categoryId: input.categoryId ?? matter.categoryId,
      source: input.source ?? matter.source,
      urgency: input.urgency ?? matter.urgency,
      title: checkTitle(faults, input.title ?? matter.title)!,
      description: input.description === undefined ? matter.description : checkDescription(faults, input.description),
      address: input.address === undefined ? matter.address : checkAddress(faults, input.address),
      happenedAt: checkHappened(faults, input.happenedAt ?? matter.happenedAt, tx.now),
    };
    if (matter.gridId === null && next.address === null) faults.push({ path: ["input", "address"], code: "REQUIRED" });
    assertValid(faults);
    const [change] = await saveMatter(tx, matter.id, next);
    if (change)
      await record(tx, {
        action: "matter.update",
        entity: { type: "Matter", id: matter.id },
        before: change.before,
        after: change.after,
      });
    return { id: matter.id };
  });
}

import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { NotFound } from "#kernel/errors";
import { record } from "#kernel/record";
import { lockWork } from "#modules/work";
import { authorizeRemoving } from "./authorize-photos.ts";
import type { RemoveEvidenceInput } from "./evidence.inputs.ts";
import { deleteEvidence, evidenceOf } from "./evidence.store.ts";

const path = ["input", "id"];

/** Takes a photo back, or one that was announced and will not come; its bytes go with the next night. */
export function removeEvidence(ctx: Context, input: RemoveEvidenceInput) {
  return inTransaction(ctx, "removeEvidence", input, async (tx) => {
    const { id } = input;
    const found = await evidenceOf(tx, id);
    if (!found) throw new NotFound([{ path, code: "NOT_FOUND" }]);
    const { item, may } = await lockWork(tx, found.itemId, path);
    const { round, sentDigest, keptDigest } = found;
    authorizeRemoving({ ...item, may }, found, path);
    await deleteEvidence(tx, id);
    await record(tx, {
      action: "evidence.remove",
      entity: { type: "WorkItem", id: item.id },
      before: { evidenceId: id, round, sentDigest, keptDigest },
      after: null,
    });
    return { id: item.id };
  });
}

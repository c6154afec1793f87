import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import { authorizeOwnOr } from "#modules/auth";
import { mayManageListExports } from "./list-export.policy.ts";
import { lockExport, saveExport } from "./list-export.store.ts";
import type { CancelListExportInput } from "./list-export.types.ts";

/** The job finds out, and leaves nothing. */
export function cancelListExport(ctx: Context, input: CancelListExportInput) {
  return inTransaction(ctx, "cancelListExport", input, async (tx) => {
    const { id, accountId, state } = await lockExport(tx, input.id);
    authorizeOwnOr(tx.actor, mayManageListExports, accountId);
    if (state !== "WAITING" && state !== "RUNNING")
      throw new Conflict([{ path: ["input", "id"], code: "EXPORT_OVER" }]);
    await saveExport(tx, id, { state: "CANCELLED", finishedAt: tx.now.toISOString() });
    await record(tx, { action: "listExport.cancel", entity: { type: "ListExport", id }, before: { state } });
    return { id };
  });
}

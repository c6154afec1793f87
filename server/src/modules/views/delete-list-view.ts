import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { authorizeOwnOr } from "#modules/auth";
import type { DeleteListViewInput } from "./view.inputs.ts";
import { mayManageListViews } from "./view.policy.ts";
import { lockView, saveView } from "./view.store.ts";

/** Whoever began with it begins without it. */
export function deleteListView(ctx: Context, input: DeleteListViewInput) {
  return inTransaction(ctx, "deleteListView", input, async (tx) => {
    const { id, accountId, page, name, unitId } = await lockView(tx, input.id);
    authorizeOwnOr(tx.actor, mayManageListViews, accountId);
    await saveView(tx, id, { deletedAt: tx.now.toISOString() });
    await record(tx, { action: "listView.delete", entity: { type: "ListView", id }, before: { page, name, unitId } });
    return { id };
  });
}

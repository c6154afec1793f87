import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { authorizeOwnOr } from "#modules/auth";
import type { SetListPreferenceInput } from "./view.inputs.ts";
import { mayManageListViews } from "./view.policy.ts";
import { viewFaults } from "./view.rules.ts";
import { findView, holdPreference, insertPreference, savePreference } from "./view.store.ts";

/** For one's own account, and nobody else's. */
export function setListPreference(ctx: Context, input: SetListPreferenceInput) {
  return inTransaction(ctx, "setListPreference", input, async (tx) => {
    const { page, columns = null, isDense } = input;
    authorizeOwnOr(tx.actor, mayManageListViews, tx.actor.accountId);
    assertValid(viewFaults({ page, columns }));
    const path = ["input", "defaultViewId"];
    const view = input.defaultViewId ? await findView(tx, input.defaultViewId, path) : null;
    if (view && view.page !== page) throw new Invalid([{ path, code: "LIST_VIEW_OF_ANOTHER_PAGE" }]);
    const next = { columns, isDense, defaultViewId: view?.id ?? null };
    const current = await holdPreference(tx, page);
    const id = current?.id ?? (await insertPreference(tx, page, next));
    const entity = { type: "ListPreference", id };
    if (!current) await record(tx, { action: "listPreference.set", entity, after: { page, ...next } });
    else {
      const [change] = await savePreference(tx, id, next);
      if (change)
        await record(tx, { action: "listPreference.set", entity, before: change.before, after: change.after });
    }
    return { id };
  });
}

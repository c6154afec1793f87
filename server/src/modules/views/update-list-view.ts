import { inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { authorizeOwnOr } from "#modules/auth";
import { sharedWith } from "./create-list-view.ts";
import type { UpdateListViewInput } from "./view.inputs.ts";
import { mayManageListViews } from "./view.policy.ts";
import { viewFaults } from "./view.rules.ts";
import { lockView, saveView } from "./view.store.ts";

/** Calls it otherwise, puts another filter in its place, or shares it. */
export function updateListView(ctx: Context, input: UpdateListViewInput) {
  return inTransaction(ctx, "updateListView", input, async (tx) => {
    const view = await lockView(tx, input.id);
    authorizeOwnOr(tx.actor, mayManageListViews, view.accountId);
    assertVersion(view, input);
    const { query, columns, isDense } = input;
    const isShared = input.unitId !== undefined && input.unitId !== view.unitId;
    const unitId = isShared ? await sharedWith(tx, input.unitId) : undefined;
    const faults = viewFaults({ query, columns });
    const name =
      input.name === undefined || input.name === null
        ? undefined
        : checkText(faults, ["input", "name"], input.name, { required: true, most: 40 })!;
    assertValid(faults);
    const [change] = await saveView(tx, view.id, {
      name,
      query: query ?? undefined,
      columns,
      isDense: isDense ?? undefined,
      unitId,
    });
    if (change)
      await record(tx, { action: "listView.update", entity: { type: "ListView", id: view.id }, ...told(change) });
    return { id: view.id };
  });
}

const told = ({ before, after }: { before: object; after: object }) => ({ before, after });

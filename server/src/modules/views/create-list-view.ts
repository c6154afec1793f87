import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { findSeen } from "#kernel/read";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayShareListViews, Unit } from "#modules/organisation";
import type { CreateListViewInput } from "./view.inputs.ts";
import { mostViews, viewFaults } from "./view.rules.ts";
import { countViews, insertView } from "./view.store.ts";

export function createListView(ctx: Context, input: CreateListViewInput) {
  return inTransaction(ctx, "createListView", input, async (tx) => {
    const { page, query, columns = null, isDense } = input;
    const unitId = await sharedWith(tx, input.unitId);
    const faults = viewFaults({ page, query, columns });
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 40 });
    assertValid(faults);
    const { accountId } = tx.actor;
    if ((await countViews(tx, accountId, page)) >= mostViews)
      throw new Conflict([{ path: ["input", "page"], code: "LIST_VIEWS_TOO_MANY", params: { most: mostViews } }]);
    const row = { accountId, page, name: name!, query, columns, isDense, unitId };
    const id = await insertView(tx, row);
    await record(tx, {
      action: "listView.create",
      entity: { type: "ListView", id },
      after: { page, name, query, unitId },
    });
    return { id };
  });
}

/** A unit in sight, over which the actor may share. */
export async function sharedWith(tx: Transaction, unitId: string | null | undefined): Promise<string | null> {
  if (!unitId) return null;
  const { id } = await findSeen<{ id: string }>(tx, Unit, unitId, ["id"], ["input", "unitId"]);
  authorize(tx.actor, mayShareListViews, id);
  return id;
}

import { type Actor, reachOf } from "#kernel/actor";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Forbidden } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";

interface Exported {
  layout: string;
  format: string;
  filter: object;
  rows: number;
}

/** That a list left the house, by whom, and how much of it; what it was filtered by tells which. */
export const recordExport = (ctx: Context, after: Exported) =>
  inTransaction(
    ctx,
    "recordExport",
    { idempotencyKey: newId() },
    async (tx) => {
      authorizeReader(tx.actor);
      await record(tx, { action: "export.list", entity: { type: "Bureau", id: tx.bureauId }, after });
      return { rows: after.rows };
    },
    { readOnly: true },
  );

/** What a list holds is decided as it is read; who has no role at all takes nothing along. */
export function authorizeReader(actor: Actor) {
  if (reachOf(actor).length === 0) throw new Forbidden();
}

import { auditEntries, outboxEvents } from "@maple-bridge/drizzle/tables";
import { accountOf } from "./actor.ts";
import { insertion, insertStatements } from "./database/insertion.ts";
import { newId } from "./ids.ts";
import { insertAll, type Transaction } from "./transaction.ts";

/** What was done to which row. Both states hold what a reader may see: no secrets, no contacts. */
export interface Deed {
  /** The command's name in its module: "assignment.assign". */
  action: string;
  entity: { type: string; id: string };
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

/**
 * Appends the audit rows and the outbox events; they commit with what they tell of. A command's are sent together with its
 * commit: the end of the bureau's chain is held for as short as can be.
 */
export async function record(tx: Transaction, ...deeds: Deed[]): Promise<void> {
  tx.deeds.push(...deeds);
  if (deeds.length > 0) await insertAll(tx, recordOf(byOf(tx), tx.now.toISOString(), deeds));
}

/** Who did it, as audit rows say. */
export interface By {
  accountId: string | null;
  actorName: string;
  requestId: string;
}

export const byOf = ({ actor, ctx }: Transaction): By => ({
  accountId: accountOf(actor),
  actorName: actor.name,
  requestId: ctx.requestId,
});

/** Appends now what was done by then. */
export async function recordFor(
  place: Pick<Transaction, "sql" | "bureauId">,
  by: By,
  at: Date,
  deeds: readonly Deed[],
) {
  for (const statement of insertStatements(place.sql, place.bureauId, recordOf(by, at.toISOString(), deeds)))
    await statement;
}

function recordOf(by: By, at: string, deeds: readonly Deed[]) {
  const events = deeds.map(({ action, entity }) => ({
    id: newId(),
    at,
    type: action,
    entityType: entity.type,
    entityId: entity.id,
  }));
  const entries = deeds.map(({ action, entity, before = null, after = null, reason = null }) => ({
    id: newId(),
    at,
    ...by,
    action,
    entityType: entity.type,
    entityId: entity.id,
    before,
    after,
    reason,
  }));
  return [insertion(outboxEvents, events), insertion(auditEntries, entries)];
}

import type { PendingQuery, Row } from "postgres";
import { newId } from "./ids.ts";
import type { Transaction } from "./command.ts";

/** What was done to which row. Both states hold what a reader may see: no secrets, no contacts. */
export interface Deed {
  /** The command's name in its module: "assignment.assign". */
  action: string;
  entity: { type: string; id: string };
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

const rowsAtOnce = 1_000;

/**
 * Appends the audit rows and the outbox events; they commit with what they tell of. A command's are sent together with its
 * commit: the end of the bureau's chain is held for as short as can be.
 */
export async function record(tx: Transaction, ...deeds: Deed[]): Promise<void> {
  tx.deeds.push(...deeds);
  if (!tx.appendsAtCommit) await Promise.all(appending(tx, deeds));
}

/** The statements that append the deeds' rows, not yet sent. */
export function appending(tx: Transaction, deeds: readonly Deed[]): PendingQuery<Row[]>[] {
  const statements: PendingQuery<Row[]>[] = [];
  for (let start = 0; start < deeds.length; start += rowsAtOnce) {
    const some = deeds.slice(start, start + rowsAtOnce);
    statements.push(tx.sql`insert into outbox_events ${tx.sql(eventsOf(tx, some) as never)}`);
    statements.push(tx.sql`insert into audit_entries ${tx.sql(entriesOf(tx, some) as never)}`);
  }
  return statements;
}

const entriesOf = ({ sql, bureauId, actor, now, ctx }: Transaction, deeds: readonly Deed[]) =>
  deeds.map((deed) => ({
    bureauId,
    id: newId(),
    at: now.toISOString(),
    accountId: actor.via.kind === "operator" ? null : actor.accountId,
    actorName: actor.name,
    action: deed.action,
    entityType: deed.entity.type,
    entityId: deed.entity.id,
    before: deed.before ? sql.json(deed.before as never) : null,
    after: deed.after ? sql.json(deed.after as never) : null,
    reason: deed.reason ?? null,
    requestId: ctx.requestId,
  }));

const eventsOf = ({ bureauId, now }: Transaction, deeds: readonly Deed[]) =>
  deeds.map(({ action, entity }) => ({
    bureauId,
    id: newId(),
    at: now.toISOString(),
    type: action,
    entityType: entity.type,
    entityId: entity.id,
  }));

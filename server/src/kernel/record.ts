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

/** Appends the audit rows and the outbox events; they commit with what they tell of. */
export async function record(tx: Transaction, ...deeds: Deed[]): Promise<void> {
  for (let start = 0; start < deeds.length; start += rowsAtOnce) await append(tx, deeds.slice(start, start + rowsAtOnce));
  tx.deeds.push(...deeds);
}

async function append({ sql, bureauId, actor, now, ctx }: Transaction, deeds: Deed[]) {
  const at = now.toISOString();
  const audited = deeds.map((deed) => ({
    bureauId,
    id: newId(),
    at,
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
  const events = deeds.map((deed) => ({ bureauId, id: newId(), at, type: deed.action, entityType: deed.entity.type, entityId: deed.entity.id }));
  await Promise.all([sql`insert into audit_entries ${sql(audited as never)}`, sql`insert into outbox_events ${sql(events as never)}`]);
}

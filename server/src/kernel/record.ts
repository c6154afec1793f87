import { newId } from "./ids.ts";
import { provided, type Transaction } from "./transaction.ts";

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
  for (const deed of deeds) tx.deeds.push(deed);
  if (tx.closing) return;
  for (const some of portionsOf(deeds)) await tx.sql`with ${appended(tx, some)} select`;
}

const mostAtOnce = 1_000;

/** As many as a statement appends well within its time. */
export function portionsOf(deeds: readonly Deed[]): (readonly Deed[])[] {
  const count = Math.ceil(deeds.length / mostAtOnce);
  return Array.from({ length: count }, (_, index) => deeds.slice(index * mostAtOnce, (index + 1) * mostAtOnce));
}

/** Of a statement: the parts that append the deeds' rows, in their order. */
export function appended(tx: Transaction, deeds: readonly Deed[]) {
  const { sql, bureauId, actor, now, ctx } = tx;
  return sql`
  deeds as materialized (
    select * from rows from (jsonb_to_recordset(${sql.json(deeds.map(rowOf) as never)}) as (
      id uuid, event_id uuid, action text, entity_type text, entity_id uuid, before jsonb, after jsonb, reason text
    )) with ordinality as deed (id, event_id, action, entity_type, entity_id, before, after, reason, turn)
    ${provided(tx)}
  ), announced as (
    insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id)
    select ${bureauId}, event_id, ${now}, action, entity_type, entity_id from deeds
  ), audited as (
    insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, before, after, reason, request_id)
    select ${bureauId}, id, ${now}, ${actor.via.kind === "operator" ? null : actor.accountId}::uuid, ${actor.name}, action, entity_type,
      entity_id, before, after, reason, ${ctx.requestId} from deeds order by turn
  )`;
}

const rowOf = ({ action, entity, before, after, reason }: Deed) => ({
  id: newId(),
  event_id: newId(),
  action,
  entity_type: entity.type,
  entity_id: entity.id,
  before: before ?? null,
  after: after ?? null,
  reason: reason ?? null,
});

import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, ofBureau } from "./columns.ts";

/**
 * What was done, by whom. A trigger gives each row its number and its hash over the row and the hash before it;
 * the application role may insert and read, nothing else.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    bureauId: uuid("bureau_id").notNull(),
    id: uuid("id").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull().default(0),
    at: instant("at").notNull(),
    accountId: uuid("account_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    entityType: text("entity_type").notNull(),
    entityId: uuid("entity_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    reason: text("reason"),
    requestId: text("request_id").notNull(),
    previousHash: bytea("previous_hash")
      .notNull()
      .default(sql`''::bytea`),
    hash: bytea("hash")
      .notNull()
      .default(sql`''::bytea`),
  },
  (table) => [
    primaryKey({ name: "audit_entries_key", columns: [table.bureauId, table.sequence] }),
    ofBureau("audit_entries_bureau", table.bureauId),
    unique("audit_entries_id_unique").on(table.bureauId, table.id),
    index("audit_entries_entity_index").on(table.bureauId, table.entityId, table.sequence),
    index("audit_entries_at_index").on(table.bureauId, table.at),
  ],
);

/** The end of each bureau's chain; written by the trigger alone. */
export const auditHeads = pgTable("audit_heads", {
  bureauId: uuid("bureau_id").primaryKey(),
  sequence: bigint("sequence", { mode: "number" }).notNull(),
  hash: bytea("hash").notNull(),
});

/** What integrations and live updates read; a row commits with the write it tells of. */
export const outboxEvents = pgTable(
  "outbox_events",
  {
    bureauId: uuid("bureau_id").notNull(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    type: text("type").notNull(),
    entityType: text("entity_type").notNull(),
    entityId: uuid("entity_id").notNull(),
    payload: jsonb("payload"),
  },
  (table) => [primaryKey({ name: "outbox_events_key", columns: [table.bureauId, table.id] })],
);

/** The answer a mutation gave to a key, so that a repeated call has one effect. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    bureauId: uuid("bureau_id").notNull(),
    accountId: uuid("account_id").notNull(),
    key: text("key").notNull(),
    mutation: text("mutation").notNull(),
    inputHash: bytea("input_hash").notNull(),
    result: jsonb("result"),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ name: "idempotency_keys_key", columns: [table.bureauId, table.accountId, table.key] })],
);

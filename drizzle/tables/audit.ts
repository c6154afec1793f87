import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, identity, instant, keyOf, ofBureau, oneOf, within } from "./columns.ts";

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
    index("audit_entries_request_index").on(table.bureauId, table.requestId),
  ],
);

/** The end of each bureau's chain; written by the trigger alone. */
export const auditHeads = pgTable("audit_heads", {
  bureauId: uuid("bureau_id").primaryKey(),
  sequence: bigint("sequence", { mode: "number" }).notNull(),
  hash: bytea("hash").notNull(),
});

export const chainCheckOrigins = ["NIGHT", "ASKED", "OPERATOR"] as const;

/** A check of a bureau's chain that was begun; what it has found stands beside it, under the same id. Both are only ever appended. */
export const auditChainChecks = pgTable(
  "audit_chain_checks",
  {
    ...identity,
    at: instant("at").notNull(),
    origin: text("origin", { enum: chainCheckOrigins }).notNull(),
    /** Null where nobody has asked for it. */
    accountId: uuid("account_id"),
    actorName: text("actor_name").notNull(),
  },
  (table) => [
    keyOf("audit_chain_checks", table),
    ofBureau("audit_chain_checks_bureau", table.bureauId),
    oneOf("audit_chain_checks_origin", table.origin, chainCheckOrigins),
    index("audit_chain_checks_at_index").on(table.bureauId, table.at),
  ],
);

/** What a check has found: of the rows after the first number up to the other, and of ends that were kept before. */
export const auditChainResults = pgTable(
  "audit_chain_results",
  {
    ...identity,
    finishedAt: instant("finished_at").notNull(),
    milliseconds: integer("milliseconds").notNull(),
    /** When the walk from the first row began that this check goes on with; its own time where it begins there itself. */
    wholeSince: instant("whole_since").notNull(),
    afterSequence: bigint("after_sequence", { mode: "number" }).notNull(),
    throughSequence: bigint("through_sequence", { mode: "number" }).notNull(),
    throughHash: bytea("through_hash").notNull(),
    /** Rows of the log as the check ended. */
    entries: bigint("entries", { mode: "number" }).notNull(),
    /** Where its time was over before the log was. */
    isCutShort: boolean("is_cut_short").notNull(),
    /** The first row that is not as it was written. */
    brokenAt: bigint("broken_at", { mode: "number" }),
    /** The newest end kept outside the database that was looked for. */
    keptSequence: bigint("kept_sequence", { mode: "number" }),
  },
  (table) => [
    keyOf("audit_chain_results", table),
    within("audit_chain_results_check", table.bureauId, table.id, auditChainChecks),
    check("audit_chain_results_order", sql`${table.throughSequence} >= ${table.afterSequence}`),
    index("audit_chain_results_finished_index").on(table.bureauId, table.finishedAt),
  ],
);

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

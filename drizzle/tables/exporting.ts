import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { identity, instant, keyOf, oneOf, versioned, within } from "./columns.ts";

export const listExportStates = ["WAITING", "RUNNING", "READY", "FAILED", "CANCELLED", "EXPIRED"] as const;

/** A list that is too long to be written while somebody waits: asked for, written by a job, and kept for some days. */
export const listExports = pgTable(
  "list_exports",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    state: text("state", { enum: listExportStates }).notNull(),
    caption: text("caption").notNull(),
    format: text("format", { enum: ["xlsx", "csv"] }).notNull(),
    locale: text("locale").notNull(),
    /** The screen's own document, and what it was asked with and in which columns. */
    document: text("document").notNull(),
    asked: jsonb("asked").notNull(),
    totalRows: integer("total_rows").notNull(),
    doneRows: integer("done_rows").notNull().default(0),
    bytes: integer("bytes"),
    /** Of the file, from before it is put until it is taken away. */
    digest: text("digest"),
    fileName: text("file_name"),
    /** Why it came to nothing. */
    fault: text("fault"),
    finishedAt: instant("finished_at"),
    expiresAt: instant("expires_at"),
    ...versioned,
  },
  (table) => [
    keyOf("list_exports", table),
    within("list_exports_account", table.bureauId, table.accountId, accounts),
    oneOf("list_exports_state", table.state, listExportStates),
    oneOf("list_exports_format", table.format, ["xlsx", "csv"]),
    check("list_exports_rows", sql`${table.doneRows} between 0 and ${table.totalRows}`),
    check("list_exports_finished", sql`(${table.finishedAt} is null) = (${table.state} in ('WAITING', 'RUNNING'))`),
    check(
      "list_exports_ready",
      sql`${table.state} <> 'READY' or (${table.digest} is not null and ${table.expiresAt} is not null)`,
    ),
    index("list_exports_account_index").on(table.bureauId, table.accountId, table.createdAt),
    index("list_exports_kept").on(table.bureauId, table.state),
  ],
);

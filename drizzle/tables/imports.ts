import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { bytea, identity, instant, keyOf, oneOf, versioned, within } from "./columns.ts";
import { matters } from "./matters.ts";
import { workItems } from "./work.ts";

export const importKinds = [
  "GRIDS",
  "MEMBERS",
  "DISPUTES",
  "HAZARDS",
  "MATTERS",
  "TASKS",
  "DUTY_LINES",
  "CHECKLISTS",
] as const;
export const importStatuses = [
  "UPLOADED",
  "CHECKING",
  "CHECKED",
  "WRITING",
  "WRITTEN",
  "FAILED",
  "CANCELLED",
  "UNDONE",
] as const;

/**
 * One file on its way in: uploaded, checked (a dry run), and written whole or not at all. The file itself is kept no
 * longer than it takes.
 */
export const importRuns = pgTable(
  "import_runs",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    kind: text("kind", { enum: importKinds }).notNull(),
    status: text("status", { enum: importStatuses }).notNull(),
    fileName: text("file_name").notNull(),
    fileDigest: text("file_digest").notNull(),
    /** All of the file, the hidden ones too. */
    sheets: jsonb("sheets")
      .$type<ImportSheetLine[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** Which of them is imported. The rest speaks of it. */
    sheet: integer("sheet").notNull().default(0),
    columns: jsonb("columns").$type<string[]>().notNull(),
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    /** The first rows as they stand in the file. */
    preview: jsonb("preview")
      .$type<ImportPreviewRow[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** What of the sheet is not read, in each language. */
    notes: jsonb("notes")
      .$type<ImportNoteLine[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** What a check was asked to assume, and writing holds to. */
    options: jsonb("options")
      .$type<Record<string, unknown>>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    totalRows: integer("total_rows").notNull(),
    doneRows: integer("done_rows").notNull().default(0),
    errorCount: integer("error_count").notNull().default(0),
    summary: jsonb("summary").$type<Record<string, number>>(),
    /** Names that writing creates, or that are asked about. */
    creations: jsonb("creations")
      .$type<ImportCreationLine[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** What the last check has found wrong, by its causes. */
    causes: jsonb("causes")
      .$type<ImportCauseLine[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** When writing last showed a sign of life. */
    activeAt: instant("active_at"),
    finishedAt: instant("finished_at"),
    ...versioned,
  },
  (table) => [
    keyOf("import_runs", table),
    within("import_runs_account", table.bureauId, table.accountId, accounts),
    oneOf("import_runs_kind", table.kind, importKinds),
    oneOf("import_runs_status", table.status, importStatuses),
    index("import_runs_created_index").on(table.bureauId, table.createdAt),
  ],
);

/** What was read of a file's sheets, in portions: no statement carries all of a large one. The file itself is not kept. */
export const importFilePortions = pgTable(
  "import_file_portions",
  {
    bureauId: uuid("bureau_id").notNull(),
    runId: uuid("run_id").notNull(),
    position: integer("position").notNull(),
    sheet: integer("sheet").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [
    primaryKey({ name: "import_file_portions_key", columns: [table.bureauId, table.runId, table.position] }),
    within("import_file_portions_run", table.bureauId, table.runId, importRuns),
  ],
);

/** What the last check has found, in the file's order. */
export const importErrors = pgTable(
  "import_errors",
  {
    bureauId: uuid("bureau_id").notNull(),
    runId: uuid("run_id").notNull(),
    position: integer("position").notNull(),
    row: integer("row").notNull(),
    column: text("column").notNull(),
    value: text("value").notNull(),
    code: text("code").notNull(),
    /** The reason in each language. */
    message: jsonb("message").$type<Record<string, string>>().notNull(),
    /** What the reason names. */
    params: jsonb("params").$type<Record<string, string | number>>().notNull(),
  },
  (table) => [
    primaryKey({ name: "import_errors_key", columns: [table.bureauId, table.runId, table.position] }),
    within("import_errors_run", table.bureauId, table.runId, importRuns),
  ],
);

/**
 * Rows that a large import has written and the audit log is yet to tell one by one: it does so in portions, because the end
 * of a bureau's chain is held from a portion's first row to its commit.
 */
export const importDeeds = pgTable(
  "import_deeds",
  {
    bureauId: uuid("bureau_id").notNull(),
    runId: uuid("run_id").notNull(),
    position: integer("position").notNull(),
    list: text("list").notNull(),
    rows: jsonb("rows").$type<object[]>().notNull(),
    fileName: text("file_name").notNull(),
    at: instant("at").notNull(),
    by: jsonb("by").$type<ImportDeedsBy>().notNull(),
  },
  (table) => [
    primaryKey({ name: "import_deeds_key", columns: [table.bureauId, table.runId, table.position] }),
    within("import_deeds_run", table.bureauId, table.runId, importRuns),
  ],
);

/** What an import has made or changed, so that it may be undone for as long as nothing else stands on it. */
export const importMade = pgTable(
  "import_made",
  {
    bureauId: uuid("bureau_id").notNull(),
    runId: uuid("run_id").notNull(),
    position: integer("position").notNull(),
    list: text("list").notNull(),
    rows: jsonb("rows").$type<ImportMadeRow[]>().notNull(),
  },
  (table) => [
    primaryKey({ name: "import_made_key", columns: [table.bureauId, table.runId, table.position] }),
    within("import_made_run", table.bureauId, table.runId, importRuns),
  ],
);

/**
 * Which rows of ledgers have been brought in, each once: its id follows from what the row says (`ledger-mark.ts`), so that a file that
 * comes again, or the next month's with the same rows in it, doubles nothing.
 */
export const ledgerRows = pgTable(
  "ledger_rows",
  {
    ...identity,
    runId: uuid("run_id").notNull(),
    row: integer("row").notNull(),
    matterId: uuid("matter_id"),
    itemId: uuid("item_id"),
  },
  (table) => [
    keyOf("ledger_rows", table),
    within("ledger_rows_run", table.bureauId, table.runId, importRuns),
    within("ledger_rows_matter", table.bureauId, table.matterId, matters),
    within("ledger_rows_item", table.bureauId, table.itemId, workItems),
    check("ledger_rows_of_one", sql`num_nonnulls(${table.matterId}, ${table.itemId}) = 1`),
  ],
);

/** Who wrote them, as the audit log names them. */
export interface ImportDeedsBy {
  accountId: string | null;
  actorName: string;
  requestId: string;
}

export interface ImportMadeRow {
  id: string;
  /** Of what the row said then: one that says something else has been changed since. */
  print: string;
  /** Of a grid whose opening was brought forward: the day before. */
  before?: string;
  /** Of a row that was there before: what it was. */
  was?: ImportWas;
  /** Of a matter that came in open: its receipt. */
  item?: string;
}

export interface ImportWas {
  /** As the plan has it. */
  before: Record<string, unknown>;
  change: Record<string, unknown>;
  /** What held of it on which day. */
  periods: object[];
}

export interface ImportSheetLine {
  name: string;
  isHidden: boolean;
  totalRows: number;
  /** What keeps it from being read, in each language. */
  problem?: Record<string, string>;
}

export interface ImportNoteLine {
  code: string;
  params: Record<string, string | number>;
  message: Record<string, string>;
}

export interface ImportCreationLine {
  kind: string;
  name: string;
  code: string | null;
  rows: number;
  likes: string[];
  isAsked: boolean;
}

export interface ImportCauseLine {
  code: string;
  column: string;
  value: string | null;
  count: number;
  places: string;
  /** In each language. */
  message: Record<string, string>;
  fix: {
    kind: string;
    isSuggested: boolean;
    written?: string;
    means?: string;
    day?: string;
    year?: number;
    field?: string;
    rows?: number[];
  } | null;
}

export interface ImportPreviewRow {
  row: number;
  cells: string[];
}

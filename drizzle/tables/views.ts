import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { identity, instant, keyOf, versioned, within } from "./columns.ts";
import { units } from "./organisation.ts";

/** A page of a list as somebody wants to have it again: its filter and order as its address says them, and its columns. */
export const listViews = pgTable(
  "list_views",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    page: text("page").notNull(),
    name: text("name").notNull(),
    /** What stands in the address behind the question mark. */
    query: text("query").notNull(),
    /** Null for the page's usual ones. */
    columns: text("columns").array(),
    isDense: boolean("is_dense").notNull().default(false),
    /** With whom it is shared: whoever has the unit in reach. */
    unitId: uuid("unit_id"),
    deletedAt: instant("deleted_at"),
    ...versioned,
  },
  (table) => [
    keyOf("list_views", table),
    within("list_views_account", table.bureauId, table.accountId, accounts),
    within("list_views_unit", table.bureauId, table.unitId, units),
    check("list_views_name", sql`length(${table.name}) between 1 and 40`),
    check("list_views_query", sql`length(${table.query}) <= 2000`),
    uniqueIndex("list_views_name_unique")
      .on(table.bureauId, table.accountId, table.page, table.name)
      .where(sql`deleted_at is null`),
    index("list_views_unit_index").on(table.bureauId, table.unitId),
  ],
);

/** How an account has the list of a page, wherever it signs in. */
export const listPreferences = pgTable(
  "list_preferences",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    page: text("page").notNull(),
    /** Null for the page's usual ones. */
    columns: text("columns").array(),
    isDense: boolean("is_dense").notNull().default(false),
    /** What the page begins with where its address says nothing. */
    defaultViewId: uuid("default_view_id"),
    ...versioned,
  },
  (table) => [
    keyOf("list_preferences", table),
    within("list_preferences_account", table.bureauId, table.accountId, accounts),
    within("list_preferences_default_view", table.bureauId, table.defaultViewId, listViews),
    unique("list_preferences_one").on(table.bureauId, table.accountId, table.page),
  ],
);

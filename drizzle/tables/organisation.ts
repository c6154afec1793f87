import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";

export const unitKinds = [
  "BUREAU",
  "STATION",
  "COMMAND_ROOM",
  "DESK",
  "TEAM",
  "ZONE",
  "POLICE_ROOM",
  "WORKSTATION",
  "PARTNER",
] as const;

export const units = pgTable(
  "units",
  {
    ...identity,
    parentId: uuid("parent_id"),
    kind: text("kind", { enum: unitKinds }).notNull(),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull().default(""),
    code: text("code"),
    template: text("template"),
    level: smallint("level").notNull(),
    position: integer("position").notNull().default(0),
    openedOn: date("opened_on"),
    closedOn: date("closed_on"),
    ...versioned,
  },
  (table) => [
    keyOf("units", table),
    ofBureau("units_bureau", table.bureauId),
    within("units_bureau_parent", table.bureauId, table.parentId, table),
    oneOf("units_kind", table.kind, unitKinds),
    check("units_root_is_bureau", sql`(${table.kind} = 'BUREAU') = (${table.parentId} is null)`),
    check("units_level", sql`${table.level} between 0 and 3`),
    check("units_closed_after_opened", sql`${table.closedOn} >= ${table.openedOn}`),
    unique("units_name_unique").on(table.bureauId, table.parentId, table.name),
    unique("units_code_unique").on(table.bureauId, table.code),
    index("units_parent_index").on(table.bureauId, table.parentId),
  ],
);

export const divisionKinds = ["COUNTY", "TOWNSHIP", "VILLAGE", "COMMUNITY"] as const;

/** National statistical codes: 6 digits a county, 9 a township or subdistrict, 12 a committee. */
export const divisions = pgTable(
  "divisions",
  {
    ...identity,
    parentId: uuid("parent_id"),
    code: text("code").notNull(),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull().default(""),
    kind: text("kind", { enum: divisionKinds }).notNull(),
    closedOn: date("closed_on"),
    ...versioned,
  },
  (table) => [
    keyOf("divisions", table),
    ofBureau("divisions_bureau", table.bureauId),
    within("divisions_parent", table.bureauId, table.parentId, table),
    oneOf("divisions_kind", table.kind, divisionKinds),
    check("divisions_code_shape", sql`${table.code} ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'`),
    unique("divisions_code_unique").on(table.bureauId, table.code),
    index("divisions_parent_index").on(table.bureauId, table.parentId),
  ],
);

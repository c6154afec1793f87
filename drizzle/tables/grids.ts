import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, keyOf, oneOf, versioned, within } from "./columns.ts";
import { divisions, units } from "./organisation.ts";

export const gridKinds = ["VILLAGE", "COMMUNITY", "ENTERPRISE", "COMMERCIAL", "SCENIC"] as const;
export const complexities = ["ORDINARY", "COMPLEX"] as const;

export const grids = pgTable(
  "grids",
  {
    ...identity,
    stationId: uuid("station_id").notNull(),
    policeRoomId: uuid("police_room_id"),
    divisionId: uuid("division_id"),
    code: text("code").notNull(),
    codeScheme: text("code_scheme").notNull(),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull(),
    kind: text("kind", { enum: gridKinds }).notNull(),
    complexity: text("complexity", { enum: complexities }).notNull().default("ORDINARY"),
    level: smallint("level").notNull().default(3),
    households: integer("households"),
    population: integer("population"),
    countedYear: smallint("counted_year"),
    openedOn: date("opened_on").notNull(),
    closedOn: date("closed_on"),
    ...versioned,
  },
  (table) => [
    keyOf("grids", table),
    within("grids_station", table.bureauId, table.stationId, units),
    within("grids_police_room", table.bureauId, table.policeRoomId, units),
    within("grids_division", table.bureauId, table.divisionId, divisions),
    oneOf("grids_kind", table.kind, gridKinds),
    oneOf("grids_complexity", table.complexity, complexities),
    check("grids_level", sql`${table.level} between 2 and 3`),
    check("grids_households", sql`${table.households} >= 0`),
    check("grids_population", sql`${table.population} >= 0`),
    check(
      "grids_counts_have_a_year",
      sql`${table.countedYear} is not null or (${table.households} is null and ${table.population} is null)`,
    ),
    check("grids_closed_after_opened", sql`${table.closedOn} >= ${table.openedOn}`),
    unique("grids_code_unique").on(table.bureauId, table.code),
    index("grids_station_index").on(table.bureauId, table.stationId),
    index("grids_name_index").on(table.bureauId, sql`${table.name} collate "zh-x-icu"`, table.id),
  ],
);

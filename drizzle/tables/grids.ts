import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, keyOf, lasting, oneOf, versioned, within, writtenAsCode } from "./columns.ts";
import { divisions, units } from "./organisation.ts";

export const gridKinds = ["VILLAGE", "COMMUNITY", "ENTERPRISE", "COMMERCIAL", "SCENIC"] as const;
export const complexities = ["ORDINARY", "COMPLEX"] as const;

export const grids = pgTable(
  "grids",
  {
    ...identity,
    divisionId: uuid("division_id"),
    code: text("code").notNull(),
    codeScheme: text("code_scheme").notNull(),
    households: integer("households"),
    population: integer("population"),
    countedYear: smallint("counted_year"),
    openedOn: date("opened_on").notNull(),
    closedOn: date("closed_on"),
    ...versioned,
  },
  (table) => [
    keyOf("grids", table),
    within("grids_division", table.bureauId, table.divisionId, divisions),
    check("grids_households", sql`${table.households} >= 0`),
    check("grids_population", sql`${table.population} >= 0`),
    check(
      "grids_counts_have_a_year",
      sql`${table.countedYear} is not null or (${table.households} is null and ${table.population} is null)`,
    ),
    check("grids_closed_after_opened", sql`${table.closedOn} >= ${table.openedOn}`),
    unique("grids_code_unique").on(table.bureauId, table.code),
    check("grids_code_written", writtenAsCode(table.code)),
  ],
);

/**
 * What a grid is over [startsOn, endsOn). Of each grid the rows follow one another from -infinity on without a gap: a row's end is
 * the next one's start, by a foreign key; there is one row without an end; and each grid has a row from -infinity on.
 */
export const gridFacts = pgTable(
  "grid_facts",
  {
    bureauId: uuid("bureau_id").notNull(),
    gridId: uuid("grid_id").notNull(),
    ...lasting,
    stationId: uuid("station_id").notNull(),
    policeRoomId: uuid("police_room_id"),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull(),
    kind: text("kind", { enum: gridKinds }).notNull(),
    complexity: text("complexity", { enum: complexities }).notNull().default("ORDINARY"),
    level: smallint("level").notNull().default(3),
  },
  (table) => [
    primaryKey({ name: "grid_facts_key", columns: [table.bureauId, table.gridId, table.startsOn] }),
    within("grid_facts_grid", table.bureauId, table.gridId, grids),
    within("grid_facts_station", table.bureauId, table.stationId, units),
    within("grid_facts_police_room", table.bureauId, table.policeRoomId, units),
    check("grid_facts_period", sql`${table.startsOn} < ${table.endsOn}`),
    oneOf("grid_facts_kind", table.kind, gridKinds),
    oneOf("grid_facts_complexity", table.complexity, complexities),
    check("grid_facts_level", sql`${table.level} between 2 and 3`),
    index("grid_facts_station_index").on(table.bureauId, table.stationId),
    index("grid_facts_name_index").on(table.bureauId, sql`${table.name} collate "zh-x-icu"`, table.gridId),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { duties } from "./assignments.ts";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within, writtenAsCode } from "./columns.ts";
import { gridKinds } from "./grids.ts";
import { units } from "./organisation.ts";

export const unitsWithDuties = ["STATION", "COMMAND_ROOM", "DESK", "POLICE_ROOM"] as const;
export const sixRoles = ["ORGANISER", "COLLECTOR", "MEDIATOR", "PUBLICIST", "LIAISON", "HELPER"] as const;

/** A station was given the catalogue of another one, its model from then on. Never changed. */
export const dutyCatalogueCopies = pgTable(
  "duty_catalogue_copies",
  {
    ...identity,
    stationId: uuid("station_id").notNull(),
    modelId: uuid("model_id").notNull(),
    copiedAt: instant("copied_at").notNull(),
    linesSet: integer("lines_set").notNull(),
    linesEnded: integer("lines_ended").notNull(),
  },
  (table) => [
    keyOf("duty_catalogue_copies", table),
    within("duty_catalogue_copies_station", table.bureauId, table.stationId, units),
    within("duty_catalogue_copies_model", table.bureauId, table.modelId, units),
    check("duty_catalogue_copies_of_another", sql`${table.stationId} <> ${table.modelId}`),
    check("duty_catalogue_copies_counts", sql`least(${table.linesSet}, ${table.linesEnded}) >= 0`),
    index("duty_catalogue_copies_station_index").on(table.bureauId, table.stationId, table.copiedAt),
    index("duty_catalogue_copies_model_index").on(table.bureauId, table.modelId),
  ],
);

/**
 * A revision of a line of the duty catalogue: what its owner answers for, over [startsAt, endsAt). The bureau's has no station; a
 * station's own, of the same owner and code, stands in its place there, or sets it aside. One revision of a line is in force at any
 * time (exclusion constraint), and nothing of it changes but its end, once (trigger).
 */
export const dutyLines = pgTable(
  "duty_lines",
  {
    ...identity,
    stationId: uuid("station_id"),
    /** Whoever holds this duty, at grids of the kind or of the level only where either is said; or a kind of unit. */
    duty: text("duty", { enum: duties }),
    gridKind: text("grid_kind", { enum: gridKinds }),
    level: smallint("level"),
    unitKind: text("unit_kind", { enum: unitsWithDuties }),
    /** The four before in one word, as AUXILIARY.VILLAGE: what the lines of one owner have in common. */
    owner: text("owner")
      .notNull()
      .generatedAlwaysAs(
        sql`coalesce(duty, unit_kind) || coalesce('.' || grid_kind, '') || coalesce('.' || level::text, '')`,
      ),
    code: text("code").notNull(),
    revision: integer("revision").notNull(),
    title: text("title").notNull(),
    text: text("text"),
    serves: text("serves", { enum: sixRoles }),
    position: smallint("position").notNull(),
    /** The station does without the bureau's line, whose words it had then. */
    isSetAside: boolean("is_set_aside").notNull(),
    /** A preset's wording that no source has. */
    isOurs: boolean("is_ours").notNull(),
    /** Which copying of a model's catalogue set it. */
    copyId: uuid("copy_id"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    ...versioned,
  },
  (table) => [
    keyOf("duty_lines", table),
    ofBureau("duty_lines_bureau", table.bureauId),
    within("duty_lines_station", table.bureauId, table.stationId, units),
    within("duty_lines_copy", table.bureauId, table.copyId, dutyCatalogueCopies),
    oneOf("duty_lines_duty", table.duty, duties),
    oneOf("duty_lines_grid_kind", table.gridKind, gridKinds),
    oneOf("duty_lines_unit_kind", table.unitKind, unitsWithDuties),
    oneOf("duty_lines_serves", table.serves, sixRoles),
    check("duty_lines_one_owner", sql`num_nonnulls(${table.duty}, ${table.unitKind}) = 1`),
    check(
      "duty_lines_part_of_a_duty",
      sql`num_nonnulls(${table.gridKind}, ${table.level}) <= num_nonnulls(${table.duty})`,
    ),
    check("duty_lines_level", sql`${table.level} between 2 and 3`),
    check("duty_lines_code_written", writtenAsCode(table.code)),
    check("duty_lines_position", sql`${table.position} between 0 and 999`),
    check("duty_lines_set_aside_by_a_station", sql`not ${table.isSetAside} or ${table.stationId} is not null`),
    check("duty_lines_copied_to_a_station", sql`${table.copyId} is null or ${table.stationId} is not null`),
    check("duty_lines_period", sql`${table.startsAt} <= ${table.endsAt}`),
    unique("duty_lines_revision_unique")
      .on(table.bureauId, table.stationId, table.owner, table.code, table.revision)
      .nullsNotDistinct(),
    index("duty_lines_owner_index").on(table.bureauId, table.owner, table.code, table.stationId),
    index("duty_lines_station_index").on(table.bureauId, table.stationId),
  ],
);

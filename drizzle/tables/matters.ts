import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { bytea, identity, instant, keyOf, ofBureau, oneOf, versioned, within, writtenAsCode } from "./columns.ts";
import { grids } from "./grids.ts";
import { members } from "./members.ts";
import { units } from "./organisation.ts";

export const matterKinds = ["INCIDENT", "DISPUTE", "HAZARD", "SERVICE"] as const;
export const matterSources = [
  "EMERGENCY_110",
  "HOTLINE_12345",
  "WALK_IN",
  "PATROL",
  "VISIT",
  "CHECKLIST",
  "GRID_WORKER",
  "PARTNER",
  "API",
  "LEDGER",
] as const;
export const urgencies = ["ORDINARY", "URGENT", "CRITICAL"] as const;
export const matterOutcomes = ["SETTLED", "NOT_SETTLED", "MERGED"] as const;
export const mediationMethods = ["FAMILY_HARMONY", "DUTY_AND_COURTESY", "WARM_FEELING"] as const;
export const partyRoles = ["PARTY_A", "PARTY_B", "PARTY_C", "PARTY_D", "CALLER", "OTHER"] as const;

/**
 * A version of a category of matters. A change makes a new version, in force from then on; matters name the version that they were
 * registered under.
 */
export const matterCategories = pgTable(
  "matter_categories",
  {
    ...identity,
    kind: text("kind", { enum: matterKinds }).notNull(),
    code: text("code").notNull(),
    revision: integer("revision").notNull(),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull(),
    /** The class it is counted in, as 12345, 求助, 邻里家庭, 涉犬 are. */
    intakeClass: text("intake_class"),
    position: smallint("position").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    ...versioned,
  },
  (table) => [
    keyOf("matter_categories", table),
    ofBureau("matter_categories_bureau", table.bureauId),
    oneOf("matter_categories_kind", table.kind, matterKinds),
    check("matter_categories_code_written", writtenAsCode(table.code)),
    check("matter_categories_period", sql`${table.startsAt} <= ${table.endsAt}`),
    unique("matter_categories_revision_unique").on(table.bureauId, table.kind, table.code, table.revision),
  ],
);

/** What happened. It is open until it is settled, left unsettled, or merged into another one. */
export const matters = pgTable(
  "matters",
  {
    ...identity,
    number: text("number").notNull(),
    kind: text("kind", { enum: matterKinds }).notNull(),
    categoryId: uuid("category_id").notNull(),
    source: text("source", { enum: matterSources }).notNull(),
    urgency: text("urgency", { enum: urgencies }).notNull(),
    title: text("title").notNull(),
    description: text("description"),
    gridId: uuid("grid_id"),
    stationId: uuid("station_id").notNull(),
    address: text("address"),
    happenedAt: instant("happened_at").notNull(),
    registeredAt: instant("registered_at").notNull(),
    registeredBy: uuid("registered_by").notNull(),
    /** Who registered it, for the first receiver where that is another one. */
    registrarId: uuid("registrar_id"),
    firstReceiverId: uuid("first_receiver_id").notNull(),
    /** How many work items it has had: the next one's number. */
    items: smallint("items").notNull().default(0),
    outcome: text("outcome", { enum: matterOutcomes }),
    outcomeNote: text("outcome_note"),
    /** Of a dispute that was settled: by which of the three methods, where it was by one of them. */
    method: text("method", { enum: mediationMethods }),
    endedAt: instant("ended_at"),
    mergedIntoId: uuid("merged_into_id"),
    ...versioned,
  },
  (table) => [
    keyOf("matters", table),
    within("matters_category", table.bureauId, table.categoryId, matterCategories),
    within("matters_grid", table.bureauId, table.gridId, grids),
    within("matters_station", table.bureauId, table.stationId, units),
    within("matters_first_receiver", table.bureauId, table.firstReceiverId, members),
    within("matters_registrar", table.bureauId, table.registrarId, members),
    within("matters_registered_by", table.bureauId, table.registeredBy, accounts),
    within("matters_merged_into", table.bureauId, table.mergedIntoId, table),
    oneOf("matters_kind", table.kind, matterKinds),
    oneOf("matters_source", table.source, matterSources),
    oneOf("matters_urgency", table.urgency, urgencies),
    oneOf("matters_outcome", table.outcome, matterOutcomes),
    oneOf("matters_method", table.method, mediationMethods),
    check(
      "matters_method_of_settled_disputes",
      sql`${table.method} is null or ${table.kind} = 'DISPUTE' and ${table.outcome} is not distinct from 'SETTLED'`,
    ),
    check("matters_ended_with_an_outcome", sql`(${table.outcome} is null) = (${table.endedAt} is null)`),
    check(
      "matters_merged",
      sql`(${table.outcome} is not distinct from 'MERGED') = (${table.mergedIntoId} is not null)`,
    ),
    check("matters_not_merged_into_itself", sql`${table.mergedIntoId} <> ${table.id}`),
    unique("matters_number_unique").on(table.bureauId, table.number),
    index("matters_station_index").on(table.bureauId, table.stationId, table.registeredAt, table.id),
    index("matters_registered_index").on(table.bureauId, table.registeredAt, table.id),
    index("matters_grid_index").on(table.bureauId, table.gridId, table.registeredAt),
    index("matters_merged_index").on(table.bureauId, table.mergedIntoId),
  ],
);

/** What a matter was until it was changed: written with the change, so that any past week is told as it stood. Only ever appended. */
export const matterPasts = pgTable(
  "matter_pasts",
  {
    ...identity,
    matterId: uuid("matter_id").notNull(),
    at: instant("at").notNull(),
    title: text("title").notNull(),
    gridId: uuid("grid_id"),
    stationId: uuid("station_id").notNull(),
    outcome: text("outcome", { enum: matterOutcomes }),
    endedAt: instant("ended_at"),
  },
  (table) => [
    keyOf("matter_pasts", table),
    within("matter_pasts_matter", table.bureauId, table.matterId, matters),
    oneOf("matter_pasts_outcome", table.outcome, matterOutcomes),
    index("matter_pasts_matter_index").on(table.bureauId, table.matterId, table.at),
    index("matter_pasts_grid_index").on(table.bureauId, table.gridId, table.at),
  ],
);

/**
 * A party of a matter by its role and, where it was given, how it may be reached, sealed by a key that is not in the database. That is
 * erased a set number of days after the matter has ended: the row stays, its content does not.
 */
export const sealedContacts = pgTable(
  "sealed_contacts",
  {
    ...identity,
    matterId: uuid("matter_id").notNull(),
    role: text("role", { enum: partyRoles }).notNull(),
    sealed: bytea("sealed"),
    erasedAt: instant("erased_at"),
    ...versioned,
  },
  (table) => [
    keyOf("sealed_contacts", table),
    within("sealed_contacts_matter", table.bureauId, table.matterId, matters),
    oneOf("sealed_contacts_role", table.role, partyRoles),
    check("sealed_contacts_erased", sql`${table.sealed} is null or ${table.erasedAt} is null`),
    unique("sealed_contacts_role_unique").on(table.bureauId, table.matterId, table.role),
  ],
);

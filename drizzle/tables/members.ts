import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, instant, keyOf, lasting, oneOf, versioned, within, writtenAsCode } from "./columns.ts";
import { units } from "./organisation.ts";

export const memberKinds = [
  "OFFICER",
  "AUXILIARY",
  "MEDIATOR",
  "SECURITY_DIRECTOR",
  "GRID_WORKER",
  "VOLUNTEER",
  "LAWYER",
] as const;

export const members = pgTable(
  "members",
  {
    ...identity,
    kind: text("kind", { enum: memberKinds }).notNull(),
    badge: text("badge").notNull(),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull(),
    phone: text("phone"),
    joinedOn: date("joined_on"),
    leftOn: date("left_on"),
    ...versioned,
  },
  (table) => [
    keyOf("members", table),
    oneOf("members_kind", table.kind, memberKinds),
    check("members_left_after_joined", sql`${table.leftOn} >= ${table.joinedOn}`),
    unique("members_badge_unique").on(table.bureauId, table.badge),
    check("members_badge_written", writtenAsCode(table.badge)),
    index("members_name_index").on(
      table.bureauId,
      sql`left(${table.nameInitials}, 1)`,
      sql`${table.name} collate "zh-x-icu"`,
      table.id,
    ),
  ],
);

/** The unit a member belongs to over [startsOn, endsOn); the rows of each member follow one another as those of `grid_facts` do. */
export const memberUnits = pgTable(
  "member_units",
  {
    bureauId: uuid("bureau_id").notNull(),
    memberId: uuid("member_id").notNull(),
    ...lasting,
    unitId: uuid("unit_id").notNull(),
  },
  (table) => [
    primaryKey({ name: "member_units_key", columns: [table.bureauId, table.memberId, table.startsOn] }),
    within("member_units_member", table.bureauId, table.memberId, members),
    within("member_units_unit", table.bureauId, table.unitId, units),
    check("member_units_period", sql`${table.startsOn} < ${table.endsOn}`),
    index("member_units_unit_index").on(table.bureauId, table.unitId),
  ],
);

/** A member was off the strength over [startsOn, endsOn) and came back. `members.leftOn` is the leaving that nobody came back from. */
export const serviceBreaks = pgTable(
  "service_breaks",
  {
    bureauId: uuid("bureau_id").notNull(),
    memberId: uuid("member_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    reason: text("reason"),
  },
  (table) => [
    primaryKey({ name: "service_breaks_key", columns: [table.bureauId, table.memberId, table.startsOn] }),
    within("service_breaks_member", table.bureauId, table.memberId, members),
    check("service_breaks_period", sql`${table.startsOn} < ${table.endsOn}`),
  ],
);

/** A member is away over [startsAt, endsAt); the database refuses two absences at one time. */
export const absences = pgTable(
  "absences",
  {
    ...identity,
    memberId: uuid("member_id").notNull(),
    substituteId: uuid("substitute_id"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    reason: text("reason"),
    ...versioned,
  },
  (table) => [
    keyOf("absences", table),
    within("absences_member", table.bureauId, table.memberId, members),
    within("absences_substitute", table.bureauId, table.substituteId, members),
    check("absences_substitute_is_another", sql`${table.substituteId} <> ${table.memberId}`),
    check("absences_period", sql`${table.startsAt} <= ${table.endsAt}`),
    index("absences_member_index").on(table.bureauId, table.memberId, table.startsAt),
    index("absences_end_index").on(table.bureauId, table.endsAt),
  ],
);

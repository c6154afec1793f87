import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  customType,
  date,
  foreignKey,
  integer,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { bureaus } from "./bureaus.ts";

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** The columns every row of a bureau starts with. Ids are uuidv7, made by the server. */
export const identity = {
  bureauId: uuid("bureau_id").notNull(),
  id: uuid("id").notNull(),
};

export const versioned = {
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at")
    .notNull()
    .default(sql`now()`),
};

/** For what holds over [startsOn, endsOn): from -infinity where it always was so, without an end where it is to stay so. */
export const lasting = {
  startsOn: date("starts_on").notNull(),
  endsOn: date("ends_on"),
  reason: text("reason"),
};

type Keyed = { bureauId: AnyPgColumn; id: AnyPgColumn };

export const keyOf = (name: string, table: Keyed) =>
  primaryKey({ name: `${name}_key`, columns: [table.bureauId, table.id] });

/** A foreign key that cannot leave the bureau: both sides carry its id. */
export const within = (name: string, bureauId: AnyPgColumn, column: AnyPgColumn, target: Keyed) =>
  foreignKey({ name, columns: [bureauId, column], foreignColumns: [target.bureauId, target.id] });

export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);

/** Written in one way: however it is typed, one code has one row. */
export const writtenAsCode = (column: AnyPgColumn) => sql`${column} = upper(${column}) and ${column} !~ '[[:space:]]'`;

/** The bureau itself must exist, for tables that hang on nothing else. */
export const ofBureau = (name: string, bureauId: AnyPgColumn) =>
  foreignKey({ name, columns: [bureauId], foreignColumns: [bureaus.bureauId] });

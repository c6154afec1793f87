import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";
import { members } from "./members.ts";
import { units } from "./organisation.ts";

export const accounts = pgTable(
  "accounts",
  {
    ...identity,
    name: text("name").notNull(),
    displayName: text("display_name").notNull(),
    memberId: uuid("member_id"),
    passwordHash: text("password_hash").notNull(),
    mustChangePassword: boolean("must_change_password").notNull().default(true),
    disabledAt: instant("disabled_at"),
    ...versioned,
  },
  (table) => [
    keyOf("accounts", table),
    ofBureau("accounts_bureau", table.bureauId),
    within("accounts_member", table.bureauId, table.memberId, members),
    unique("accounts_name_unique").on(table.bureauId, table.name),
    check("accounts_name_shape", sql`${table.name} ~ '^[a-z0-9][a-z0-9._-]{1,39}$'`),
  ],
);

export const roles = ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER", "MEMBER", "AUDITOR"] as const;

/**
 * A role over the part of the unit tree below `unitId`. No person is administrator and auditor both (exclusion constraint);
 * accounts of one member are one person, an account without a member is one by itself.
 */
export const roleGrants = pgTable(
  "role_grants",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    role: text("role", { enum: roles }).notNull(),
    unitId: uuid("unit_id").notNull(),
    /** Written by a trigger, from the account. */
    personId: uuid("person_id")
      .notNull()
      .default(sql`'00000000-0000-0000-0000-000000000000'::uuid`),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    keyOf("role_grants", table),
    within("role_grants_account", table.bureauId, table.accountId, accounts),
    within("role_grants_unit", table.bureauId, table.unitId, units),
    oneOf("role_grants_role", table.role, roles),
    unique("role_grants_unique").on(table.bureauId, table.accountId, table.role, table.unitId),
  ],
);

export const consentKinds = ["GRANT_ROLE", "RESET_PASSWORD"] as const;
export const consentStates = ["PENDING", "CONFIRMED", "DECLINED", "WITHDRAWN", "EXPIRED"] as const;

/**
 * What one administrator asks for and another person must agree to, or an operator. Triggers write the persons and let a
 * decided one be changed no more.
 */
export const consents = pgTable(
  "consents",
  {
    ...identity,
    kind: text("kind", { enum: consentKinds }).notNull(),
    accountId: uuid("account_id").notNull(),
    role: text("role", { enum: roles }),
    unitId: uuid("unit_id"),
    reason: text("reason").notNull(),
    state: text("state", { enum: consentStates }).notNull().default("PENDING"),
    requestedBy: uuid("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedBy: uuid("decided_by"),
    byOperator: boolean("by_operator").notNull().default(false),
    decidedAt: instant("decided_at"),
    accountPerson: uuid("account_person"),
    requestedPerson: uuid("requested_person"),
    decidedPerson: uuid("decided_person"),
  },
  (table) => [
    keyOf("consents", table),
    within("consents_account", table.bureauId, table.accountId, accounts),
    within("consents_unit", table.bureauId, table.unitId, units),
    within("consents_requested_by", table.bureauId, table.requestedBy, accounts),
    within("consents_decided_by", table.bureauId, table.decidedBy, accounts),
    oneOf("consents_kind", table.kind, consentKinds),
    oneOf("consents_state", table.state, consentStates),
    check(
      "consents_shape",
      sql`(${table.kind} = 'GRANT_ROLE') = (${table.role} is not null) and (${table.role} is null) = (${table.unitId} is null)`,
    ),
    check("consents_role", sql`${table.role} in ('BUREAU_ADMINISTRATOR', 'AUDITOR')`),
    check(
      "consents_by_another",
      sql`${table.state} <> 'CONFIRMED' or ${table.byOperator} or (${table.decidedPerson} is not null and ${table.decidedPerson} <> ${table.requestedPerson} and ${table.decidedPerson} <> ${table.accountPerson})`,
    ),
    index("consents_state_index").on(table.bureauId, table.state, table.requestedAt),
  ],
);

/** Only the SHA-256 of a session's or token's secret is kept. */
export const sessions = pgTable(
  "sessions",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    secretHash: bytea("secret_hash").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`now()`),
    lastSeenAt: instant("last_seen_at")
      .notNull()
      .default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    userAgent: text("user_agent"),
    address: text("address"),
  },
  (table) => [
    keyOf("sessions", table),
    within("sessions_account", table.bureauId, table.accountId, accounts),
    unique("sessions_secret_unique").on(table.bureauId, table.secretHash),
    index("sessions_account_index").on(table.bureauId, table.accountId, table.createdAt),
  ],
);

/**
 * Wrong passwords in a row for an account, or for a name that no account has, by where they came from: a known device, a
 * network, all that are not known, or its own sessions. Those being looked at are counted already.
 */
export const passwordTries = pgTable(
  "password_tries",
  {
    bureauId: uuid("bureau_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    source: text("source").notNull(),
    tries: smallint("tries").notNull().default(0),
    triedAt: instant("tried_at").notNull(),
    lockedUntil: instant("locked_until"),
  },
  (table) => [
    primaryKey({ name: "password_tries_key", columns: [table.bureauId, table.subjectId, table.source] }),
    ofBureau("password_tries_bureau", table.bureauId),
    index("password_tries_age_index").on(table.bureauId, table.triedAt),
  ],
);

/** A browser that has signed in to an account: strangers' wrong passwords do not lock it out. Only the SHA-256 is kept. */
export const knownDevices = pgTable(
  "known_devices",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    secretHash: bytea("secret_hash").notNull(),
    lastUsedAt: instant("last_used_at").notNull(),
  },
  (table) => [
    keyOf("known_devices", table),
    within("known_devices_account", table.bureauId, table.accountId, accounts),
    unique("known_devices_secret_unique").on(table.bureauId, table.accountId, table.secretHash),
  ],
);

export const tokenScopes = ["READ", "WRITE"] as const;

/** A program's key: what its account may, cut down to the scope. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    ...identity,
    accountId: uuid("account_id").notNull(),
    name: text("name").notNull(),
    scope: text("scope", { enum: tokenScopes }).notNull(),
    prefix: text("prefix").notNull(),
    secretHash: bytea("secret_hash").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    keyOf("api_tokens", table),
    within("api_tokens_account", table.bureauId, table.accountId, accounts),
    oneOf("api_tokens_scope", table.scope, tokenScopes),
    unique("api_tokens_secret_unique").on(table.bureauId, table.secretHash),
    check("api_tokens_expiry", sql`${table.expiresAt} <= ${table.createdAt} + interval '366 days'`),
  ],
);

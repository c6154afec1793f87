import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import type { Ground } from "./ground.ts";

/** What an argument's value is to who asks. */
export type Whose = "own" | "neighbour" | "foreign" | "absent";
export const everybodys: Whose[] = ["own", "neighbour", "foreign", "absent"];

/** Where an argument of this name points, by the field's type for a bare `id`; null for a row of any table. */
const tables: Record<string, string | null> = {
  Account: "accounts",
  ApiToken: "api_tokens",
  Absence: "absences",
  Assignment: "assignments",
  AuditEntry: "audit_entries",
  Bureau: "bureaus",
  Consent: "consents",
  Division: "divisions",
  Grid: "grids",
  ImportRun: "import_runs",
  Member: "members",
  RoleGrant: "role_grants",
  Session: "sessions",
  StaffingStandard: "staffing_standards",
  Unit: "units",
  FirstPassword: "accounts",
  ConfirmedConsent: "consents",
  Node: null,
  accountId: "accounts",
  assignmentId: "assignments",
  divisionId: "divisions",
  entityId: null,
  gridId: "grids",
  holderId: "members",
  memberId: "members",
  parentId: "units",
  withinId: "units",
  policeRoomId: "units",
  stationId: "units",
  stationIds: "units",
  substituteId: "members",
  unitId: "units",
};

/** Texts that name a row, and the column where they stand; null for one that names none. */
const columns: Record<string, string | null> = {
  "Query.grid.code": "grids.code",
  "Query.division.code": "divisions.code",
  "Query.member.badge": "members.badge",
  "Query.responsibleFor.gridCode": "grids.code",
  "Query.candidates.search": "members.name",
  "AccountFilter.search": "accounts.name",
  "AuditChainPoint.hash": null,
  "AuditEntryFilter.action": "audit_entries.action",
  "AuditEntryFilter.actor": "audit_entries.actor_name",
  "AuditEntryFilter.entityType": "audit_entries.entity_type",
  "DivisionFilter.parentCode": "divisions.code",
  "DivisionFilter.search": "divisions.name",
  "GridFilter.search": "grid_facts.name",
  "MemberFilter.search": "members.badge",
  "UnitFilter.search": "units.name",
};

/** Rows that are known by the id of another one. */
const owners: Record<string, string> = { grid_facts: "grids" };
const keys: Record<string, string> = { grid_facts: "grid_id" };

export type Values = ReturnType<typeof valuesOf>;

/** Ids and texts of rows of one's own station, of the other station, of the other bureau, and of none. */
export function valuesOf(superuser: Sql, own: Ground, foreign: Ground) {
  const audiences: Record<Whose, readonly string[]> = {
    own: ["s1", "all", "self2", "accounts", "imports", "log"],
    neighbour: ["s2", "p2", "self1"],
    foreign: ["s1", "all", "self1", "accounts", "imports", "log"],
    absent: [],
  };
  const idsOf = (whose: Whose, table: string | null): string[] => {
    if (whose === "absent") return [newId()];
    const rows = (whose === "foreign" ? foreign : own).rows.filter((row) => table === null || row.table === table);
    const fitting =
      audiences[whose]
        .map((audience) => rows.filter((row) => row.audience === audience))
        .find((found) => found.length > 0) ?? [];
    return fitting.map(({ id }) => id);
  };
  return {
    ids(whose: Whose, name: string, typeName: string): string[] {
      const table = tables[name === "id" ? typeName : name];
      if (table === undefined)
        throw new Error(`Say in tests/isolation/support/values.ts where ${name} of ${typeName} points.`);
      return idsOf(whose, table);
    },
    async texts(whose: Whose, place: string): Promise<string[]> {
      const column = columns[place];
      if (column === undefined) throw new Error(`Say in tests/isolation/support/values.ts what ${place} names.`);
      if (whose === "absent") return [column === "divisions.code" ? "999999999999" : "no such text"];
      if (column === null) return [];
      const [table, name] = column.split(".") as [string, string];
      const [id] = idsOf(whose, owners[table] ?? table);
      const found =
        await superuser`select ${superuser(name)} as text from ${superuser(table)} where ${superuser(keys[table] ?? "id")} = ${id ?? null}`;
      return found.map(({ text }) => String(text));
    },
  };
}

import { getNamedType, type GraphQLField, type GraphQLObjectType, isObjectType } from "graphql";
import { expect, it } from "vitest";
import { type Fragment, join } from "@maple-bridge/server/kernel/read/fragment";
import { type CallerShape, type Reading, readingOf } from "@maple-bridge/server/kernel/read/reading";
import { fromOf, sourceOf } from "@maple-bridge/server/kernel/read/compilation";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";

const schema = schemaOf(modules);
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
);

/** Of an account that has no role anywhere: whatever it sees, everyone of the bureau sees. */
const nobody: CallerShape = { key: "", reach: () => "none", mayWrite: false };
const reading: Reading = readingOf(nobody, {}, 0);
const textOf = ({ parts }: Fragment) => parts.map((part) => (typeof part === "string" ? part : "$")).join("");

/** Types whose rows everyone of the bureau may see, and why. */
const everybodys: Record<string, string> = {
  Bureau: "its code and name stand in every sign-in name",
  Division: "public statistical codes",
  DutyHolders: "what the standards are about",
  SessionPolicy: "how long everyone's session lasts",
  StaffingStandard: "how many holders a kind of grid asks for",
};

/** Types that have no sight of their own, because only the fields named lead to them, from a row in sight or narrowed by themselves. */
const through: Record<string, string[]> = {
  BureauCoverage: ["Bureau.coverage"],
  ColumnMapping: ["ImportRun.mapping"],
  CoverageGroup: ["Query.coverage"],
  CurrentAbsence: ["Member.currentAbsence"],
  GridCoverage: ["Grid.coverage"],
  GridFacts: ["Grid.facts"],
  HistoryEntry: ["history"],
  ImportError: ["ImportErrorConnection.nodes", "ImportErrorEdge.node"],
  ImportField: ["ImportRun.fields"],
  ImportCreation: ["ImportRun.creations"],
  ImportName: ["ImportOptions.names"],
  ImportNote: ["ImportRun.notes"],
  ImportPreviewRow: ["ImportRun.preview"],
  ImportSheet: ["ImportRun.sheets"],
  MemberLoad: ["Member.load"],
  MemberUnit: ["Member.units"],
  Seat: ["Grid.seats", "Query.responsibleFor"],
  ServiceBreak: ["Member.serviceBreaks"],
  UnitCoverage: ["Unit.coverage"],
};

it("is declared for every type that is read from rows; what everyone sees has a reason", () => {
  const open = types.filter((type) => {
    const from = fromOf(type);
    return from && textOf(from.visible("t", reading)) === "true";
  });
  expect(open.map(({ name }) => name).sort()).toEqual([...Object.keys(everybodys), ...Object.keys(through)].sort());
});

it("is had from above where a type has none of its own: no other field leads to it", () => {
  for (const [name, ways] of Object.entries(through)) {
    const leading = types
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => getNamedType(field.type).name === name)
      .map(({ type, field }) => (ways.includes(field.name) ? field.name : `${type.name}.${field.name}`));
    expect([name, [...new Set(leading)].sort()]).toEqual([name, [...ways].sort()]);
    expect([name, schema.getType(name)!.extensions]).toEqual([
      name,
      expect.not.objectContaining({ interfaces: ["Node"] }),
    ]);
  }
});

/** Fields whose SQL looks at rows of another table than their own, past the sight of the type that those rows have; and why. */
const looksElsewhere: Record<string, string> = {
  "Absence.reason: accounts": "the caller's own, for one's own absences",
  "Absence.reason: member_units": "whether the caller records absences there",
  "Absence.reason: members": "whether the caller records absences there",
  "Account.lastSignInAt: sessions": "the account's own",
  "Account.lockedUntil: password_tries": "the account's own",
  "Account.signInName: bureaus": "everyone's",
  "Consent.unitName: units": "what the role is to be over, to whom the consent is shown",
  ...Object.fromEntries(
    ["before", "after"].flatMap((field) =>
      ["accounts", "assignments", "grid_facts", "member_units", "members"].map((table) => [
        `HistoryEntry.${field}: ${table}`,
        "whether what the deed names is in sight",
      ]),
    ),
  ),
  "HistoryEntry.reason: accounts": "the caller's own, for one's own absences",
  "HistoryEntry.reason: member_units": "whether the caller records absences there",
  "HistoryEntry.reason: members": "whether the caller records absences there",
  "ImportRun.accountName: accounts": "shown to administrators of the whole bureau, who see all accounts",
  "Member.phone: accounts": "the caller's own, for one's own number",
  "Member.phone: assignments": "whether the member holds a seat in reach",
  "Member.phone: grid_facts": "whether the member holds a seat in reach",
  "Member.phone: member_units": "whether the member is of a unit in reach",
  "Member.status: absences": "whether there is one, of a member in sight",
  "Member.status: service_breaks": "whether there is one, of a member in sight",
  "RoleGrant.isBureauWide: units": "what the role is over, to whom the grant is shown",
  "RoleGrant.unitName: units": "what the role is over, to whom the grant is shown",
  "Session.idleAt: bureaus": "everyone's",
  "Session.isLive: bureaus": "everyone's",
  "Unit.hasBranches: below": "the units of the next line",
  "Unit.hasBranches: units": "whether there are some below, in reach",
  "Unit.unitCount: units": "how many are right below, in reach",
  "Viewer.name: bureaus": "everyone's",
};

it("is gone round by no field that looks at other rows than its own without a reason", () => {
  const found = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      tablesOf(field).map((table) => `${type.name}.${field.name}: ${table}`),
    ),
  );
  expect(found.sort()).toEqual(Object.keys(looksElsewhere).sort());
});

function tablesOf(field: GraphQLField<unknown, unknown>): string[] {
  const source = sourceOf(field);
  if (source?.kind !== "sql") return [];
  const text = textOf(join([source.build("t", reading)], ""));
  return [...new Set([...text.matchAll(/\b(?:from|join) (?!lateral )([a-z_]+) /g)].map(([, table]) => table!))].sort();
}

/** Root queries that the compiler does not read, and what holds them. */
const uncompiled: Record<string, string> = {};

it("is the compiler's business in every root field", () => {
  const roots = Object.values(schema.getQueryType()!.getFields());
  expect(roots.filter((field) => !sourceOf(field)).map(({ name }) => name)).toEqual(Object.keys(uncompiled));
});

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

it("is declared for every type that is read from rows; what everyone sees says why", () => {
  const read = types.filter((type) => fromOf(type));
  const isOpen = (type: GraphQLObjectType) => textOf(fromOf(type)!.visible("t", reading)) === "true";
  const saysWhy = (type: GraphQLObjectType) => Boolean(fromOf(type)!.open?.because ?? fromOf(type)!.open?.ways?.length);
  expect(read.filter(isOpen).length).toBeGreaterThan(20);
  expect(namesOf(read.filter(isOpen))).toEqual(namesOf(read.filter(saysWhy)));
});

it("is had from above where a type has none of its own: no other field leads to it", () => {
  for (const type of types) {
    const ways = fromOf(type)?.open?.ways;
    if (!ways) continue;
    const leading = types
      .flatMap((above) => Object.values(above.getFields()).map((field) => ({ above, field })))
      .filter(({ field }) => getNamedType(field.type) === type)
      .map(({ above, field }) => (ways.includes(field.name) ? field.name : `${above.name}.${field.name}`));
    expect([type.name, [...new Set(leading)].sort()]).toEqual([type.name, [...ways].sort()]);
    expect([type.name, type.extensions]).toEqual([type.name, expect.not.objectContaining({ interfaces: ["Node"] })]);
  }
});

const namesOf = (some: readonly GraphQLObjectType[]) => some.map(({ name }) => name);

/** Fields whose SQL looks at rows of another table than their own, past the sight of the type that those rows have; and why. */
const looksElsewhere: Record<string, string> = {
  "AuditEntry.oddities: audit_entries": "how many there are of its request, to whom the log is shown as a whole",
  "Absence.reason: accounts": "the caller's own, for one's own absences",
  "Absence.reason: member_units": "whether the caller records absences there",
  "Absence.reason: members": "whether the caller records absences there",
  "Account.lastSignInAt: sessions": "the account's own",
  "Account.lockedUntil: password_tries": "the account's own",
  "Account.signInName: bureaus": "everyone's",
  "Consent.unitName: units": "what the role is to be over, to whom the consent is shown",
  "ChecklistTemplate.isBegunByHand: checklist_versions": "the checklist's own versions, which everyone sees",
  "EvidenceFile.isSupplement: work_events": "when the photo's own item was handed in, with which it is in sight",
  "EvidenceFile.viewerMay: work_items": "the photo's own item, with which it is in sight",
  ...Object.fromEntries(
    ["before", "after"].flatMap((field) =>
      ["accounts", "assignments", "grid_facts", "member_units", "members"].map((table) => [
        `HistoryEntry.${field}: ${table}`,
        "whether what the deed names is in sight",
      ]),
    ),
  ),
  "HandoverItem.number: work_items": "the item that is handed over, to whom the handover is shown",
  "HandoverItem.title: work_items": "the item that is handed over, to whom the handover is shown",
  "HistoryEntry.reason: accounts": "the caller's own, for one's own absences",
  "HistoryEntry.reason: member_units": "whether the caller records absences there",
  "HistoryEntry.reason: members": "whether the caller records absences there",
  "ImportRun.accountName: accounts": "shown to administrators of the whole bureau, who see all accounts",
  ...Object.fromEntries(
    ["assignments", "divisions", "grid_facts", "grids"].map((table) => [
      `Member.holdsBeside: ${table}`,
      "whether the member in sight holds one of its neighbours, and not which",
    ]),
  ),
  "Member.phone: accounts": "the caller's own, for one's own number",
  "Member.phone: assignments": "whether the member holds a seat in reach",
  "Member.phone: grid_facts": "whether the member holds a seat in reach",
  "Member.phone: member_units": "whether the member is of a unit in reach",
  "Member.status: absences": "whether there is one, of a member in sight",
  "Member.status: service_breaks": "whether there is one, of a member in sight",
  "Recheck.checkedAt: recheck_results": "its own, with which they are in sight",
  "Recheck.outcome: recheck_results": "its own, with which they are in sight",
  ...Object.fromEntries(
    ["WeekCell", "WeekLists", "WeekReview"].flatMap((type) =>
      ["recheck_results", "rechecks"].map((table) => [
        `${type}.recheckFailed: ${table}`,
        "how many of the week's work, at a station with which they are in sight",
      ]),
    ),
  ),
  "RoleGrant.isBureauWide: units": "what the role is over, to whom the grant is shown",
  "RoleGrant.unitName: units": "what the role is over, to whom the grant is shown",
  "Session.idleAt: bureaus": "everyone's",
  "Session.isLive: bureaus": "everyone's",
  "Unit.hasBranches: below": "the units of the next line",
  "Unit.hasBranches: units": "whether there are some below, in reach",
  "Unit.rechecksPerMonth: recheck_quotas": "the station's own and the bureau's, with which they are in sight",
  "Unit.unitCount: units": "how many are right below, in reach",
  "Viewer.name: bureaus": "everyone's",
  "WeekCell.daysAway: absences": "on how many days, of a member's week in sight; not why",
  "WeekLine.isUnread: review_looks": "the caller's own",
  "WeekLists.daysAway: absences": "on how many days, of a member's week in sight; not why",
  "WeekLists.lookedAt: review_looks": "the caller's own",
  ...Object.fromEntries(
    ["accounts", "role_grants", "units"].map((table) => [
      `WeekLists.signHindrance: ${table}`,
      "whether the week is a chief's, of a week in sight; not by which account",
    ]),
  ),
  ...Object.fromEntries(
    [
      ...["assignments", "checklist_versions", "evidence_files", "grid_facts", "members"],
      ...["review_lines", "work_clock_moves", "work_clocks", "work_events", "work_items", "work_pasts"],
    ].map((table) => [
      `WeekLists.signHindrance: ${table}`,
      "whether one of the week's own lines waits, with which it is in sight; not which",
    ]),
  ),
  "WeekLists.signHindrance: week_reviews": "whether the week itself is signed",
  "WeekReview.isCurrent: week_reviews": "whether there is a later one of the same week, with which it is in sight",
  "WorkClock.unannouncedYears: calendar_revisions": "the calendar that the due time was worked out by: everyone's",
  ...Object.fromEntries(
    ["absences", "assignments", "chain", "duty_holders", "members", "service_breaks"].map((table) => [
      `WorkItem.isVacant: ${table}`,
      "whether anybody answers for the item, of an item in sight; not who",
    ]),
  ),
  "Viewer.sessionSecondsAtMost: sessions": "the one that the caller came with",
  "Viewer.sessionSecondsLeft: bureaus": "everyone's",
  "Viewer.sessionSecondsLeft: sessions": "the one that the caller came with",
  "WorkItem.opensAgainAt: calendar_days": "the calendar in force: everyone's",
  "WorkItem.opensAgainAt: calendar_revisions": "the calendar in force: everyone's",
  "WorkItem.opensAgainAt: calendar_shifts": "the calendar in force: everyone's",
  "WorkItem.opensAgainAt: days": "of the calendar in force, in the same statement",
  "WorkItem.opensAgainAt: revision": "the calendar in force, in the same statement",
  "WorkItem.opensAgainAt: work_clocks": "the item's own",
  "WorkItem.silentWorkingDays: calendar_days": "the calendar in force: everyone's",
  "WorkItem.silentWorkingDays: calendar_revisions": "the calendar in force: everyone's",
  "WorkItem.undecided: work_requests": "the item's own",
  "WorkItem.workingDaysLeft: calendar_days": "the calendar in force: everyone's",
  "WorkItem.workingDaysLeft: calendar_revisions": "the calendar in force: everyone's",
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
  // Whatever may be asked of the field is: what it looks at only then is looked at too.
  const asked = readingOf(nobody, Object.fromEntries(field.args.map(({ name }) => [name, "asked"])), 0);
  const text = textOf(join([source.build("t", asked)], ""));
  return [...new Set([...text.matchAll(/\b(?:from|join) (?!lateral )([a-z_]+) /g)].map(([, table]) => table!))].sort();
}

/** Root queries that the compiler does not read, and what holds them. */
const uncompiled: Record<string, string> = {
  checklistPreview:
    "days follow from a rule that no SQL expands; held to the policy of those who draw checklists up, and names to those of members in sight",
};

it("is the compiler's business in every root field", () => {
  const roots = Object.values(schema.getQueryType()!.getFields());
  expect(roots.filter((field) => !sourceOf(field)).map(({ name }) => name)).toEqual(Object.keys(uncompiled));
});

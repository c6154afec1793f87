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
  CalendarRevision: "calendar_revisions",
  CaseAnswer: "case_answers",
  ChainCheck: "audit_chain_checks",
  ChecklistTemplate: "checklist_templates",
  ChecklistVersion: "checklist_versions",
  CommunityFeedback: "community_feedbacks",
  Consent: "consents",
  DeadlineRule: "deadline_rules",
  Disposition: "dispositions",
  Division: "divisions",
  DutyCatalogueCopy: "duty_catalogue_copies",
  DutyLine: "duty_lines",
  EvidenceFile: "evidence_files",
  Grid: "grids",
  Handover: "handovers",
  ImportRun: "import_runs",
  LinkageResponse: "linkage_responses",
  ListExport: "list_exports",
  ListPreference: "list_preferences",
  ListScheme: "list_schemes",
  ListView: "list_views",
  Matter: "matters",
  MatterCategory: "matter_categories",
  Member: "members",
  Recheck: "rechecks",
  RecheckDraw: "recheck_draws",
  RecheckQuota: "recheck_quotas",
  Rectification: "rectifications",
  RoleGrant: "role_grants",
  RunReport: "run_reports",
  SceneReport: "scene_reports",
  SealedContact: "sealed_contacts",
  Session: "sessions",
  StaffingStandard: "staffing_standards",
  TaskResult: "task_results",
  Unit: "units",
  WeekReview: "week_reviews",
  WorkEvent: "work_events",
  FirstPassword: "accounts",
  ConfirmedConsent: "consents",
  OpenedContact: "sealed_contacts",
  OpenedPhone: "members",
  Node: null,
  RowAnswer: null,
  WorkItem: "work_items",
  StepAnswer: "work_items",
  batchId: "work_items",
  checkerId: "members",
  doneById: "members",
  candidateOf: "recheck_draws",
  checkerOf: "recheck_draws",
  drawId: "recheck_draws",
  foundBy: "run_answers",
  workItemId: "work_items",
  accountId: "accounts",
  assignmentId: "assignments",
  categoryId: "matter_categories",
  divisionId: "divisions",
  entityId: null,
  firstReceiverId: "members",
  receiverId: "members",
  fromId: "matters",
  gridId: "grids",
  gridIds: "grids",
  intoId: "matters",
  itemId: "work_items",
  holderId: "members",
  giverId: "members",
  takerId: "members",
  ids: "assignments",
  itemIds: "work_items",
  matterId: "matters",
  memberId: "members",
  modelId: "units",
  parentId: "units",
  photoId: "evidence_files",
  templateId: "checklist_templates",
  withinId: "units",
  policeRoomId: "units",
  stationId: "units",
  stationIds: "units",
  substituteId: "members",
  unitId: "units",
  defaultViewId: "list_views",
};

/** Texts that name a row, and the column where they stand; null for one that names none. */
const columns: Record<string, string | null> = {
  "Query.grid.code": "grids.code",
  "Query.division.code": "divisions.code",
  "Query.member.badge": "members.badge",
  "Query.dutyLineRevisions.code": "duty_lines.code",
  "Query.responsibleFor.gridCode": "grids.code",
  "Query.candidates.search": "members.name",
  "AccountFilter.search": "accounts.name",
  "AnnounceEvidenceInput.sentDigests": "evidence_files.sent_digest",
  "AuditChainPoint.hash": null,
  "AuditEntryFilter.action": "audit_entries.action",
  "AuditEntryFilter.actor": "audit_entries.actor_name",
  "AuditEntryFilter.entityType": "audit_entries.entity_type",
  "ChainCheckFilter.actor": "audit_chain_checks.actor_name",
  "ChecklistPreviewInput.note": null,
  "ChecklistPreviewInput.recurrence": null,
  "ChecklistItemInput.choices": null,
  "ChecklistItemInput.code": null,
  "ChecklistItemInput.failingChoices": null,
  "ChecklistItemInput.hazardCategory": "matter_categories.code",
  "MatterFilter.categoryCodes": "matter_categories.code",
  "ChecklistItemInput.wording": null,
  "ChecklistRunFilter.search": "work_items.title",
  "ChecklistTemplateFilter.search": "checklist_templates.name",
  "DivisionFilter.parentCode": "divisions.code",
  "DivisionFilter.search": "divisions.name",
  "GridFilter.search": "grid_facts.name",
  "GridFilter.townshipCode": "divisions.code",
  "ListViewFilter.page": "list_views.page",
  "ListPreferenceFilter.page": "list_preferences.page",
  "CommentOnLineInput.key": null,
  "LineInput.key": null,
  "MatterFilter.search": "matters.title",
  "Query.matter.number": "matters.number",
  "MemberFilter.search": "members.badge",
  "RecheckFilter.search": "work_items.title",
  "UnitFilter.search": "units.name",
  "WorkItemFilter.search": "work_items.title",
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

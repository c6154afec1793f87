import "./checklist.messages.ts";
import "./on-grids.ts";
import "./open-matters.ts";
import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { bureauPolicies } from "#modules/organisation";
import { cancelRuns } from "./cancel-runs.ts";
import { mayManageChecklists } from "./checklist.policy.ts";
import { ChecklistLists, ChecklistMutations, ChecklistOnItem, ChecklistResolver } from "./checklist.resolver.ts";
import { ChecklistVersion } from "./checklist.types.ts";
import { makeRuns } from "./make-runs.ts";
import { RunReport } from "./run-report.types.ts";

everydayActions("checklist.beginRun", "checklist.makeRuns");
defineConstraint("checklist_templates_code_unique", { path: ["input", "code"], code: "CHECKLIST_DRAFT_MEANWHILE" });
defineConstraint("checklist_versions_one_draft", { path: ["input", "id"], code: "CHECKLIST_DRAFT_MEANWHILE" });
defineConstraint("checklist_versions_published_stays", { path: ["input", "id"], code: "CHECKLIST_PUBLISHED" });
bureauPolicies.add(() => ({ ...mayManageChecklists, policy: mayManageChecklists, over: "anywhere" }));
bureauPolicies.add(() => ({ action: "MANAGE_BUREAU_CHECKLISTS", policy: mayManageChecklists }));

export const checklists: Module = {
  name: "checklists",
  resolvers: [ChecklistLists, ChecklistResolver, ChecklistMutations, ChecklistOnItem],
  types: [ChecklistVersion, RunReport],
  jobs: [makeRuns, cancelRuns],
  texts: {
    code: ["recurrence", "hazardCategory"],
    line: ["wording", "choices", "failingChoices", "choice", "about", "found"],
    prose: ["told", "wrong"],
  },
};
export { bringChecklistsIn, type BroughtChecklist } from "./bring-in.ts";
export { presetChecklist } from "./presets.ts";
export { occurrences } from "./recurrence.ts";
export { RunReportInput } from "./checklist.inputs.ts";
export { reportRun } from "./report-run.ts";
export { RunReport } from "./run-report.types.ts";

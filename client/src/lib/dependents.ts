import { everything } from "./changes.ts";

/** What a step of work may change on a screen. */
const ofWork = [
  "workItems",
  "workItem",
  "myWork",
  "myDay",
  "checklistRuns",
  "threeLists",
  "weekMatrix",
  "matter",
  "matters",
  "rechecks",
  "handovers",
  "workToHandOver",
  "recomputations",
  "explainDeadline",
  "node",
  "auditEntries",
];

/** Root fields that a change of these types leaves as they are; a change of any other type may touch every field. */
const onlyTouches: Record<string, readonly string[]> = {
  Session: ["sessions", "auditEntries"],
  ApiToken: ["apiTokens", "auditEntries"],
  Account: ["viewer", "accounts", "account", "sessions", "auditEntries"],
  RoleGrant: [everything],
  WorkItem: ofWork,
  ChainCheck: ["chainChecks", "auditEntries"],
  ListView: ["listViews", "listPreferences", "auditEntries"],
  ListPreference: ["listPreferences", "auditEntries"],
  ListExport: ["listExports", "auditEntries"],
  ImportRun: ["import", "imports", "auditEntries"],
};

const staysUnlessNamed = new Set(["viewer", "sessions", "apiTokens"]);

/** Whether what is cached of this root field may be out of date once these types have changed. */
export function isTouched(field: string, types: readonly string[]) {
  return types.some((type) => {
    const touched = type === everything ? [everything] : onlyTouches[type];
    if (!touched) return !staysUnlessNamed.has(field);
    return touched.includes(everything) || touched.includes(field);
  });
}

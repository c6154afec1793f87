import "./recheck.messages.ts";
import "./on-work.ts";
import { defineConstraint } from "#kernel/database/refusals";
import { sql } from "#kernel/read";
import type { Module } from "#kernel/schema";
import { bureauPolicies, unitPolicies } from "#modules/organisation";
import { drawMonth } from "./draw-month.ts";
import { RechecksOnItem, RechecksOnUnit } from "./on-earlier.resolver.ts";
import { RecheckQuota } from "./quota.types.ts";
import { mayDrawRechecks, maySetRecheckQuotas } from "./recheck.policy.ts";
import { RecheckLists, RecheckMutations } from "./recheck.resolver.ts";
import { RecheckDraw } from "./recheck.types.ts";

defineConstraint("recheck_draws_unique", { path: ["input", "month"], code: "RECHECK_MEANWHILE" });
defineConstraint("rechecks_once", { path: ["input", "month"], code: "RECHECK_MEANWHILE" });
defineConstraint("recheck_results_revision_unique", { path: ["input", "id"], code: "RECHECK_RESULT_MEANWHILE" });
bureauPolicies.add(() => maySetRecheckQuotas);
bureauPolicies.add(() => ({ ...mayDrawRechecks, policy: mayDrawRechecks, over: "anywhere" }));
unitPolicies.add(() => ({
  action: mayDrawRechecks.action,
  policy: mayDrawRechecks,
  over: ({ id }) => id,
  when: ({ kind }) => sql`${kind} = 'STATION'`,
}));

export const rechecks: Module = {
  name: "rechecks",
  resolvers: [RecheckLists, RecheckMutations, RechecksOnItem, RechecksOnUnit],
  types: [RecheckDraw, RecheckQuota],
  jobs: [drawMonth],
};
export { checkersOf, digestOf, drawFrom, type DrawnItem, poolIn, textOf } from "./drawing.ts";
export { failedRechecks } from "./recheck.rows.ts";
export { Recheck } from "./recheck.types.ts";

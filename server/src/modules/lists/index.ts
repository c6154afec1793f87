import "./lists.messages.ts";
import { defineConstraint } from "#kernel/database/refusals";
import { sql } from "#kernel/read";
import type { Module } from "#kernel/schema";
import { bureauPolicies, unitPolicies } from "#modules/organisation";
import { mayManageListSchemes, mayReviewWeeks } from "./lists.policy.ts";
import { ListsMutations, ListsResolver, ReviewLists, ReviewMutations } from "./lists.resolver.ts";

const schemeMeanwhile = { path: ["input", "stationId"], code: "LIST_SCHEME_MEANWHILE" };
const weekMeanwhile = { path: ["input", "week"], code: "WEEK_MEANWHILE" };
defineConstraint("list_schemes_one_in_force", schemeMeanwhile);
defineConstraint("list_schemes_revision_unique", schemeMeanwhile);
defineConstraint("week_reviews_one_open", weekMeanwhile);
defineConstraint("week_reviews_revision_unique", weekMeanwhile);
bureauPolicies.add(() => mayManageListSchemes);
unitPolicies.add(() => ({
  action: mayManageListSchemes.action,
  policy: mayManageListSchemes,
  over: ({ id }) => id,
  when: ({ kind }) => sql`${kind} = 'STATION'`,
}));
unitPolicies.add(() => ({
  action: mayReviewWeeks.action,
  policy: mayReviewWeeks,
  over: ({ id }) => id,
  when: ({ kind }) => sql`${kind} = 'STATION'`,
}));

export const lists: Module = {
  name: "lists",
  resolvers: [ReviewLists, ListsResolver, ListsMutations, ReviewMutations],
  texts: { verbatim: ["key"], line: ["title"], prose: ["text"] },
};
export { countsOf } from "./counts.rules.ts";
export { presetSchemes } from "./scheme-presets.ts";
export { signTold } from "./sign-told.ts";

import "./lists.messages.ts";
import "./on-assignments.ts";
import "./on-work.store.ts";
import "./week-paper.messages.ts";
import { defineConstraint } from "#kernel/database/refusals";
import { sql } from "#kernel/read";
import type { Module } from "#kernel/schema";
import { bureauPolicies, unitPolicies } from "#modules/organisation";
import { standsInForAChief, standsInForChief } from "#modules/work";
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
bureauPolicies.add(() => ({
  ...mayReviewWeeks,
  policy: mayReviewWeeks,
  over: "anywhere",
  besides: (_bureau, reading) => standsInForAChief(reading),
}));
unitPolicies.add(() => ({
  action: mayReviewWeeks.action,
  policy: mayReviewWeeks,
  over: ({ id }) => id,
  besides: ({ id }, reading) => standsInForChief(id, reading),
  when: ({ kind }) => sql`${kind} = 'STATION'`,
}));

export const lists: Module = {
  name: "lists",
  resolvers: [ReviewLists, ListsResolver, ListsMutations, ReviewMutations],
  texts: { verbatim: ["key"], line: ["title"], prose: ["text"] },
};
export { countsOf } from "./counts.rules.ts";
export { type Exported, exportWeek, type ExportWeekInput } from "./export-week.ts";
export type { LineAnswer, RevisionAnswer, WeekAnswer } from "./week-answer.ts";
export type { PaperPicture } from "./week-paper.ts";
export { presetSchemes } from "./scheme-presets.ts";
export { signTold } from "./sign-told.ts";
export { weekFile } from "./week-file.ts";
export { paperOf } from "./week-paper.rules.ts";
export { weekPaper } from "./week-papers.ts";

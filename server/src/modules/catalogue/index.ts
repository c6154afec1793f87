import "./catalogue.messages.ts";
import { defineConstraint } from "#kernel/database/refusals";
import { sql } from "#kernel/read";
import type { Module } from "#kernel/schema";
import { bureauPolicies, unitPolicies } from "#modules/organisation";
import { mayManageDutyLines } from "./catalogue.policy.ts";
import { CatalogueMutations, CatalogueResolver } from "./catalogue.resolver.ts";
import { CatalogueOnMember, CatalogueOnUnit } from "./on-earlier.resolver.ts";

const meanwhile = { path: ["input", "code"], code: "DUTY_LINE_MEANWHILE" };
defineConstraint("duty_lines_one_in_force", meanwhile);
defineConstraint("duty_lines_revision_unique", meanwhile);
bureauPolicies.add(() => mayManageDutyLines);
bureauPolicies.add(() => ({ action: "SET_DUTY_LINE", policy: mayManageDutyLines, over: "anywhere" }));
unitPolicies.add(() => ({
  action: mayManageDutyLines.action,
  policy: mayManageDutyLines,
  over: ({ id }) => id,
  when: ({ kind }) => sql`${kind} = 'STATION'`,
}));

export const catalogue: Module = {
  name: "catalogue",
  resolvers: [CatalogueResolver, CatalogueMutations, CatalogueOnUnit, CatalogueOnMember],
  texts: { prose: ["text"] },
};
export { bringLinesIn, takeLinesBack } from "./bring-in.ts";
export type { LineDraft as DutyLineDraft } from "./line.rules.ts";
export { SixRole } from "./catalogue.enums.ts";
export { DutyLine } from "./duty-line.types.ts";
export { carriedIn, carriedLines } from "./carried.rows.ts";
export { linesOf } from "./duty-presets.ts";

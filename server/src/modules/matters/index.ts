import "./matter.messages.ts";
import "./on-work.ts";
import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { bureauPolicies } from "#modules/organisation";
import { eraseContacts } from "./erase-contacts.ts";
import { mayManageMatterCategories, mayRegisterMatters } from "./matter.policy.ts";
import { MatterLists, MatterMutations, MatterResolver } from "./matter.resolver.ts";
import { MatterOnWork } from "./on-work.resolver.ts";
import { OpenedContactResolver } from "./opened-contact.resolver.ts";
import { SealedContact } from "./sealed-contact.types.ts";

everydayActions("matter.");
defineConstraint("matter_categories_one_in_force", { path: ["input", "code"], code: "MATTER_CATEGORY_MEANWHILE" });
defineConstraint("matter_categories_code_written", { path: ["input", "code"], code: "MATTER_CATEGORY_CODE" });
defineConstraint("sealed_contacts_role_unique", { path: ["input", "role"], code: "MATTER_ROLE_TWICE" });
bureauPolicies.add(() => mayManageMatterCategories);
bureauPolicies.add(() => ({ ...mayRegisterMatters, policy: mayRegisterMatters, over: "anywhere" }));

export const matters: Module = {
  name: "matters",
  resolvers: [MatterLists, MatterResolver, MatterMutations, MatterOnWork, OpenedContactResolver],
  types: [SealedContact],
  jobs: [eraseContacts],
  texts: {
    name: ["intakeClass"],
    code: ["categoryCodes"],
    line: ["number", "address", "contact"],
    prose: ["description", "settled", "outcomeNote"],
  },
};
export { bringCategoriesIn, bringMattersIn, type BroughtCategory, type BroughtMatter } from "./bring-in.store.ts";
export { presetCategories } from "./category-presets.ts";
export { MatterKind } from "./matter.enums.ts";
export { matterConditions } from "./matter-filter.types.ts";
export { categoryFor } from "./matter-category.store.ts";
export { Matter } from "./matter.types.ts";
export { lockMatter, type MatterRow, nextItemNumbers } from "./matter.store.ts";
export { seal, unseal } from "./seal.ts";
export { recordMatter } from "./record-matter.ts";

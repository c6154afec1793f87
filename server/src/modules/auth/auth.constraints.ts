import { defineConstraint } from "#kernel/database/refusals";

defineConstraint("accounts_name_unique", { path: ["input", "name"], code: "ACCOUNT_NAME_TAKEN" });
defineConstraint("role_grants_administrator_is_no_auditor", {
  path: ["input", "role"],
  code: "ADMINISTRATOR_AND_AUDITOR",
});
defineConstraint("role_grants_unique", { path: ["input", "role"], code: "ROLE_HELD_ALREADY" });

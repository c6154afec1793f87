import { defineConstraint } from "#kernel/database/refusals";

defineConstraint("accounts_name_unique", { path: ["input", "name"], code: "ACCOUNT_NAME_TAKEN" });
defineConstraint("role_grants_administrator_is_no_auditor", {
  path: ["input", "role"],
  code: "ADMINISTRATOR_AND_AUDITOR",
});
defineConstraint("role_grants_unique", { path: ["input", "role"], code: "ROLE_HELD_ALREADY" });
defineConstraint("accounts_holder_kept", { path: ["input", "memberId"], code: "MEMBER_KEPT_BY_ROLE" });
defineConstraint("consents_pending_once", { path: ["input", "accountId"], code: "CONSENT_ASKED_ALREADY" });
defineConstraint("consents_decided_once", { path: ["input", "id"], code: "CONSENT_DECIDED" });
defineConstraint("consents_by_another", { path: ["input", "id"], code: "CONSENT_BY_ANOTHER" });

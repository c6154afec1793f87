import { addAccount, type Draft, type Unit } from "./draft.ts";

/** An administrator, a dispatcher and an auditor of the bureau, and a chief for each station, named by its pinyin. */
export function addAccounts(draft: Draft, chiefs: Record<string, Unit>): void {
  addAccount(draft, "admin", "BUREAU_ADMINISTRATOR", draft.root);
  for (const [station, unit] of Object.entries(chiefs)) addAccount(draft, `chief-${station}`, "STATION_CHIEF", unit);
  addAccount(draft, "dispatcher", "DISPATCHER", draft.root);
  addAccount(draft, "auditor", "AUDITOR", draft.root);
}

import type { Draft } from "../draft.ts";
import { stationOver } from "../past/changes.ts";
import { addMemberAccount, couldActAll } from "./crew.ts";

/** All auxiliaries who were there all the while have accounts: they hand in what they found on their visits. */
export function addVisitors(draft: Draft): void {
  for (const member of draft.members.filter((each) => each.kind === "AUXILIARY" && couldActAll(draft, each)))
    addMemberAccount(draft, member, { unit: stationOver(draft, member.unitId) });
}

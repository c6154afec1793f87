import type { Transaction } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import type { UnitRow } from "#modules/organisation";
import { memberWithBadge } from "./member.store.ts";

export async function badgeFaults(tx: Transaction, badge: string): Promise<FieldFault[]> {
  const namesake = await memberWithBadge(tx, badge);
  return namesake
    ? [{ path: ["input", "badge"], code: "MEMBER_BADGE_TAKEN", params: { badge, member: namesake.name } }]
    : [];
}

export const closedUnitFault = ({ name, closedOn }: UnitRow, path: FieldFault["path"]): FieldFault => ({
  path,
  code: "UNIT_CLOSED",
  params: { unit: name, closedOn: closedOn! },
});

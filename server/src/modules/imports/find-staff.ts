import { asCode, keyOfName } from "#kernel/written";
import { groupBy } from "./group-by.ts";
import type { GroundStaff } from "./ledger-ground.ts";

export type FoundStaff = { member: GroundStaff } | { code: "ROW_UNKNOWN_MEMBER" | "ROW_MEMBER_AMBIGUOUS" };

const separators = /[、,，;；/／|\n]|\s{2,}/;

/** Finds who is on the strength, by badge, or by a name that is one member's within the station. Of several in a cell it is the first. */
export function staffFinder(
  staff: readonly GroundStaff[],
  stationOf: (unitId: string) => string | undefined,
  today: string,
) {
  const there = staff.filter(({ leftOn }) => leftOn === null || leftOn > today);
  const byBadge = new Map(there.map((member) => [asCode(member.badge), member]));
  const byName = groupBy(there, ({ name }) => keyOfName(name));

  return (text: string, stationId: string | undefined): FoundStaff => {
    const [first = ""] = text.split(separators);
    const [, name = first, badge = ""] = /^(.*?)[（(]\s*([^）)]+?)\s*[）)]$/.exec(first.trim()) ?? [];
    const badged = byBadge.get(asCode(badge)) ?? byBadge.get(asCode(first));
    if (badged) return { member: badged };
    const named = byName.get(keyOfName(name)) ?? [];
    const own = named.filter(({ unitId }) => stationId === undefined || stationOf(unitId) === stationId);
    if (own.length > 1) return { code: "ROW_MEMBER_AMBIGUOUS" };
    return own[0] ? { member: own[0] } : { code: "ROW_UNKNOWN_MEMBER" };
  };
}

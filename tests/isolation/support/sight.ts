import type { Role } from "@maple-bridge/server/kernel/actor";
import type { Canary } from "./canaries.ts";
import type { Caller } from "./callers.ts";

const overseers = new Set<Role>(["BUREAU_ADMINISTRATOR", "AUDITOR"]);
const callers = new Set<Role>(["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER"]);
const managers = new Set<Role>(["BUREAU_ADMINISTRATOR", "STATION_CHIEF"]);

/**
 * Who may know what, told anew from the rules in words and not from the code: of another bureau nothing, of one's own what
 * lies in reach, and of that what the role may see.
 */
export function mayKnow(caller: Caller, { bureau, audience }: Canary): boolean {
  if (!caller.role || caller.bureau !== bureau) return false;
  const { role, place, number } = caller;
  const [, restriction = "", rest = audience] = /^(call|manage|self|own)(.+)$/.exec(audience) ?? [];
  const oversees = place === "bureau" && overseers.has(role);
  switch (restriction || audience) {
    case "call":
      return callers.has(role) && reaches(place, rest);
    case "manage":
      return managers.has(role) && reaches(place, rest);
    case "own":
      return Number.parseInt(rest, 10) === number || (callers.has(role) && reaches(place, rest.slice(-2)));
    case "self":
      return rest === String(number) || oversees;
    case "log":
    case "accounts":
      return oversees;
    case "imports":
    case "drafts":
      return place === "bureau" && role === "BUREAU_ADMINISTRATOR";
    default:
      return reaches(place, audience);
  }
}

const reached: Record<Caller["place"], readonly string[]> = {
  bureau: ["all", "root", "s1", "p1", "s2", "p2", "guest"],
  station: ["all", "s1", "p1", "guest"],
  room: ["all", "p1"],
};

const reaches = (place: Caller["place"], audience: string) => reached[place].includes(audience);

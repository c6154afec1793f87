import type { Role } from "#kernel/actor";
import type { FieldFault } from "#kernel/errors";

interface Held {
  role: Role;
  unitId: string;
}

/** What stands against an account's holding these roles beside those that it, and its person by other accounts, holds. */
export function roleFaults(
  paths: readonly FieldFault["path"][],
  added: readonly Held[],
  held: readonly Held[],
  heldByPerson: readonly Held[] = held,
): FieldFault[] {
  return added.flatMap((grant, index) => {
    const before = [...held, ...added.slice(0, index)];
    const path = paths[index]!;
    if ([...heldByPerson, ...before].some((other) => areApart(other.role, grant.role)))
      return [{ path, code: "ADMINISTRATOR_AND_AUDITOR" }];
    if (before.some((other) => other.role === grant.role && other.unitId === grant.unitId))
      return [{ path, code: "ROLE_HELD_ALREADY" }];
    return [];
  });
}

export const areApart = (one: Role, other: Role) =>
  one !== other && [one, other].every((role) => role === "BUREAU_ADMINISTRATOR" || role === "AUDITOR");

import type { Role } from "#kernel/actor";
import type { FieldFault } from "#kernel/errors";

export const consentDays = 3;

export const guardedRoles: readonly Role[] = ["BUREAU_ADMINISTRATOR", "AUDITOR"];

/**
 * The roles that keep each other in check. An administrator who alone could make another one, or sign in as one with a
 * password of their own giving, would be both sides of every consent.
 */
export const isGuarded = (role: Role): boolean => guardedRoles.includes(role);

/** Refused where a role is given by one administrator alone. */
export const consentFaults = (paths: readonly FieldFault["path"][], roles: readonly Role[]): FieldFault[] =>
  roles.flatMap((role, index) => (isGuarded(role) ? [{ path: paths[index]!, code: "CONSENT_NEEDED" }] : []));

interface Decided {
  state: string;
  expiresAt: Date;
}

/** Why nothing can be decided about it any more. */
export function overFaults({ state, expiresAt }: Decided, now: Date): FieldFault[] {
  const path = ["input", "id"];
  if (state === "EXPIRED" || (state === "PENDING" && expiresAt <= now)) return [{ path, code: "CONSENT_EXPIRED" }];
  return state === "PENDING" ? [] : [{ path, code: "CONSENT_DECIDED" }];
}

interface Persons {
  requestedPerson: string;
  accountPerson: string;
}

/** Who asked for it does not confirm it, nor does who it is for, by whichever of their accounts. */
export const sameOneFaults = ({ requestedPerson, accountPerson }: Persons, person: string): FieldFault[] =>
  person === requestedPerson || person === accountPerson ? [{ path: ["input", "id"], code: "CONSENT_BY_ANOTHER" }] : [];
